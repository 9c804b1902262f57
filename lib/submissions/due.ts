import { and, asc, eq, inArray, isNull, lt, lte, or } from "drizzle-orm";
import { connections, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";

export interface DueSubmission {
  id: string;
  creditorId: string;
}

const which = { id: submissions.id, creditorId: submissions.creditorId };
/** The nearest deadline first, and the largest amount of equal ones, so that when time is short the worst is averted. */
const order = [asc(submissions.deadlineAt), asc(submissions.valueRank)];

const turnOf = (ctx: Ctx) =>
  and(
    lte(submissions.nextAt, ctx.clock.now()),
    or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, ctx.leases.now())),
  );

/** What was never permitted and should go now. `heldUntil` of a connection keeps its sends back. */
export function dueSends(ctx: Ctx, limit: number): Promise<DueSubmission[]> {
  return ctx.db.read
    .select(which)
    .from(submissions)
    .innerJoin(connections, eq(connections.id, submissions.connectionId))
    .where(
      and(
        eq(submissions.state, "intended"),
        turnOf(ctx),
        or(isNull(connections.heldUntil), lte(connections.heldUntil, ctx.clock.now())),
      ),
    )
    .orderBy(...order)
    .limit(limit);
}

/** What may have left, and should be asked about now. */
export function dueLookUps(ctx: Ctx, limit: number): Promise<DueSubmission[]> {
  return ctx.db.read
    .select(which)
    .from(submissions)
    .where(and(inArray(submissions.state, ["in_flight", "unknown"]), turnOf(ctx)))
    .orderBy(...order)
    .limit(limit);
}
