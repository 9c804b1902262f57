import { addBankDays, bankDayOnOrAfter, nextBankDay } from "@/lib/deadlines/calendars";
import type { DailyRule } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import type { Day } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";

/** The bank day that work handed in now still counts for: today until its cut-off clock time, else the next bank day. */
export function acceptanceDay(rule: DailyRule, at: Date, settings: Partial<RuleSettings> = {}): Day {
  const { cutoffTime } = { ...rule.settings, ...settings };
  const today = bankDayOnOrAfter(rule.calendar, dayIn(at, rule.zone));
  return at <= atTime(today, cutoffTime, rule.zone) ? today : nextBankDay(rule.calendar, today);
}

/** The earliest due day that can still be reached. */
export function earliestDue(rule: DailyRule, at: Date, settings: Partial<RuleSettings> = {}): Day {
  const { leadBankDays } = { ...rule.settings, ...settings };
  return addBankDays(rule.calendar, acceptanceDay(rule, at, settings), leadBankDays);
}

/** The last instant at which this due day (a bank day) can still be reached. */
export function dailyCutoffAt(rule: DailyRule, due: Day, settings: Partial<RuleSettings> = {}): Date {
  const { cutoffTime, leadBankDays } = { ...rule.settings, ...settings };
  return atTime(addBankDays(rule.calendar, due, -leadBankDays), cutoffTime, rule.zone);
}
