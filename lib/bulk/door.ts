import { and, eq, inArray } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { bulks } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import type { BulkState } from "./states";

export type Bulk = typeof bulks.$inferSelect;

/** Somebody's own bulk work; `not_found` for anybody else's. */
export async function findBulk(db: Pick<Reader, "select">, ctx: Ctx, id: string): Promise<Bulk> {
  const [bulk] = await db
    .select()
    .from(bulks)
    .where(and(same(bulks.id, id), eq(bulks.creditorId, ctx.creditorId), eq(bulks.ownerId, ctx.actor.id)));
  if (!bulk) throw notFound();
  return bulk;
}

/** Every step that bulk work may take. */
const bulkMoves = {
  start: { from: ["open", "stopped"], to: "going" },
  stop: { from: ["going"], to: "stopped" },
  finish: { from: ["going"], to: "done" },
} as const satisfies Record<string, { from: readonly BulkState[]; to: BulkState }>;

/** Takes a step, once: null when it stands elsewhere, because somebody was first or pressed twice. */
export async function moveBulk(
  tx: Tx,
  ctx: Ctx,
  id: string,
  move: keyof typeof bulkMoves,
  patch: Partial<typeof bulks.$inferInsert> = {},
): Promise<Bulk | null> {
  const { from, to } = bulkMoves[move];
  const [moved] = await tx
    .update(bulks)
    .set({ ...patch, state: to })
    .where(and(eq(bulks.id, id), inArray(bulks.state, [...from])))
    .returning();
  if (!moved) return null;
  audit(tx, ctx, {
    action: `bulk.${move}`,
    noun: "bulk",
    subjectId: id,
    after: { verb: moved.verb, ...(moved.stopReason ? { why: moved.stopReason } : {}) },
    ...(moved.reason ? { reason: moved.reason } : {}),
  });
  return moved;
}
