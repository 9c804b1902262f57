import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { settings } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { contentHash } from "./content";
import { findImport, type Import, moveImport, readyRows, requireMove, workOf } from "./door";
import { COMMIT_LIMIT, COMMIT_LIMIT_SETTING } from "./limits";

/** How many mandates of one import an agent makes without a second person. */
export async function commitLimit(db: Pick<Reader, "select">, creditorId: string): Promise<number> {
  const [row] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(and(eq(settings.creditorId, creditorId), eq(settings.name, COMMIT_LIMIT_SETTING)));
  return typeof row?.value === "number" ? row.value : COMMIT_LIMIT;
}

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
  const limit = await commitLimit(ctx.db.read, ctx.creditorId);
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
