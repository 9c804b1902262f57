import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tasks } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";

/** What may need a person; the dictionary has a sentence for each, with its parameters. */
export const taskKinds = [
  "unknown_outcome",
  "send_again", // proven absent; this provider wants a person to release the second send
  "not_sent", // a person said that it did not happen, and nothing is under way for it
  "refused",
  "mandate_failed",
  "mandate_ended_with_payments",
  "missed_cutoff",
  "payment_unknown_here", // the provider has a payment that we do not
  "missing_there", // live in our books, and the provider does not have it
  "compare_by_hand", // what a comparison cannot prove
  "mandate_without_debtor",
  "mandate_without_agreement",
  "submission_parked", // failed again and again on our side
  "payment_rejected",
  "chargeback",
  "unmapped_word",
  "mismatch", // the provider's amount, currency or test flag is not ours
  "slipped",
  "double_collection", // two live collections claim the same debt
  "message_parked",
  "evidence_failed",
  "connection_trouble",
  "run_held", // a person stopped it, or rows of it missed their cut-off or cannot go on
  "run_rows_refused", // could not be issued any more when their turn came
  "invitation_reminder", // an invited debtor has not signed up; due by the last day that still makes the window
  "change_to_approve", // a change of account just before a cut-off waits for a second person
  "change_to_finish", // the new mandate stands, and somebody has to see to the old one
  "mandate_gone", // ended there, while payments count on it
  "mass_end", // many of one agreement ended at once; while it is open nothing follows by itself
  "stale", // the calendar says there should be news, and there is none
] as const;
export type TaskKind = (typeof taskKinds)[number];

export interface TaskNote {
  kind: TaskKind;
  noun: "mandate" | "payment" | "connection" | "agreement" | "message" | "run";
  subjectId: string;
  role: "agent" | "finance" | "admin";
  params?: Record<string, string | number>;
  amountMinor?: number;
  currency?: string;
  dueAt?: Date | null;
}

/**
 * Puts something on a work list; while it is open a second note of the same kind and subject changes nothing but its
 * date, where that is earlier.
 */
export async function openTask(tx: Tx, ctx: Ctx, note: TaskNote): Promise<void> {
  const now = ctx.clock.now();
  const open = await findOpenTask(tx, note.kind, note.subjectId);
  if (open) {
    if (note.dueAt && (open.dueAt === null || note.dueAt < open.dueAt))
      await tx.update(tasks).set({ dueAt: note.dueAt }).where(eq(tasks.id, open.id));
    return;
  }
  await tx
    .insert(tasks)
    .values({
      id: newId("tsk", now),
      creditorId: ctx.creditorId,
      kind: note.kind,
      noun: note.noun,
      subjectId: note.subjectId,
      role: note.role,
      params: note.params ?? {},
      state: "open",
      amountMinor: note.amountMinor ?? null,
      currency: note.currency ?? null,
      dueAt: note.dueAt ?? null,
      createdAt: now,
    })
    .onConflictDoNothing();
}

/** The open task of a kind about a subject. */
export async function findOpenTask(tx: Pick<Tx, "select">, kind: TaskKind, subjectId: string) {
  const [row] = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.kind, kind), eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));
  return row ?? null;
}

/** Takes it off the list when what it asked for has come about. */
export async function closeTask(
  tx: Tx,
  ctx: Ctx,
  kind: TaskKind | readonly TaskKind[],
  subjectId: string,
): Promise<void> {
  await tx
    .update(tasks)
    .set({ state: "done", closedAt: ctx.clock.now(), closedBy: ctx.actor.name })
    .where(and(inArray(tasks.kind, [kind].flat()), eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));
}
