import type { Kit } from "../dialect/postgres";

export type GapKind =
  | "unknown_here" // there, and not in our books: sent after the backup was taken, or by another copy
  | "missing_there" // in our books as live, and not there
  | "differs" // there with another amount, currency or test flag
  | "by_hand" // the provider has no list that could prove it
  | "unread"; // could not be read to its end
export type GapState = "open" | "adopted" | "acknowledged" | "gone";

/** Which of the copies of these data this is, and what a comparison with a provider has found. */
export function instanceTables(k: Kit) {
  /** One row, `desk`. The token is new at every fence: two copies that went apart can be told from each other. */
  const instances = k.table("instances", {
    id: k.text().primaryKey(),
    name: k.text().notNull(),
    generation: k.int().notNull(),
    token: k.text().notNull(),
    since: k.instant().notNull(),
  });

  const comparisons = k.table(
    "comparisons",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      state: k.text().$type<"running" | "complete" | "incomplete">().notNull(),
      startedAt: k.instant().notNull(),
      finishedAt: k.instant(),
      /** In real time, like every lease. */
      leaseUntil: k.instant(),
      startedBy: k.text().notNull(),
      /** How many were read there, and how many of ours were looked for. */
      readThere: k.int().notNull(),
      ours: k.int().notNull(),
      gaps: k.int().notNull(),
    },
    (t) => [k.index("comparisons_connection").on(t.connectionId, t.startedAt, t.id)],
  );

  const gaps = k.table(
    "gaps",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      connectionId: k.text().notNull(),
      comparisonId: k.text().notNull(),
      kind: k.text().$type<GapKind>().notNull(),
      noun: k.text().$type<"payment" | "mandate" | "connection">().notNull(),
      /** The provider's name for it, our record's id, or what cannot be proven: found again under it. */
      subject: k.text().notNull(),
      facts: k.json<Record<string, string | number>>().notNull(),
      state: k.text().$type<GapState>().notNull(),
      reason: k.text(),
      closedBy: k.text(),
      closedAt: k.instant(),
      createdAt: k.instant().notNull(),
    },
    (t) => [
      k.uniqueIndex("gaps_once").on(t.connectionId, t.kind, t.subject),
      k.index("gaps_open").on(t.creditorId, t.state, t.createdAt, t.id),
    ],
  );

  return { instances, comparisons, gaps };
}
