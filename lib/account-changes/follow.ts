import { and, count, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { accountChanges, agreements, connections, mandates, payments } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { newKey } from "@/lib/kernel/random";
import { agreementView } from "@/lib/mandates/agreement-view";
import { intend } from "@/lib/submissions/intend";
import { closeTask, openTask } from "@/lib/tasks/tasks";

type Mandate = typeof mandates.$inferSelect;

/**
 * What a mandate's move means for a change of account that it stands in. When the new one has become active the old one
 * goes: by itself where the provider ends mandates and nothing is open on it, else as work for a person. When the old
 * one has ended the change is done; when the new one failed it is called off, and the old one simply stands.
 */
export async function followChange(tx: Tx, ctx: Ctx, moved: Mandate): Promise<void> {
  if (moved.state === "active") await newOneStands(tx, ctx, moved);
  if (moved.state === "ended") await close(tx, ctx, eq(accountChanges.oldMandateId, moved.id), "done");
  if (moved.state === "failed" || moved.state === "ended")
    await close(tx, ctx, eq(accountChanges.newMandateId, moved.id), "called_off");
}

async function newOneStands(tx: Tx, ctx: Ctx, moved: Mandate): Promise<void> {
  const [change] = await tx
    .update(accountChanges)
    .set({ state: "ending" })
    .where(and(eq(accountChanges.newMandateId, moved.id), eq(accountChanges.state, "open")))
    .returning();
  if (!change) return;
  const [old] = await tx.select().from(mandates).where(eq(mandates.id, change.oldMandateId));
  if (!old || !["active", "suspended"].includes(old.state)) {
    await close(tx, ctx, eq(accountChanges.id, change.id), "done");
    return;
  }
  const [open] = await tx
    .select({ count: count() })
    .from(payments)
    .where(and(eq(payments.mandateId, old.id), inArray(payments.state, ["ready", "pending", "scheduled"])));
  const left = open?.count ?? 0;
  if (left === 0 && (await endThere(tx, ctx, old, change))) return;
  await openTask(tx, ctx, {
    kind: "change_to_finish",
    noun: "mandate",
    subjectId: old.id,
    role: "agent",
    params: { debtor: old.debtorName, count: left },
  });
}

/** False where the provider ends none for us, or something else is being sent for it. */
async function endThere(
  tx: Tx,
  ctx: Ctx,
  old: Mandate,
  change: typeof accountChanges.$inferSelect,
): Promise<boolean> {
  const [connection] = await tx.select().from(connections).where(eq(connections.id, old.connectionId));
  const [agreement] = await tx.select().from(agreements).where(eq(agreements.id, old.agreementId));
  const offers =
    connection && ctx.providers[old.provider]?.capabilities(connection.environment, connection.settings);
  if (!agreement || !offers?.endMandate || !old.providerId || old.sending !== "none") return false;
  const { id, state, providerId, values } = old;
  await intend(tx, ctx, {
    connectionId: old.connectionId,
    noun: "mandate",
    subjectId: id,
    intent: {
      operation: "mandate.end",
      key: newKey(),
      agreement: agreementView(agreement),
      mandate: { id, state, providerId, values },
    },
    // The worker does what this person asked for.
    wantedBy: { kind: "person", id: change.askedById, name: change.askedByName },
  });
  return true;
}

async function close(
  tx: Tx,
  ctx: Ctx,
  which: ReturnType<typeof eq>,
  state: "done" | "called_off",
): Promise<void> {
  const closed = await tx
    .update(accountChanges)
    .set({ state, sealed: null, closedAt: ctx.clock.now() })
    .where(and(which, inArray(accountChanges.state, ["waits", "open", "ending"])))
    .returning();
  for (const change of closed) {
    for (const kind of ["change_to_approve", "change_to_finish"] as const)
      await closeTask(tx, ctx, kind, change.oldMandateId);
    audit(tx, ctx, {
      action: `mandate.account_change_${state}`,
      noun: "mandate",
      subjectId: change.oldMandateId,
      after: { change: change.id, mandate: change.newMandateId },
    });
  }
}
