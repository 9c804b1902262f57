import type { PaymentState } from "@/lib/payments/states";

/** One row of PAY.'s status codes: what it proves about the debit, and the id of the rule that says so. */
interface StatusRule {
  state: PaymentState;
  rule: string;
  /** Money that was ours once. */
  collected?: boolean;
  /** The debit is over and nothing was kept. */
  failed?: boolean;
  /** Handed to the bank: the day of the change is the day it went. */
  sent?: boolean;
}

/**
 * Status codes of a debit. 91 is PAY.'s own example (https://developer.pay.nl/docs/2-flexible-mandate-directdebitadd);
 * the others are named in older versions of PAY.'s Node library (https://github.com/paynl/nodejs-sdk).
 *
 * 106 and 127 carry each other's names in different sources, and a debit does not say whether it was collected before.
 * Each keeps the meaning of PAY.'s own name here; whoever knows the debit's last proven state turns one into the other.
 */
const statusRules: Readonly<Record<string, StatusRule>> = {
  "91": { state: "pending", rule: "paynl.debit.added" },
  "526": { state: "scheduled", rule: "paynl.debit.in_batch" },
  "94": { state: "scheduled", rule: "paynl.debit.processed", sent: true },
  "97": { state: "scheduled", rule: "paynl.debit.processed_97", sent: true },
  "100": { state: "settled", rule: "paynl.debit.cashed", collected: true },
  "103": { state: "cancelled", rule: "paynl.debit.deleted" },
  "106": { state: "chargeback", rule: "paynl.debit.reversal", failed: true },
  "127": { state: "rejected", rule: "paynl.debit.refused_by_bank", failed: true },
  "199": { state: "pending", rule: "paynl.debit.relist" },
};

/** `declined: true` fails a debit under any code that does not say so itself, as others' working code reads it. */
const declinedRule: StatusRule = { state: "rejected", rule: "paynl.debit.declined", failed: true };

/** The rule for a code and its flag; null for a code we do not know, or a flag that is neither yes nor no. */
export function ruleOf(code: string | null, declined: boolean | null): StatusRule | null {
  if (declined === null) return null;
  const known = code !== null && Object.hasOwn(statusRules, code) ? statusRules[code] : undefined;
  if (declined && !known?.failed) return declinedRule;
  return known ?? null;
}
