import { and, desc, eq, gt } from "drizzle-orm";
import { comparisons, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { findConnection } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { lookUpSubmission } from "@/lib/submissions/look-up";
import type { Comparison } from "./gap";
import { readThere } from "./read-there";
import { writeGaps } from "./write-gaps";

/** Longer than the longest list takes; a comparison that died is begun anew after it. */
const LEASE_MS = 15 * 60_000;

/**
 * Compares our books with everything open at one provider. What is read is let in at the door as ever; what does not
 * fit is a gap, and each gap a task. Sends nothing.
 */
export async function compareConnection(ctx: Ctx, connectionId: string): Promise<Comparison> {
  requirePermission(ctx, "fence.compare");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
  const begun = await begin(ctx, connection.id);
  try {
    const found = await readThere(ctx, connection.id);
    await askAboutUnknown(ctx, connection.id);
    const gaps = [...found.gaps.values()];
    const complete = !gaps.some((gap) => gap.kind === "unread");
    return await inTransaction(ctx.db, async (tx) => {
      const open = await writeGaps(tx, ctx, begun, gaps);
      const [done] = await tx
        .update(comparisons)
        .set({
          state: complete ? "complete" : "incomplete",
          finishedAt: ctx.clock.now(),
          leaseUntil: null,
          readThere: found.read,
          ours: found.ours,
          gaps: open,
        })
        .where(eq(comparisons.id, begun.id))
        .returning();
      if (!done) throw new AppError("changed_meanwhile");
      audit(tx, ctx, {
        action: "connection.compared",
        noun: "connection",
        subjectId: connection.id,
        after: { comparison: done.id, state: done.state, read: done.readThere, ours: done.ours, gaps: open },
      });
      return done;
    });
  } catch (error) {
    await giveUp(ctx, begun);
    throw error;
  }
}

/** One at a time per connection. */
async function begin(ctx: Ctx, connectionId: string): Promise<Comparison> {
  const now = ctx.clock.now();
  const real = ctx.leases.now();
  return inTransaction(ctx.db, async (tx) => {
    const [running] = await tx
      .select({ id: comparisons.id })
      .from(comparisons)
      .where(and(eq(comparisons.connectionId, connectionId), gt(comparisons.leaseUntil, real)))
      .orderBy(desc(comparisons.startedAt))
      .limit(1);
    if (running) throw new AppError("already_comparing");
    const [begun] = await tx
      .insert(comparisons)
      .values({
        id: newId("cmp", now),
        creditorId: ctx.creditorId,
        connectionId,
        state: "running",
        startedAt: now,
        leaseUntil: new Date(real.getTime() + LEASE_MS),
        startedBy: ctx.actor.name,
        readThere: 0,
        ours: 0,
        gaps: 0,
      })
      .returning();
    if (!begun) throw new Error("the comparison was not written");
    return begun;
  });
}

async function giveUp(ctx: Ctx, begun: Comparison): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(comparisons)
      .set({ state: "incomplete", finishedAt: ctx.clock.now(), leaseUntil: null })
      .where(eq(comparisons.id, begun.id));
  });
}

/** What may have left is asked about now, and again by the worker until it is proven. */
async function askAboutUnknown(ctx: Ctx, connectionId: string): Promise<void> {
  const unknown = await ctx.db.read
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.creditorId, ctx.creditorId),
        eq(submissions.connectionId, connectionId),
        eq(submissions.state, "unknown"),
      ),
    )
    .limit(500);
  for (const { id } of unknown) await lookUpSubmission(ctx, id);
}
