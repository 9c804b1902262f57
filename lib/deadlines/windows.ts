import { bankDayFromEnd, firstBankDay, nextBankDay } from "@/lib/deadlines/calendars";
import type { MonthlyRule, Rule } from "@/lib/deadlines/rules";
import type { MonthlySettings, RuleSettings } from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { addDays, addMonths, type Day, type Month, monthOf, monthsOf } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";

/** One monthly collection. */
export type Window = {
  /** The month M that collects. */
  month: Month;
  /** The scheme's deadline; a calendar day, perhaps a Sunday. */
  deadline: Day;
  /** The last good instant: what is in at this moment is on time, one millisecond later is not. */
  cutoffAt: Date;
  processing: Day;
  /** M+1, the month the payments are taken in. */
  collectionMonth: Month;
  /** The first day a payment of this window can be taken. */
  firstDue: Day;
  source: "rule" | "published" | "override";
  sourceNote?: string;
};

/** The dates of one window by the rule alone. */
type ComputedDates = { deadline: Day; processing: Day; firstDue: Day };

/**
 * The twelve windows whose deadlines lie in this year. A published date replaces the computed one, and an
 * override replaces both. A daily rule has no windows: the list is empty.
 */
export function windowsOfYear(
  rule: Rule,
  year: number,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): Window[] {
  if (rule.kind !== "monthly") return [];
  return monthsOf(year).map((month) => windowOf(rule, month, overrides, settings));
}

/** The window whose deadline lies in this month. */
export function windowOf(
  rule: MonthlyRule,
  month: Month,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): Window {
  const merged = { ...rule.settings, ...settings };
  const computed = computedDates(rule, month, settings);
  const published = lastOfMonth([...rule.published, ...overrides], month, "published");
  const override = lastOfMonth(overrides, month, "override");
  const deadline = override?.deadline ?? published?.deadline ?? computed.deadline;
  const processing = override?.processing ?? published?.processing ?? computed.processing;
  const given = override ?? published;
  const isBefore = merged.deadlineDaysBefore === 0 ? (a: Day, b: Day) => a <= b : (a: Day, b: Day) => a < b;
  const window = {
    month,
    deadline,
    cutoffAt: atTime(merged.dayBefore ? addDays(deadline, -1) : deadline, merged.cutoffTime, rule.zone),
    // A moved deadline alone must not overtake processing; on its very day only where the rule has it so.
    processing: isBefore(deadline, processing) ? processing : nextBankDay(rule.calendar, deadline),
    collectionMonth: addMonths(month, 1),
    firstDue: override?.firstDue ?? published?.firstDue ?? computed.firstDue,
    source: given?.source ?? ("rule" as const),
  };
  return given?.note === undefined ? window : { ...window, sourceNote: given.note };
}

/** What the rule alone says of a month, whatever was published. */
function computedDates(rule: MonthlyRule, month: Month, settings: Partial<RuleSettings> = {}): ComputedDates {
  const { processingBankDay, deadlineDaysBefore }: MonthlySettings = { ...rule.settings, ...settings };
  const processing = bankDayFromEnd(rule.calendar, month, processingBankDay);
  return {
    processing,
    deadline: addDays(processing, -deadlineDaysBefore),
    firstDue: firstBankDay(rule.calendar, addMonths(month, 1)),
  };
}

/** The earliest window whose cut-off has not passed. */
export function firstOpenWindow(
  rule: MonthlyRule,
  at: Date,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): Window {
  let window = windowOf(rule, monthOf(dayIn(at, rule.zone)), overrides, settings);
  while (window.cutoffAt < at) window = windowOf(rule, addMonths(window.month, 1), overrides, settings);
  return window;
}

/** Whether the dates of a window were checked against a published calendar. */
export function checkedAgainst(
  rule: MonthlyRule,
  window: Window,
  settings: Partial<RuleSettings> = {},
): "not_published" | "same" | "differs" {
  if (window.source === "rule") return "not_published";
  const computed = computedDates(rule, window.month, settings);
  const same = computed.deadline === window.deadline && computed.processing === window.processing;
  return same ? "same" : "differs";
}

/** The newest entry wins where a month is given twice. */
function lastOfMonth(
  dates: readonly WindowDates[],
  month: Month,
  source: WindowDates["source"],
): WindowDates | undefined {
  return dates.findLast((entry) => entry.month === month && entry.source === source);
}
