import { and, asc, eq, exists, isNull, lt, lte, or, type SQL } from "drizzle-orm";
import { connections, submissions } from "@/db/schema";
import type { SubmissionState } from "@/db/tables/journeys";
import { inTurns } from "@/lib/connections/in-turns";
import type { Ctx } from "@/lib/context";

export interface DueSubmission {
  id: string;
  creditorId: string;
}

const which = { id: submissions.id, creditorId: submissions.creditorId };
/** The nearest deadline first, and the largest amount of equal ones, so that when time is short the worst is averted. */
const order = [asc(submissions.deadlineAt), asc(submissions.valueRank)];

/** What was never permitted and should go now. `heldUntil` of a connection keeps its sends back. */
export function dueSends(ctx: Ctx, limit: number): Promise<DueSubmission[]> {
  const notHeld = or(isNull(connections.heldUntil), lte(connections.heldUntil, ctx.clock.now()));
  return dueInTurns(ctx, "intended", limit, notHeld);
}

/** What may have left, and should be asked about now: of a sender that died, and of a lost answer. */
export async function dueLookUps(ctx: Ctx, limit: number): Promise<DueSubmission[]> {
  return [...(await dueInTurns(ctx, "in_flight", limit)), ...(await dueInTurns(ctx, "unknown", limit))];
}

async function dueInTurns(
  ctx: Ctx,
  state: SubmissionState,
  limit: number,
  only?: SQL,
): Promise<DueSubmission[]> {
  const due = and(
    eq(submissions.state, state),
    lte(submissions.nextAt, ctx.clock.now()),
    or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, ctx.leases.now())),
  );
  const some = ctx.db.read
    .select(which)
    .from(submissions)
    .where(and(eq(submissions.connectionId, connections.id), due));
  const waiting = await ctx.db.read
    .select({ id: connections.id })
    .from(connections)
    .where(and(exists(some), only))
    .orderBy(asc(connections.id));
  const ids = waiting.map(({ id }) => id);
  return inTurns(ids, limit, (id, share) =>
    ctx.db.read
      .select(which)
      .from(submissions)
      .where(and(eq(submissions.connectionId, id), due))
      .orderBy(...order)
      .limit(share),
  );
}
