import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Exchange } from "@/lib/providers/contract";
import { openStates } from "./states";

/** So many calls in a row without an answer are no accident. */
const LOST_BEFORE_PAUSE = 5;
const SHORTEST_MS = 30_000;
const LONGEST_MS = 60_000;

/** Whether nobody answered; what is too long or garbled is an answer all the same. */
const isSilent = ({ result }: Exchange): boolean =>
  result.kind === "not_sent" ||
  (result.kind === "lost" && (result.cause === "timeout" || result.cause === "reset"));

/**
 * Counts the sends in a row that nobody answered. After several the connection's sends are kept back for a while, each
 * time longer: what is lost is not known, and each time-out is a slot that another connection needs.
 */
export async function countSilence(
  tx: Tx,
  ctx: Ctx,
  connectionId: string,
  exchange: Exchange,
): Promise<void> {
  const its = eq(connections.id, connectionId);
  if (!isSilent(exchange)) {
    await tx
      .update(connections)
      .set({ lostInARow: 0 })
      .where(and(its, ne(connections.lostInARow, 0)));
    return;
  }
  const now = ctx.clock.now();
  // What was on its way when a pause began says nothing new.
  const notHeld = or(isNull(connections.heldUntil), lte(connections.heldUntil, now));
  const [counted] = await tx
    .update(connections)
    .set({ lostInARow: sql`${connections.lostInARow} + 1` })
    .where(and(its, notHeld))
    .returning({ lost: connections.lostInARow });
  if (!counted || counted.lost < LOST_BEFORE_PAUSE) return;
  const grown = Math.min(SHORTEST_MS * 2 ** (counted.lost - LOST_BEFORE_PAUSE), LONGEST_MS);
  const pause = Math.min(grown, (await timeLeft(tx, connectionId, now)) / 4);
  await tx
    .update(connections)
    .set({
      heldUntil: new Date(now.getTime() + pause),
      // Where nothing left at all that is the problem, and it has been noted.
      ...(exchange.result.kind === "lost" ? { lastProblem: "silent:", lastProblemAt: now } : {}),
    })
    .where(its);
}

/** How long it is to the nearest deadline of what the connection has open. */
async function timeLeft(tx: Tx, connectionId: string, now: Date): Promise<number> {
  const [next] = await tx
    .select({ at: submissions.deadlineAt })
    .from(submissions)
    .where(
      and(
        eq(submissions.connectionId, connectionId),
        inArray(submissions.state, [...openStates]),
        isNotNull(submissions.nextAt),
        gt(submissions.deadlineAt, now),
      ),
    )
    .orderBy(asc(submissions.deadlineAt))
    .limit(1);
  return next ? next.at.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
}
