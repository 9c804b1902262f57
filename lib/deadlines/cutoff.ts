import { addBankDays, isBankDay } from "@/lib/deadlines/calendars";
import { acceptanceDay, earliestDue } from "@/lib/deadlines/daily";
import type { Rule } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { firstOpenWindow, type Window, windowOf } from "@/lib/deadlines/windows";
import { type Day, type Month, monthOf } from "@/lib/kernel/day";
import { atTime, dayIn, startOfDay } from "@/lib/kernel/instant";

export type CutoffState = "calm" | "warning" | "today" | "passed";

export type NextCutoff = {
  cutoffAt: Date;
  /** The scheme's deadline day; for a daily rule the day of the cut-off. */
  deadline: Day;
  /** What is in by then is collected in this month, from this day on. */
  collectionMonth: Month;
  firstDue: Day;
  /** Null for a daily rule. */
  window: Window | null;
};

/** The next cut-off that has not passed. */
export function nextCutoff(
  rule: Rule,
  now: Date,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): NextCutoff {
  if (rule.kind === "monthly") {
    const window = firstOpenWindow(rule, now, overrides, settings);
    const { cutoffAt, deadline, collectionMonth, firstDue } = window;
    return { cutoffAt, deadline, collectionMonth, firstDue, window };
  }
  const { cutoffTime } = { ...rule.settings, ...settings };
  const deadline = acceptanceDay(rule, now, settings);
  const firstDue = earliestDue(rule, now, settings);
  const cutoffAt = atTime(deadline, cutoffTime, rule.zone);
  return { cutoffAt, deadline, collectionMonth: monthOf(firstDue), firstDue, window: null };
}

/**
 * How pressing the current cut-off is: that of this month's window, which stays `passed` until the month is over, or
 * for a daily rule today's.
 */
export function cutoffState(
  rule: Rule,
  now: Date,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): CutoffState {
  const today = dayIn(now, rule.zone);
  if (rule.kind === "monthly") {
    const { cutoffAt } = windowOf(rule, monthOf(today), overrides, settings);
    return stateOfCutoff(rule, cutoffAt, now, settings);
  }
  if (!isBankDay(rule.calendar, today)) {
    return stateOfCutoff(rule, nextCutoff(rule, now, overrides, settings).cutoffAt, now, settings);
  }
  const { cutoffTime } = { ...rule.settings, ...settings };
  return stateOfCutoff(rule, atTime(today, cutoffTime, rule.zone), now, settings);
}

/** How pressing one given cut-off is. */
export function stateOfCutoff(
  rule: Rule,
  cutoffAt: Date,
  now: Date,
  settings: Partial<RuleSettings> = {},
): CutoffState {
  if (now > cutoffAt) return "passed";
  if (dayIn(now, rule.zone) === dayIn(cutoffAt, rule.zone)) return "today";
  return now >= warningFrom(rule, cutoffAt, settings) ? "warning" : "calm";
}

/** When the warning band before a cut-off opens: the start of the day so many bank days before its day. */
export function warningFrom(rule: Rule, cutoffAt: Date, settings: Partial<RuleSettings> = {}): Date {
  const { warningBankDays } = { ...rule.settings, ...settings };
  const lastGoodDay = dayIn(cutoffAt, rule.zone);
  return startOfDay(addBankDays(rule.calendar, lastGoodDay, -warningBankDays), rule.zone);
}
