import { and, eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { runs } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import { mayMove, type RunMove, runMoves } from "./states";

export type Run = typeof runs.$inferSelect;

/** A run of the creditor; `not_found` for another creditor's. */
export async function findRun(db: Pick<Reader, "select">, creditorId: string, id: string): Promise<Run> {
  const [run] = await db
    .select()
    .from(runs)
    .where(and(same(runs.id, id), eq(runs.creditorId, creditorId)));
  if (!run) throw notFound();
  return run;
}

/** Refused unless the run may take this step from where it stands. */
export function requireMove(run: Run, move: RunMove): void {
  if (!mayMove(move, run.state))
    throw new AppError("move_not_allowed", { params: { move, state: run.state } });
}

/** The only way a run's state changes: from the version that was seen, or not at all. */
export async function moveRun(
  tx: Tx,
  ctx: Ctx,
  run: Run,
  move: RunMove,
  patch: Partial<typeof runs.$inferInsert> = {},
  note: { after?: Record<string, unknown>; reason?: string } = {},
): Promise<Run> {
  requireMove(run, move);
  const [moved] = await tx
    .update(runs)
    .set({
      ...patch,
      state: runMoves[move].to,
      version: sql`${runs.version} + 1`,
      updatedAt: ctx.clock.now(),
    })
    .where(and(eq(runs.id, run.id), eq(runs.version, run.version), eq(runs.state, run.state)))
    .returning();
  if (!moved) throw new AppError("changed_meanwhile");
  audit(tx, ctx, {
    action: `run.${move}`,
    noun: "run",
    subjectId: run.id,
    before: { state: run.state },
    after: { state: moved.state, ...note.after },
    ...(note.reason === undefined ? {} : { reason: note.reason }),
  });
  return moved;
}

/** What a change of the content takes away: whoever approved something else has not approved this. */
export const noApproval = {
  contentHash: null,
  approvedById: null,
  approvedByName: null,
  approvedHash: null,
  approvedAt: null,
  frozenAt: null,
} as const;
