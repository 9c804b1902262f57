import { addBankDays, bankDaysBetween } from "@/lib/deadlines/calendars";
import type { Rule } from "@/lib/deadlines/rules";
import type { Day } from "@/lib/kernel/day";
import { dayIn, endOfDay } from "@/lib/kernel/instant";

/**
 * After so many bank days without an answer a pending mandate is stale. Nobody publishes a time; banks usually answer
 * within one bank day, so five are our own choice.
 */
const STALE_BANK_DAYS = 5;

/** Since when a mandate waits, and the day of the debit whose collection is its answer, where there is one. */
export interface Waiting {
  since: Date;
  debit: Day | null;
}

type Where = Pick<Rule, "calendar" | "zone">;

/** The day from which silence counts: nobody is silent before the debit whose collection is the answer. */
function silentFrom({ since, debit }: Waiting, { zone }: Where): Day {
  const begun = dayIn(since, zone);
  return debit !== null && debit > begun ? debit : begun;
}

/** By when a bank should have answered: the end of the last day on which a pending mandate is not yet stale. */
export const answerExpectedBy = (waiting: Waiting, rule: Where): Date =>
  endOfDay(addBankDays(rule.calendar, silentFrom(waiting, rule), STALE_BANK_DAYS - 1), rule.zone);

/** Bank days since an answer to a pending mandate could be there, once they are too many; else null. */
export function silentBankDays(waiting: Waiting, now: Date, rule: Where): number | null {
  const days = bankDaysBetween(rule.calendar, silentFrom(waiting, rule), dayIn(now, rule.zone));
  return days >= STALE_BANK_DAYS ? days : null;
}
