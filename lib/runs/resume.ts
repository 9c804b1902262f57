import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { closeTask } from "@/lib/tasks/tasks";
import { findRun, moveRun, requireMove } from "./door";
import { letGo } from "./release";
import { requireChecks } from "./send";

/** Lets a stopped run go on, under the approval it has: its content cannot have changed. Everything is looked at again. */
export async function resumeRun(ctx: Ctx, runId: string): Promise<void> {
  requirePermission(ctx, "runs.prepare");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  if (run.state === "sending") return;
  requireMove(run, "resume");
  await requireChecks(ctx, run);
  await inTransaction(ctx.db, async (tx) => {
    await moveRun(tx, ctx, run, "resume", { stopReason: null, stoppedAt: null, stoppedByName: null });
    await letGo(tx, ctx, run.id);
    await closeTask(tx, ctx, "run_held", run.id);
  });
}
