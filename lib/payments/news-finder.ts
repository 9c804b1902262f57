import type { Rule } from "@/lib/deadlines/rules";
import type { DeadlineFacts } from "@/lib/settings/deadlines";
import type { Payment } from "./door";
import { newsExpectedBy } from "./stale";

/**
 * By when there should be news of each of several payments. They share few windows and days, and each of those takes
 * some counting of bank days.
 */
export function newsFinder(rule: Rule, { overrides, settings }: DeadlineFacts) {
  const found = new Map<string, Date | null>();
  return (payment: Payment): Date | null => {
    const name = `${payment.state} ${payment.window} ${payment.planned}`;
    const known = found.get(name);
    if (known !== undefined) return known;
    const expected = newsExpectedBy(payment, rule, overrides, settings);
    found.set(name, expected);
    return expected;
  };
}
