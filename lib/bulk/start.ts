import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { findBulk, moveBulk } from "./door";
import { bulkVerbs } from "./states";

const LONGEST_REASON = 500;

/**
 * Confirms bulk work, or lets a stopped one go on: the worker does row by row from here. A second press finds it under
 * way, or done, and changes nothing.
 */
export async function startBulk(ctx: Ctx, input: { bulkId: string; reason: string }): Promise<void> {
  const bulk = await findBulk(ctx.db.read, ctx, input.bulkId);
  const { permission, asksReason } = bulkVerbs[bulk.verb];
  requirePermission(ctx, permission);
  // What it was begun for stays the reason of every row.
  const reason = bulk.reason ?? input.reason.trim();
  if (asksReason && !reason) throw new AppError("invalid", { fields: { reason: "required" } });
  if (reason.length > LONGEST_REASON) throw new AppError("invalid", { fields: { reason: "too_long" } });
  await inTransaction(ctx.db, (tx) =>
    moveBulk(tx, ctx, bulk.id, "start", {
      ...(asksReason ? { reason } : {}),
      startedAt: bulk.startedAt ?? ctx.clock.now(),
      stopReason: null,
    }),
  );
}
