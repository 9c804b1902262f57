import { eq, isNotNull } from "drizzle-orm";
import { connections, messages, submissions } from "@/db/schema";
import type { World } from "./world";

/** When a worker could next do something; null when nothing waits for one. */
export async function nextDue({ read }: World): Promise<number | null> {
  const { nextAt: at, leaseUntil: lease, state } = submissions;
  const ours = await read
    .select({ at, lease, state, held: connections.heldUntil })
    .from(submissions)
    .innerJoin(connections, eq(connections.id, submissions.connectionId))
    .where(isNotNull(at));
  const theirs = await read
    .select({ at: messages.nextAt, lease: messages.leaseUntil })
    .from(messages)
    .where(isNotNull(messages.nextAt));
  const rows = [
    // A pause of its connection keeps a send back, and no look-up.
    ...ours.map((row) => ({ ...row, held: row.state === "intended" ? row.held : null })),
    ...theirs.map((row) => ({ ...row, held: null })),
  ];
  const instants = rows.map((row) =>
    Math.max(row.at?.getTime() ?? 0, (row.lease?.getTime() ?? 0) + 1, row.held?.getTime() ?? 0),
  );
  return instants.length === 0 ? null : Math.min(...instants);
}
