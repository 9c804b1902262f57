import {
  bankDayOnOrAfter,
  bankDayOnOrBefore,
  type CalendarId,
  type ClosedReason,
  closedReason,
} from "@/lib/deadlines/calendars";
import { stateOfCutoff } from "@/lib/deadlines/cutoff";
import { dailyCutoffAt, earliestDue } from "@/lib/deadlines/daily";
import type { DailyRule, MonthlyRule, Rule } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { firstOpenWindow, windowOf } from "@/lib/deadlines/windows";
import { addDays, addMonths, type Day, daysBetween, lastOf, type Month, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";

/** Why a payment lands where it does; the reader's language makes the sentence. */
export type LandingReason =
  /** Monthly: in the wanted month's window, or without a wish in this month's. */
  | { code: "in_window"; month: Month }
  /** Monthly, without a wish: this month's window has closed, the next one takes it. */
  | { code: "next_window"; closed_month: Month; cutoff_at: Date }
  /** Daily: far enough ahead. */
  | { code: "in_time" }
  /** The wanted month's or day's cut-off has passed; `wanted_month` is the month the payment was to be taken in. */
  | { code: "missed_cutoff"; wanted_month: Month; cutoff_at: Date }
  | { code: "closed_day_moved"; wanted: Day; closed: ClosedReason }
  | { code: "past_date_moved"; wanted: Day }
  /** The window's first due day was set later than the wanted bank day. */
  | { code: "before_first_due"; wanted: Day; first_due: Day }
  /** Cannot be issued yet: due more than `max_days` calendar days ahead, possible from `possible_from`. */
  | { code: "too_far_ahead"; max_days: number; possible_from: Day };

/** Where a payment issued at a given moment will land. */
export type Landing = {
  /** The month whose deadline it makes; null for a daily rule. */
  window: Month | null;
  collectionMonth: Month;
  due: Day;
  /** The last good instant for this landing; never before the moment of issue. */
  cutoffAt: Date;
  /** False when the wish cannot be kept because its cut-off has passed; without a wish nothing is late. */
  onTime: boolean;
  /** The wanted day, when the payment is due on another. */
  movedFrom?: Day;
  /** Sent on the deadline day itself: in doubt until the provider confirms the date. */
  atRisk: boolean;
  /** The cut-off of this landing is near. */
  warning: boolean;
  reason: LandingReason;
};

/** `deadline` is null where nothing can be missed, so nothing is at risk or near. */
type Placed = Pick<Landing, "window" | "due" | "cutoffAt" | "onTime" | "reason"> & { deadline: Day | null };

/**
 * Where a payment issued `at` this moment lands, with or without a wanted due day. Nothing is refused: what is late
 * goes to the next window, what is due on a closed day moves to a bank day.
 */
export function landing(
  rule: Rule,
  at: Date,
  wanted: Day | undefined,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): Landing {
  const placed =
    rule.kind === "monthly"
      ? placeMonthly(rule, at, wanted, overrides, settings)
      : placeDaily(rule, at, wanted, settings);
  const { window, due, cutoffAt, onTime } = placed;
  const { atRiskOnDeadlineDay, maxDaysAhead } = { ...rule.settings, ...settings };
  const today = dayIn(at, rule.zone);
  const tooFar = maxDaysAhead !== null && daysBetween(today, due) > maxDaysAhead;
  return {
    window,
    collectionMonth: monthOf(due),
    due,
    cutoffAt,
    onTime,
    ...(wanted !== undefined && wanted !== due ? { movedFrom: wanted } : {}),
    atRisk: atRiskOnDeadlineDay && placed.deadline === today,
    warning: placed.deadline !== null && stateOfCutoff(rule, cutoffAt, at, settings) !== "calm",
    reason: tooFar
      ? { code: "too_far_ahead", max_days: maxDaysAhead, possible_from: addDays(due, -maxDaysAhead) }
      : placed.reason,
  };
}

function placeMonthly(
  rule: MonthlyRule,
  at: Date,
  wanted: Day | undefined,
  overrides: readonly WindowDates[],
  settings: Partial<RuleSettings>,
): Placed {
  const open = firstOpenWindow(rule, at, overrides, settings);
  const today = dayIn(at, rule.zone);
  const first = { window: open.month, due: open.firstDue, cutoffAt: open.cutoffAt, deadline: open.deadline };
  if (wanted === undefined) {
    const current = windowOf(rule, monthOf(today), overrides, settings);
    const reason: LandingReason =
      current.month === open.month
        ? { code: "in_window", month: open.month }
        : { code: "next_window", closed_month: current.month, cutoff_at: current.cutoffAt };
    return { ...first, onTime: true, reason };
  }
  if (wanted < today) return { ...first, onTime: false, reason: { code: "past_date_moved", wanted } };

  const { keepDueInMonth } = { ...rule.settings, ...settings };
  const due = rolled(rule.calendar, wanted, keepDueInMonth);
  const target = windowOf(rule, addMonths(monthOf(due), -1), overrides, settings);
  if (target.month < open.month) {
    const reason: LandingReason = {
      code: "missed_cutoff",
      wanted_month: target.collectionMonth,
      cutoff_at: target.cutoffAt,
    };
    return { ...first, onTime: false, reason };
  }
  return {
    window: target.month,
    due: laterOf(due, target.firstDue),
    cutoffAt: target.cutoffAt,
    onTime: true,
    deadline: target.deadline,
    reason: inTime(rule.calendar, wanted, due, target.firstDue) ?? { code: "in_window", month: target.month },
  };
}

function placeDaily(
  rule: DailyRule,
  at: Date,
  wanted: Day | undefined,
  settings: Partial<RuleSettings>,
): Placed {
  const earliest = earliestDue(rule, at, settings);
  const first = { window: null, due: earliest, cutoffAt: dailyCutoffAt(rule, earliest, settings) };
  if (wanted === undefined) return { ...first, onTime: true, deadline: null, reason: { code: "in_time" } };
  const deadline = dayIn(first.cutoffAt, rule.zone);
  if (wanted < dayIn(at, rule.zone)) {
    return { ...first, onTime: false, deadline, reason: { code: "past_date_moved", wanted } };
  }
  const due = bankDayOnOrAfter(rule.calendar, wanted);
  const cutoffAt = dailyCutoffAt(rule, due, settings);
  if (cutoffAt < at) {
    const reason: LandingReason = { code: "missed_cutoff", wanted_month: monthOf(due), cutoff_at: cutoffAt };
    return { ...first, onTime: false, deadline, reason };
  }
  const reason = inTime(rule.calendar, wanted, due, due) ?? { code: "in_time" };
  return { window: null, due, cutoffAt, onTime: true, deadline: dayIn(cutoffAt, rule.zone), reason };
}

/** Why a wish that is in time is not kept to the day; undefined when it is. */
function inTime(calendar: CalendarId, wanted: Day, due: Day, firstDue: Day): LandingReason | undefined {
  if (due < firstDue) return { code: "before_first_due", wanted, first_due: firstDue };
  const closed = closedReason(calendar, wanted);
  return closed === null ? undefined : { code: "closed_day_moved", wanted, closed };
}

/** Forward to a bank day; at a month's end back inside the month when it must stay there. */
function rolled(calendar: CalendarId, wanted: Day, keepInMonth: boolean): Day {
  const lastInMonth = bankDayOnOrBefore(calendar, lastOf(monthOf(wanted)));
  return keepInMonth && wanted > lastInMonth ? lastInMonth : bankDayOnOrAfter(calendar, wanted);
}

function laterOf(one: Day, other: Day): Day {
  if (one < other) return other;
  return one;
}
