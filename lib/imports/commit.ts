import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { limitOf } from "@/lib/settings/limits";
import { contentHash } from "./content";
import { findImport, type Import, moveImport, readyRows, requireMove, workOf } from "./door";

/**
 * Lets the good rows become mandates. The worker makes them, in this person's name; a second press finds it under way
 * and changes nothing. Above the limit only what somebody else has approved.
 */
export async function commitImport(ctx: Ctx, importId: string): Promise<void> {
  requirePermission(ctx, "imports.commit");
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  if (of.state === "committing") return;
  requireMove(of, "commit");
  await requireAllowed(ctx, of);
  await inTransaction(ctx.db, (tx) =>
    moveImport(
      tx,
      ctx,
      of,
      "commit",
      {
        ...{ committedById: ctx.actor.id, committedByName: ctx.actor.name, committedAt: ctx.clock.now() },
        ...{ stopReason: null, stoppedByName: null, faults: 0, workOf: workOf(of, ctx) },
      },
      { after: { rows: readyRows(of), agreement: of.agreementId } },
    ),
  );
}

async function requireAllowed(ctx: Ctx, of: Import): Promise<void> {
  if (readyRows(of) === 0) throw new AppError("nothing_to_make");
  if (of.state === "approved") {
    const hash = await contentHash(ctx.db.read, of);
    if (hash === null || hash !== of.contentHash || hash !== of.approvedHash)
      throw new AppError("plan_changed");
    return;
  }
  const limit = await limitOf(ctx.db.read, ctx.creditorId, "imports.commit_limit");
  if (readyRows(of) > limit) throw new AppError("needs_approval", { params: { limit } });
}

/** Lets a stopped import go on, in the name of who says so: its content cannot have changed. */
export async function resumeImport(ctx: Ctx, importId: string): Promise<void> {
  requirePermission(ctx, "imports.commit");
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  if (of.state === "committing") return;
  await inTransaction(ctx.db, (tx) =>
    moveImport(tx, ctx, of, "resume", {
      ...{ committedById: ctx.actor.id, committedByName: ctx.actor.name },
      ...{ stopReason: null, stoppedByName: null, faults: 0 },
    }),
  );
}
