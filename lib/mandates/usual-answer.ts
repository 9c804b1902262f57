import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { mandates, moves } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** Of so many newest mandates it is looked at how long the answer took; fewer than three say nothing. */
const LOOKED_AT = 20;
const TELLING = 3;

/**
 * How long this connection's answer to a new mandate usually takes, in milliseconds: the middle of what the newest
 * took from our form to "active" or "failed". Null while there are too few.
 */
export async function usualAnswerMs(ctx: Ctx, connectionId: string): Promise<number | null> {
  const newest = await ctx.db.read
    .select({ id: mandates.id, createdAt: mandates.createdAt })
    .from(mandates)
    .where(
      and(
        eq(mandates.connectionId, connectionId),
        inArray(mandates.state, ["active", "failed"]),
        eq(mandates.creditorId, ctx.creditorId),
        // What a provider reported by itself was answered before we knew of it.
        isNotNull(mandates.requestKey),
      ),
    )
    .orderBy(desc(mandates.askedAt))
    .limit(LOOKED_AT);
  if (newest.length < TELLING) return null;
  const answered = await ctx.db.read
    .select({ subjectId: moves.subjectId, at: moves.at })
    .from(moves)
    .where(
      and(
        inArray(
          moves.subjectId,
          newest.map((row) => row.id),
        ),
        inArray(moves.move, ["activate", "fail"]),
      ),
    );
  const began = new Map(newest.map((row) => [row.id, row.createdAt.getTime()]));
  const took = answered
    .map((row) => row.at.getTime() - (began.get(row.subjectId) ?? row.at.getTime()))
    .sort((a, b) => a - b);
  return took.length < TELLING ? null : (took[Math.floor(took.length / 2)] ?? null);
}
