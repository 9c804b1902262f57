import type { Rule } from "@/lib/deadlines/rules";
import type { Day } from "@/lib/kernel/day";
import type { ProviderModule } from "@/lib/providers/contract";
import type { Payment } from "./door";
import { type OpenEnd, openEnd, pastFreeReversal } from "./open-end";

/** What a reader sees beside the proven state: what is being tried, and what follows it after a comma. */
export interface Standing {
  underway: "sending" | "unknown" | undefined;
  modifier: "held" | "stale" | "unmapped" | "soft" | "hard" | "technical" | undefined;
  /** Until when it is not final, or how it ended. */
  end: OpenEnd | null;
  /** Collected, and the time of free reversal is over. */
  final: boolean;
}

/** All that decides a payment's standing besides the payment itself. */
export interface Surroundings {
  rule: Rule;
  /** By when there should be news of a payment: `newsExpectedBy`, by this creditor's calendar. */
  newsBy(payment: Payment): Date | null;
  provider: ProviderModule | undefined;
  now: Date;
  /** The day in the scheme's zone. */
  today: Day;
  /** Its intent waits for a person: nothing is being sent. */
  held: boolean;
}

export function standingOf(payment: Payment, around: Surroundings): Standing {
  return {
    underway: underwayOf(payment, around.held),
    modifier: modifierOf(payment, around),
    end: openEnd(payment, around.rule, around.today),
    final: pastFreeReversal(payment, around.today),
  };
}

/** Of a scheme that its provider's module no longer has: one such payment must not take a whole list away. */
export const plainStanding = (payment: Payment): Standing => ({
  underway: underwayOf(payment, false),
  modifier: payment.unmapped ? "unmapped" : undefined,
  end: null,
  final: false,
});

function underwayOf(payment: Payment, held: boolean): Standing["underway"] {
  if (payment.sending === "none" || held) return undefined;
  return payment.sending;
}

function modifierOf(payment: Payment, around: Surroundings): Standing["modifier"] {
  if (around.held) return "held";
  if (payment.unmapped) return "unmapped";
  if (payment.state === "rejected" && payment.reasonCode)
    return around.provider?.reasons[payment.reasonCode]?.class;
  const expected = around.newsBy(payment);
  return expected && around.now > expected ? "stale" : undefined;
}
