/** What is proven about a payment. "Sending" and "unknown" are not here: they are read off its open submission. */
export const paymentStates = [
  "draft",
  "ready",
  "pending",
  "scheduled",
  "settled",
  "rejected",
  "chargeback",
  "cancelled",
] as const;
export type PaymentState = (typeof paymentStates)[number];

/** The provider has it, or had it: also what was collected, and what was given back later. */
export const acceptedStates = [
  "pending",
  "scheduled",
  "settled",
  "chargeback",
] as const satisfies PaymentState[];

/** Every edge a payment may take; `by` as for mandates. `Settled` is not an end: it can be given back. */
export const paymentMoves = {
  plan: { from: ["draft"], to: "ready", by: "verb" },
  receipt: { from: ["ready"], to: "pending", by: "evidence" },
  schedule: { from: ["ready", "pending"], to: "scheduled", by: "evidence" },
  /** The scheme offers a refused debit again under the same number. */
  relist: { from: ["rejected", "scheduled"], to: "pending", by: "evidence" },
  settle: { from: ["ready", "pending", "scheduled"], to: "settled", by: "evidence" },
  reject: { from: ["ready", "pending", "scheduled"], to: "rejected", by: "evidence" },
  give_back: { from: ["ready", "pending", "scheduled", "settled"], to: "chargeback", by: "evidence" },
  cancel: { from: ["draft", "ready"], to: "cancelled", by: "verb" },
  cancelled_there: { from: ["ready", "pending", "scheduled"], to: "cancelled", by: "evidence" },
} as const satisfies Record<
  string,
  { from: readonly PaymentState[]; to: PaymentState; by: "verb" | "evidence" }
>;

export type PaymentMove = keyof typeof paymentMoves;
