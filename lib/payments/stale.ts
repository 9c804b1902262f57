import { addBankDays } from "@/lib/deadlines/calendars";
import type { Rule } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { windowOf } from "@/lib/deadlines/windows";
import { day, isMonth } from "@/lib/kernel/day";
import { endOfDay } from "@/lib/kernel/instant";
import type { Payment } from "./door";

/**
 * How long after a step of the calendar its news may take, in bank days. No provider publishes it; the files of the
 * schemes come on the next bank day, and one more leaves room for a late one.
 */
const NEWS_BANK_DAYS = 2;

type Facts = Pick<Payment, "state" | "planned" | "window" | "settledOn">;

/**
 * The instant by which the calendar says there should be news of a payment: that it was scheduled after its window
 * was processed, that it was collected or refused after its day. Null while nothing is expected.
 */
export function newsExpectedBy(
  payment: Facts,
  rule: Rule,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): Date | null {
  const after = (from: string): Date =>
    endOfDay(addBankDays(rule.calendar, day(from), NEWS_BANK_DAYS), rule.zone);
  if (payment.state === "pending" && rule.kind === "monthly" && isMonth(payment.window))
    return after(windowOf(rule, payment.window, overrides, settings).processing);
  const awaited = payment.state === "pending" || payment.state === "scheduled";
  return awaited && payment.planned ? after(payment.planned) : null;
}
