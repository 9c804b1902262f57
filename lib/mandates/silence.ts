import { bankDaysBetween } from "@/lib/deadlines/calendars";
import type { Rule } from "@/lib/deadlines/rules";
import { dayIn } from "@/lib/kernel/instant";

/**
 * After so many bank days without an answer a pending mandate is stale. Nobody publishes a time; banks usually answer
 * within one bank day, so five are our own choice.
 */
const STALE_BANK_DAYS = 5;

/** Bank days since a mandate became pending, once they are too many; else null. */
export function silentBankDays(since: Date, now: Date, rule: Pick<Rule, "calendar" | "zone">): number | null {
  const days = bankDaysBetween(rule.calendar, dayIn(since, rule.zone), dayIn(now, rule.zone));
  return days >= STALE_BANK_DAYS ? days : null;
}
