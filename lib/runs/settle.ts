import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { heldRun } from "@/lib/submissions/preflight";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { moveRun, type Run } from "./door";
import { progressOf } from "./progress";

/**
 * Ends a run whose every row is accounted for, or lets it rest when nothing can go on without a person. What is being
 * sent, or of unknown outcome, keeps it going.
 */
export async function settleRun(ctx: Ctx, run: Run): Promise<void> {
  const { of } = await progressOf(ctx.db.read, run.id);
  if (of.to_issue + of.sending + of.unknown > 0) return;
  try {
    await inTransaction(ctx.db, async (tx) => {
      const now = ctx.clock.now();
      if (of.held === 0) {
        await closeTask(tx, ctx, "run_held", run.id);
        await moveRun(tx, ctx, run, "finish", { doneAt: now }, { after: { ...of } });
        return;
      }
      await moveRun(tx, ctx, run, "rest", { stopReason: "held", stoppedAt: now }, { after: { ...of } });
      await openTask(tx, ctx, heldRun(run.id));
    });
  } catch (error) {
    // Another worker was first, or somebody stopped it.
    if (!(error instanceof AppError)) throw error;
  }
}
