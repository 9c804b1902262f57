import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { heldRun } from "@/lib/submissions/preflight";
import { openTask } from "@/lib/tasks/tasks";
import { findRun, moveRun } from "./door";
import { firstCutoff } from "./first-cutoff";
import { type Progress, progressOf } from "./progress";
import { holdBack } from "./release";

/**
 * Stops a run: no further row leaves. What was permitted runs to its end and is counted where it ends. That it stands
 * still is somebody's work, by the first cut-off of what has not left. Answers how many are where.
 */
export async function stopRun(ctx: Ctx, runId: string): Promise<Progress> {
  requirePermission(ctx, "runs.prepare");
  return inTransaction(ctx.db, async (tx) => {
    const run = await findRun(tx, ctx.creditorId, runId);
    if (run.state === "stopped") return progressOf(tx, run.id);
    await moveRun(tx, ctx, run, "stop", {
      stopReason: "person",
      stoppedAt: ctx.clock.now(),
      stoppedByName: ctx.actor.name,
    });
    await holdBack(tx, run.id);
    await openTask(tx, ctx, { ...heldRun(run.id), dueAt: await firstCutoff(tx, run.id) });
    return progressOf(tx, run.id);
  });
}
