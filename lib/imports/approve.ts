import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { contentHash } from "./content";
import { findImport, moveImport, requireMove } from "./door";

/**
 * A second person's yes to exactly the content that was looked at. Never to one's own work, in whatever role and by
 * whichever way it comes.
 */
export async function approveImport(
  ctx: Ctx,
  input: { importId: string; contentHash: string },
): Promise<void> {
  requirePermission(ctx, "imports.approve");
  const of = await findImport(ctx.db.read, ctx.creditorId, input.importId);
  if (of.workOf.includes(ctx.actor.id)) throw new AppError("own_work");
  requireMove(of, "approve");
  const hash = await contentHash(ctx.db.read, of);
  if (hash === null || hash !== of.contentHash || hash !== input.contentHash)
    throw new AppError("plan_changed");
  const by = { approvedById: ctx.actor.id, approvedByName: ctx.actor.name, approvedHash: hash };
  await inTransaction(ctx.db, (tx) =>
    moveImport(tx, ctx, of, "approve", { ...by, approvedAt: ctx.clock.now() }, { after: { content: hash } }),
  );
}
