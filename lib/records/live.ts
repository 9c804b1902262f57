import type { Sending } from "@/db/tables/nouns";
import type { MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";

const SOON_MS = 2_000;
/** What a debtor does in their own time is no hurry, and a page may stand open all day. */
const SOME_DAY_MS = 15_000;

const openPayment: readonly PaymentState[] = ["ready", "pending", "scheduled"];

/** How often a mandate's page asks whether it has changed, in milliseconds; null where nothing comes by itself. */
export function mandateAsksEvery({
  state,
  sending,
}: {
  state: MandateState;
  sending: Sending;
}): number | null {
  if (sending !== "none" || state === "pending") return SOON_MS;
  return state === "invited" ? SOME_DAY_MS : null;
}

/** The same of a payment's page. */
export function paymentAsksEvery({
  state,
  sending,
}: {
  state: PaymentState;
  sending: Sending;
}): number | null {
  if (sending !== "none" || openPayment.includes(state)) return SOON_MS;
  // It can still be given back.
  return state === "settled" ? SOME_DAY_MS : null;
}
