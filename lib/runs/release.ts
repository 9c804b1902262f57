import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";

const ownWaiting = (tx: Tx, runId: string) =>
  and(
    eq(submissions.state, "intended"),
    eq(submissions.operation, "payment.create"),
    inArray(
      submissions.subjectId,
      tx
        .select({ id: payments.id })
        .from(payments)
        .where(and(eq(payments.runId, runId), eq(payments.state, "ready"))),
    ),
  );

/**
 * Keeps back every payment of a run of which no byte has left. The higher fence refuses a sender that has taken one up
 * and not permitted it yet; one that is permitted is in flight and is not found here.
 */
export async function holdBack(tx: Tx, runId: string): Promise<void> {
  await tx
    .update(submissions)
    .set({
      nextAt: null,
      leaseUntil: null,
      fence: sql`${submissions.fence} + 1`,
      version: sql`${submissions.version} + 1`,
      detail: "run_stopped",
    })
    .where(and(ownWaiting(tx, runId), isNotNull(submissions.nextAt)));
}

/** Lets what was kept back have its turn again. What waits for another reason goes on waiting. */
export async function letGo(tx: Tx, ctx: Ctx, runId: string): Promise<void> {
  await tx
    .update(submissions)
    .set({ nextAt: ctx.clock.now(), detail: null, version: sql`${submissions.version} + 1` })
    .where(and(ownWaiting(tx, runId), eq(submissions.detail, "run_stopped")));
}
