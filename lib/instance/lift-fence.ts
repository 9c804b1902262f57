import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { comparisons, connections, creditors, gaps, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { fenceOf } from "./fence";

/**
 * Sending is on again: by an admin, with a reason, once every connection has been compared since the fence was raised
 * and no gap is open. What may have left stays unknown and is only looked up; what was wanted since goes now.
 */
export async function liftFence(ctx: Ctx, input: { reason: string }): Promise<void> {
  requirePermission(ctx, "fence.lift");
  const reason = input.reason.trim();
  if (!reason) throw new AppError("invalid", { fields: { reason: "required" } });
  await inTransaction(ctx.db, async (tx) => {
    const fence = await fenceOf(tx, ctx.creditorId);
    if (!fence) throw new AppError("not_fenced");
    await refuseUncompared(tx, ctx, fence.since);
    const [lifted] = await tx
      .update(creditors)
      .set({ fencedAt: null, fenceReason: null })
      .where(and(eq(creditors.id, ctx.creditorId), eq(creditors.fencedAt, fence.since)))
      .returning();
    if (!lifted) throw new AppError("changed_meanwhile");
    await tx
      .update(submissions)
      .set({ nextAt: ctx.clock.now(), detail: null })
      .where(
        and(
          eq(submissions.creditorId, ctx.creditorId),
          eq(submissions.state, "intended"),
          eq(submissions.detail, "fenced"),
        ),
      );
    audit(tx, ctx, {
      action: "fence.lifted",
      noun: "creditor",
      subjectId: ctx.creditorId,
      before: { since: fence.since.toISOString(), why: fence.why },
      reason,
    });
  });
}

async function refuseUncompared(tx: Tx, ctx: Ctx, since: Date): Promise<void> {
  const own = await tx.select().from(connections).where(eq(connections.creditorId, ctx.creditorId));
  for (const connection of own) {
    const done = await tx
      .select()
      .from(comparisons)
      .where(and(eq(comparisons.connectionId, connection.id), eq(comparisons.creditorId, ctx.creditorId)));
    const newest = done
      .filter((one) => one.startedAt >= since)
      .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())[0];
    if (!newest?.finishedAt) throw new AppError("not_compared", { params: { connection: connection.id } });
  }
  const open = await tx
    .select({ id: gaps.id })
    .from(gaps)
    .where(and(eq(gaps.creditorId, ctx.creditorId), eq(gaps.state, "open")))
    .limit(1);
  if (open.length > 0) throw new AppError("gaps_open");
}
