import { bankDaysBetween } from "@/lib/deadlines/calendars";
import type { Rule } from "@/lib/deadlines/rules";
import { dayIn } from "@/lib/kernel/instant";

/**
 * So close to a cut-off a wrong account costs a month, and money that was turned to a stranger is not noticed in time.
 * Nobody publishes a number: three bank days are our own choice.
 */
export const SECOND_LOOK_BANK_DAYS = 3;

/** Whether a change of account now needs a second person: some cut-off that counts on the mandate is that near. */
export function needsSecondLook(
  { calendar, zone }: Pick<Rule, "calendar" | "zone">,
  now: Date,
  cutoffs: readonly Date[],
): boolean {
  const today = dayIn(now, zone);
  return cutoffs.some(
    (at) => at >= now && bankDaysBetween(calendar, today, dayIn(at, zone)) <= SECOND_LOOK_BANK_DAYS,
  );
}
