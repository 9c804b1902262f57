import { and, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { drafts } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { ownDraft } from "./own";

/** Throws away what was typed; the empty row stays, so that a save still under way does not bring it back. */
export async function discardDraft(ctx: Ctx, id: string): Promise<void> {
  requirePermission(ctx, "mandates.write");
  await inTransaction(ctx.db, async (tx) => {
    if (!(await finishDraft(tx, ctx, id))) throw notFound();
    audit(tx, ctx, { action: "draft.discarded", noun: "draft", subjectId: id });
  });
}

/**
 * Empties a draft, in the transaction of what became of it. One that was never saved leaves its empty row too: its first
 * save may still be under way. False when there was none to empty.
 */
export async function finishDraft(tx: Tx, ctx: Ctx, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  const done = await tx
    .update(drafts)
    .set({ sealed: null, debtorName: "", doneAt: now, updatedAt: now })
    .where(and(ownDraft(ctx, id), isNull(drafts.doneAt)))
    .returning();
  if (done.length > 0) return true;
  await tx
    .insert(drafts)
    .values({
      id,
      creditorId: ctx.creditorId,
      userId: ctx.actor.id,
      debtorName: "",
      version: 1,
      createdAt: now,
      updatedAt: now,
      doneAt: now,
    })
    .onConflictDoNothing();
  return false;
}
