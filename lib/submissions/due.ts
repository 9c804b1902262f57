import { and, asc, eq, inArray, isNull, lt, lte, or } from "drizzle-orm";
import { connections, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";

export interface DueSubmission {
  id: string;
  creditorId: string;
  /** `send` for what was never permitted, `look_up` for what may have left. */
  step: "send" | "look_up";
}

/** Of so many sends, one look-up: near a cut-off a send matters more, and no look-up waits for the last of them. */
const SENDS_PER_LOOK_UP = 5;

/**
 * What a worker should take up now: the nearest deadline first, and the largest amount of equal ones, so that when time
 * is short the worst is averted. `heldUntil` of a connection keeps its sends back.
 */
export async function dueSubmissions(ctx: Ctx, limit: number): Promise<DueSubmission[]> {
  const now = ctx.clock.now();
  const which = { id: submissions.id, creditorId: submissions.creditorId };
  const turn = and(
    lte(submissions.nextAt, now),
    or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, ctx.leases.now())),
  );
  const order = [asc(submissions.deadlineAt), asc(submissions.valueRank)];
  const [sends, lookUps] = await Promise.all([
    ctx.db.read
      .select(which)
      .from(submissions)
      .innerJoin(connections, eq(connections.id, submissions.connectionId))
      .where(
        and(
          eq(submissions.state, "intended"),
          turn,
          or(isNull(connections.heldUntil), lte(connections.heldUntil, now)),
        ),
      )
      .orderBy(...order)
      .limit(limit),
    ctx.db.read
      .select(which)
      .from(submissions)
      .where(and(inArray(submissions.state, ["in_flight", "unknown"]), turn))
      .orderBy(...order)
      .limit(Math.ceil(limit / SENDS_PER_LOOK_UP)),
  ]);
  return [
    ...sends.map((row) => ({ ...row, step: "send" as const })),
    ...lookUps.map((row) => ({ ...row, step: "look_up" as const })),
  ];
}
