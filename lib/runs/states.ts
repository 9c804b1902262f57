/** How far a run is. What became of its payments is not here: that is counted from them. */
export const runStates = ["draft", "frozen", "approved", "sending", "stopped", "done", "discarded"] as const;
export type RunState = (typeof runStates)[number];

/**
 * Every edge a run may take. `by`: a person presses, or the worker that issues the rows finds that it is so. `stopped`
 * is a side state: nothing further leaves until somebody goes on.
 */
export const runMoves = {
  freeze: { from: ["draft"], to: "frozen", by: "person" },
  /** Any change of what would be sent; approvals are void. */
  change: { from: ["draft", "frozen", "approved"], to: "draft", by: "person" },
  approve: { from: ["frozen"], to: "approved", by: "person" },
  send: { from: ["approved"], to: "sending", by: "person" },
  stop: { from: ["sending"], to: "stopped", by: "person" },
  resume: { from: ["stopped"], to: "sending", by: "person" },
  /** What missed its cut-off is planned for the next window, and needs a new approval. */
  next_window: { from: ["stopped"], to: "frozen", by: "person" },
  discard: { from: ["draft", "frozen", "approved"], to: "discarded", by: "person" },
  /** Nothing can go on without a person. */
  rest: { from: ["sending"], to: "stopped", by: "worker" },
  finish: { from: ["sending"], to: "done", by: "worker" },
} as const satisfies Record<string, { from: readonly RunState[]; to: RunState; by: "person" | "worker" }>;
export type RunMove = keyof typeof runMoves;

export const mayMove = (move: RunMove, state: RunState): boolean =>
  (runMoves[move].from as readonly RunState[]).includes(state);

/** Why a run stands still. */
export type StopReason = "person" | "held";

/**
 * A row of a run. `planned`: will be issued. `excluded`: will not, for a reason. `issued`: has its payment. `held`: its
 * cut-off passed before it was issued. `refused`: could not be issued any more when its turn came.
 */
export type ItemState = "planned" | "excluded" | "issued" | "held" | "refused";

/** Why a row is left out, or what is to be known of one that is not; the dictionary has a sentence for each. */
export const itemReasons = [
  // Left out; only another row can mend it.
  "customer_missing",
  "customer_unknown",
  "mandate_not_active",
  "mandate_unusable",
  "several_mandates",
  "agreement_not_active",
  "not_offered",
  "other_kind",
  "other_agreement",
  "amount_bad",
  "text_bad",
  "reference_bad",
  "due_bad",
  "day_past",
  "too_far_ahead",
  "same_file",
  "reference_twice",
  "reference_paid",
  "reference_in_run",
  "by_person",
  // Left out, and let in by a person's word.
  "duplicate_paid",
  "duplicate_row",
  // Let in, with something to be known.
  "moved",
  "slips",
  "at_risk",
  "despite_duplicate",
  // Found when its turn came.
  "cutoff_passed",
  "plan_differs",
  "fault",
] as const;
export type ItemReason = (typeof itemReasons)[number];

/** What a person may let in all the same. */
export const mayInclude = (reason: ItemReason | null): boolean =>
  reason === "by_person" || reason === "duplicate_paid" || reason === "duplicate_row";

/** `ok`, `warning` for what will be sent and has something to be known, or `excluded`. */
export type Verdict = "ok" | "warning" | "excluded";

export function verdictOf(item: { state: ItemState; reason: ItemReason | null }): Verdict {
  if (item.state === "excluded" || item.state === "refused") return "excluded";
  return item.reason === null ? "ok" : "warning";
}

/** The three parts of a plan. */
export const planGroups = ["on_time", "slips", "excluded"] as const;
export type PlanGroup = (typeof planGroups)[number];

export const checkCodes = ["clock", "credential", "identity", "kind", "cutoff", "mandates"] as const;
export type CheckCode = (typeof checkCodes)[number];

/** One thing that was looked at before a run may send, for one connection. */
export interface Check {
  code: CheckCode;
  connectionId: string;
  connection: string;
  ok: boolean;
  /** Which of the check's sentences says it. */
  says: string;
  params: Record<string, string | number>;
}
