import { and, asc, eq } from "drizzle-orm";
import { moves } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

export type MoveRow = typeof moves.$inferSelect;

/** Every change of state of one mandate or payment, in order. */
export function movesOf(ctx: Ctx, subjectId: string): Promise<MoveRow[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select()
    .from(moves)
    .where(and(eq(moves.subjectId, subjectId), eq(moves.creditorId, ctx.creditorId)))
    .orderBy(asc(moves.version))
    .limit(1_000);
}
