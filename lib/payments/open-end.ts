import type { Rule } from "@/lib/deadlines/rules";
import { type Day, day } from "@/lib/kernel/day";
import type { Payment } from "./door";
import { finalityOf } from "./schedule";

/** Until when a payment is not final, or how it ended; the dictionary has words for each code. */
export type OpenEnd =
  | { code: "reject_to" | "back_to" | "claim_to"; until: Day }
  | { code: "slipped" | "given_back" | "not_taken" | "stopped" };

type Facts = Pick<Payment, "state" | "planned" | "slipped" | "settledOn" | "reversibleUntil" | "claimUntil">;

/** `today` is the day in the scheme's zone; null where nothing is open any more, or nothing is known yet. */
export function openEnd(payment: Facts, rule: Rule, today: Day): OpenEnd | null {
  switch (payment.state) {
    case "draft":
    case "ready":
    case "pending":
      return payment.slipped ? { code: "slipped" } : null;
    case "scheduled":
      return rejectable(payment, rule);
    case "settled":
      return collected(payment, today);
    case "rejected":
      return { code: "not_taken" };
    case "chargeback":
      return { code: "given_back" };
    case "cancelled":
      return { code: "stopped" };
  }
}

/** A payment on the debtor's overview can be turned down there; a debit on any bank day has no such list. */
function rejectable(payment: Facts, rule: Rule): OpenEnd | null {
  if (rule.kind !== "monthly" || !payment.planned) return null;
  const { reversibleUntil } = finalityOf(rule, day(payment.planned));
  return reversibleUntil && { code: "reject_to", until: reversibleUntil };
}

function collected(payment: Facts, today: Day): OpenEnd | null {
  const { reversibleUntil, claimUntil } = payment;
  if (reversibleUntil && reversibleUntil >= today) return { code: "back_to", until: day(reversibleUntil) };
  return claimUntil && claimUntil >= today ? { code: "claim_to", until: day(claimUntil) } : null;
}

/** The time in which a collected payment could be given back without a reason is over. */
export const pastFreeReversal = (payment: Facts, today: Day): boolean =>
  payment.state === "settled" && !(payment.reversibleUntil && payment.reversibleUntil >= today);
