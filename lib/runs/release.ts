import { and, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, runItems, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { parked } from "@/lib/submissions/parked";
import { closeTask } from "@/lib/tasks/tasks";

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

/**
 * Lets what was kept back have its turn again, and what failed on our side too often: a person has looked. What waits for
 * another reason goes on waiting, and what is planned anew until its row has its turn.
 */
export async function letGo(tx: Tx, ctx: Ctx, runId: string): Promise<void> {
  const own = and(ownWaiting(tx, runId), notInArray(submissions.subjectId, plannedAnew(tx, runId)));
  const turn = { nextAt: ctx.clock.now(), detail: null, version: sql`${submissions.version} + 1` };
  const again = await tx
    .update(submissions)
    .set({ ...turn, faults: 0 })
    .where(and(own, parked))
    .returning({ paymentId: submissions.subjectId });
  for (const { paymentId } of again) await closeTask(tx, ctx, "submission_parked", paymentId);
  await tx
    .update(submissions)
    .set(turn)
    .where(and(own, eq(submissions.detail, "run_stopped")));
}

const plannedAnew = (tx: Tx, runId: string) =>
  tx
    .select({ id: sql<string>`${runItems.paymentId}` })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.state, "planned"), isNotNull(runItems.paymentId)));
