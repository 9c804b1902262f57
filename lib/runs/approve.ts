import { inTransaction } from "@/db/transaction";
import { isOwnWork } from "@/lib/access/own-work";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { contentHash } from "./content";
import { findRun, moveRun, requireMove } from "./door";

/**
 * A second person's yes to exactly the content that was looked at. Never to one's own work, in whatever role and by
 * whichever way it comes.
 */
export async function approveRun(ctx: Ctx, input: { runId: string; contentHash: string }): Promise<void> {
  requirePermission(ctx, "runs.approve");
  const run = await findRun(ctx.db.read, ctx.creditorId, input.runId);
  if (await isOwnWork(ctx, ctx.db.read, run.workOf)) throw new AppError("own_work");
  requireMove(run, "approve");
  const hash = await contentHash(ctx.db.read, run.id);
  if (hash === null || hash !== run.contentHash || hash !== input.contentHash)
    throw new AppError("plan_changed");
  await inTransaction(ctx.db, (tx) =>
    moveRun(
      tx,
      ctx,
      run,
      "approve",
      {
        approvedById: ctx.actor.id,
        approvedByName: ctx.actor.name,
        approvedHash: hash,
        approvedAt: ctx.clock.now(),
      },
      { after: { content: hash } },
    ),
  );
}
