import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { findRun, moveRun } from "./door";

/** Puts a run away of which nothing was sent: its file and its references may be brought in again. */
export async function discardRun(ctx: Ctx, runId: string): Promise<void> {
  requirePermission(ctx, "runs.prepare");
  await inTransaction(ctx.db, async (tx) => {
    const run = await findRun(tx, ctx.creditorId, runId);
    if (run.sentAt) throw new AppError("move_not_allowed", { params: { move: "discard", state: run.state } });
    await moveRun(tx, ctx, run, "discard");
  });
}
