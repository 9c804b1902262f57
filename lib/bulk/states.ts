import type { Permission } from "@/lib/access/permissions";

/** Every verb that can be done to many rows at once: the same verbs, with the same rights, as on one record. */
export const bulkVerbs = {
  cancel_payments: { noun: "payment", permission: "payments.cancel", asksReason: true },
  ask_payments: { noun: "payment", permission: "submissions.ask", asksReason: false },
  suspend_mandates: { noun: "mandate", permission: "mandates.stop", asksReason: true },
  resume_mandates: { noun: "mandate", permission: "mandates.stop", asksReason: false },
  ask_mandates: { noun: "mandate", permission: "submissions.ask", asksReason: false },
} as const satisfies Record<
  string,
  { noun: "payment" | "mandate"; permission: Permission; asksReason: boolean }
>;
export type BulkVerbName = keyof typeof bulkVerbs;
export const bulkVerbNames = Object.keys(bulkVerbs) as BulkVerbName[];

/** `open`: looked at, and nothing is done. `going`: the worker does row by row. */
export type BulkState = "open" | "going" | "stopped" | "done";
/** `rights`: whoever asked for it may not do it any more. */
export type BulkStop = "person" | "rights" | "fault";

export type RowState = "planned" | "left_out" | "done" | "refused";

/** What a row says when it failed on our side, again and again. */
export const FAULT = "fault";

/** More than these nobody looks through before confirming, and a view can be narrowed. */
export const MOST_ROWS = 5_000;
