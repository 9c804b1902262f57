import { and, asc, eq, isNull, lt, lte, ne, or } from "drizzle-orm";
import { connections, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";

export interface DueSubmission {
  id: string;
  creditorId: string;
  /** `send` for what was never permitted, `look_up` for what may have left. */
  step: "send" | "look_up";
}

/** What a worker should take up now, oldest first; `heldUntil` of a connection keeps its sends back. */
export async function dueSubmissions(ctx: Ctx, limit: number): Promise<DueSubmission[]> {
  const now = ctx.clock.now();
  const free = or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, ctx.leases.now()));
  const waiting = await ctx.db.read
    .select({
      id: submissions.id,
      creditorId: submissions.creditorId,
      state: submissions.state,
    })
    .from(submissions)
    .innerJoin(connections, eq(connections.id, submissions.connectionId))
    .where(
      and(
        lte(submissions.nextAt, now),
        free,
        or(ne(submissions.state, "intended"), isNull(connections.heldUntil), lte(connections.heldUntil, now)),
      ),
    )
    .orderBy(asc(submissions.nextAt))
    .limit(limit);
  return waiting.map((row) => ({
    id: row.id,
    creditorId: row.creditorId,
    step: row.state === "intended" ? "send" : "look_up",
  }));
}
