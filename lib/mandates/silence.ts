import { bankDaysBetween } from "@/lib/deadlines/calendars";
import type { Rule } from "@/lib/deadlines/rules";
import type { Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";

/**
 * After so many bank days without an answer a pending mandate is stale. Nobody publishes a time; banks usually answer
 * within one bank day, so five are our own choice.
 */
const STALE_BANK_DAYS = 5;

/**
 * Bank days since an answer to a pending mandate could be there, once they are too many; else null. Where the collection
 * of a debit is the answer (`debit` is its day), nobody is silent before it.
 */
export function silentBankDays(
  { since, debit }: { since: Date; debit: Day | null },
  now: Date,
  rule: Pick<Rule, "calendar" | "zone">,
): number | null {
  const begun = dayIn(since, rule.zone);
  const from = debit !== null && debit > begun ? debit : begun;
  const days = bankDaysBetween(rule.calendar, from, dayIn(now, rule.zone));
  return days >= STALE_BANK_DAYS ? days : null;
}
