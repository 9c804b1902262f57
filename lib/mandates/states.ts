/** What is proven about a mandate. "Sending" and "unknown" are not here: they are read off its open submission. */
export const mandateStates = [
  "draft",
  "invited",
  "pending",
  "active",
  "suspended",
  "ended",
  "failed",
] as const;
export type MandateState = (typeof mandateStates)[number];

export const mandateEnders = ["debtor", "creditor", "bank", "scheme", "expiry", "unsaid"] as const;
/** Who ended a mandate; `unsaid` when the provider does not tell. */
export type MandateEnder = (typeof mandateEnders)[number];

/**
 * Every edge a mandate may take. `by` says who may prove it: a provider's word (`evidence`) or a person (`verb`).
 * The button, the verb, the door and the tests all read this table.
 */
export const mandateMoves = {
  invite: { from: ["draft"], to: "invited", by: "verb" },
  receipt: { from: ["draft", "invited"], to: "pending", by: "evidence" },
  activate: { from: ["draft", "invited", "pending"], to: "active", by: "evidence" },
  fail: { from: ["draft", "invited", "pending"], to: "failed", by: "evidence" },
  suspend: { from: ["active"], to: "suspended", by: "verb" },
  resume: { from: ["suspended"], to: "active", by: "verb" },
  end: { from: ["invited", "pending", "active", "suspended"], to: "ended", by: "evidence" },
  record_end: { from: ["invited", "pending", "active", "suspended"], to: "ended", by: "verb" },
} as const satisfies Record<
  string,
  { from: readonly MandateState[]; to: MandateState; by: "verb" | "evidence" }
>;

export type MandateMove = keyof typeof mandateMoves;
