import type { Landing, LandingReason } from "@/lib/deadlines/landing";
import type { Rule } from "@/lib/deadlines/rules";
import type { Window } from "@/lib/deadlines/windows";

/** The windows of a year as the public API gives them. Days are in `zone`, `cutoff_at` is UTC. */
export function deadlinesJson(rule: Rule, year: number, windows: readonly Window[]) {
  return {
    rule: rule.id,
    year,
    zone: rule.zone,
    windows: windows.map((window) => ({
      month: window.month,
      deadline: window.deadline,
      cutoff_at: window.cutoffAt.toISOString(),
      processing: window.processing,
      collection_month: window.collectionMonth,
      first_due: window.firstDue,
      source: window.source,
    })),
  };
}

/** A landing as the public API gives it: the reason as an English sentence and as its stable code. */
export function landingJson(landing: Landing) {
  return {
    window: landing.window,
    collection_month: landing.collectionMonth,
    due: landing.due,
    cutoff_at: landing.cutoffAt.toISOString(),
    on_time: landing.onTime,
    reason: sentence(landing.reason, landing),
    reason_code: landing.reason.code,
  };
}

function sentence(reason: LandingReason, { due, collectionMonth }: Landing): string {
  switch (reason.code) {
    case "in_window":
      return `In time for the ${reason.month} window.`;
    case "next_window":
      return `The ${reason.closed_month} window has closed; the next one collects in ${collectionMonth}.`;
    case "in_time":
      return "Far enough ahead of its due day.";
    case "missed_cutoff":
      return `The cut-off for collection in ${reason.wanted_month} has passed; due ${due} instead.`;
    case "closed_day_moved":
      return `Banks are closed on ${reason.wanted}; due ${due} instead.`;
    case "past_date_moved":
      return `${reason.wanted} has passed; due ${due} instead.`;
    case "before_first_due":
      return `Nothing is collected before ${reason.first_due} in ${collectionMonth}.`;
    case "too_far_ahead":
      return `Due more than ${reason.max_days} days ahead; can be issued from ${reason.possible_from}.`;
  }
}
