import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { closeTask } from "@/lib/tasks/tasks";
import { findRun, moveRun, requireMove } from "./door";
import { progressOf } from "./progress";
import { letGo } from "./release";
import { requireChecks } from "./send";

/**
 * Lets a stopped run go on, under the approval it has: its content cannot have changed. Everything is looked at again,
 * but for the mandates: a row whose mandate has ended since is set aside at its turn and must not keep the others.
 */
export async function resumeRun(ctx: Ctx, runId: string): Promise<void> {
  requirePermission(ctx, "runs.prepare");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  if (run.state === "sending") return;
  requireMove(run, "resume");
  const { of } = await progressOf(ctx.db.read, run.id);
  // With nothing left to send it only comes to its end, whatever is wrong there.
  if (of.to_issue + of.held > 0) await requireChecks(ctx, run, ({ code }) => code !== "mandates");
  await inTransaction(ctx.db, async (tx) => {
    await moveRun(tx, ctx, run, "resume", { stopReason: null, stoppedAt: null, stoppedByName: null });
    await letGo(tx, ctx, run.id);
    await closeTask(tx, ctx, "run_held", run.id);
  });
}
