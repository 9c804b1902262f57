import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { contentHash } from "./content";
import { findRun, moveRun, requireMove } from "./door";
import { replanRun } from "./replan";
import { workOf } from "./work-of";

/**
 * Closes a draft: from here on it is exactly this content that is approved and sent. Refused, with the new plan kept,
 * when the plan is not any more what the person saw.
 */
export async function freezeRun(ctx: Ctx, runId: string): Promise<string> {
  requirePermission(ctx, "runs.prepare");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  requireMove(run, "freeze");
  const rows = await replanRun(ctx, run);
  if (rows > 0) throw new AppError("plan_changed", { params: { rows } });
  const hash = await contentHash(ctx.db.read, run.id);
  if (hash === null) throw new AppError("nothing_to_send");
  await inTransaction(ctx.db, (tx) =>
    moveRun(
      tx,
      ctx,
      run,
      "freeze",
      {
        ...{ contentHash: hash, frozenAt: ctx.clock.now(), checks: [], checkedAt: null },
        workOf: workOf(run, ctx.actor),
      },
      { after: { content: hash } },
    ),
  );
  return hash;
}
