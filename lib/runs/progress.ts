import { and, count, eq, isNotNull, ne, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { payments, runItems, submissions } from "@/db/schema";

/** Where the rows of a run are; together they are all that will be sent, each row in one of them. */
export const buckets = [
  "to_issue",
  "sending",
  "accepted",
  "refused",
  "unknown",
  "held",
  "cancelled",
] as const;
export type Bucket = (typeof buckets)[number];

/** Why what is held waits. */
export const holds = ["cutoff", "stopped", "mandate", "plan", "person"] as const;
export type Hold = (typeof holds)[number];

export interface Progress {
  total: number;
  of: Readonly<Record<Bucket, number>>;
  held: Readonly<Record<Hold, number>>;
}

type Part = { bucket: Bucket; hold?: Hold } | null;
interface Counted {
  part: string;
  state: string;
  detail: string;
  count: number;
}

/**
 * Counts every row of a run, in one statement: rows move while it is sent, and two questions one after the other would
 * count one of them twice or not at all.
 */
export async function progressOf(db: Pick<Reader, "select">, runId: string): Promise<Progress> {
  const items = db
    .select({
      part: sql<string>`'item'`.as("part"),
      state: sql<string>`${runItems.state}`.as("state"),
      detail: sql<string>`coalesce(${runItems.reason}, '')`.as("detail"),
      count: count().as("count"),
    })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), ne(runItems.state, "issued"), ne(runItems.state, "excluded")))
    .groupBy(runItems.state, runItems.reason);
  const settled = db
    .select({
      part: sql<string>`'payment'`.as("part"),
      state: sql<string>`${payments.state}`.as("state"),
      detail: sql<string>`''`.as("detail"),
      count: count().as("count"),
    })
    .from(payments)
    .where(and(eq(payments.runId, runId), ne(payments.state, "ready")))
    .groupBy(payments.state);
  // Of what nothing is proven, the submission says how far it came. A row that waits to be issued again is an item above.
  const detail = sql<string>`case when ${isNotNull(submissions.nextAt)} then '' else coalesce(${submissions.detail}, '') end`;
  const held = sql<string>`case when ${submissions.state} = 'intended' and ${submissions.nextAt} is null then 'held' else ${submissions.state} end`;
  const underway = db
    .select({
      part: sql<string>`'ready'`.as("part"),
      state: held.as("state"),
      detail: detail.as("detail"),
      count: count().as("count"),
    })
    .from(payments)
    .innerJoin(
      submissions,
      and(eq(submissions.subjectId, payments.id), eq(submissions.operation, "payment.create")),
    )
    .innerJoin(runItems, and(eq(runItems.paymentId, payments.id), ne(runItems.state, "planned")))
    .where(and(eq(payments.runId, runId), eq(payments.state, "ready")))
    .groupBy(sql`2`, sql`3`);
  const rows = await items.unionAll(settled).unionAll(underway);
  return sum(rows);
}

function sum(rows: readonly Counted[]): Progress {
  const of = { to_issue: 0, sending: 0, accepted: 0, refused: 0, unknown: 0, held: 0, cancelled: 0 };
  const held = { cutoff: 0, stopped: 0, mandate: 0, plan: 0, person: 0 };
  let total = 0;
  for (const row of rows) {
    const counted = Number(row.count);
    const part = partOf(row);
    if (!part) continue;
    of[part.bucket] += counted;
    if (part.bucket === "held") held[part.hold ?? "person"] += counted;
    total += counted;
  }
  return { total, of, held };
}

function partOf({ part, state, detail }: Counted): Part {
  if (part === "item") {
    if (state === "planned") return { bucket: "to_issue" };
    if (state === "refused") return { bucket: "refused" };
    return { bucket: "held", hold: detail === "plan_differs" ? "plan" : "cutoff" };
  }
  // Whatever the provider took in is accepted, also when it was given back later.
  if (part === "payment") return ofPayment[state] ?? { bucket: "accepted" };
  return ofSubmission[state] ?? { bucket: "held", hold: holdBy[detail] ?? "person" };
}

const ofPayment: Readonly<Record<string, Part>> = {
  rejected: { bucket: "refused" },
  cancelled: { bucket: "cancelled" },
};
const ofSubmission: Readonly<Record<string, Part>> = {
  intended: { bucket: "sending" },
  in_flight: { bucket: "sending" },
  unknown: { bucket: "unknown" },
  confirmed: { bucket: "accepted" },
};
const holdBy: Readonly<Record<string, Hold>> = {
  cutoff_passed: "cutoff",
  run_stopped: "stopped",
  mandate_not_active: "mandate",
};
