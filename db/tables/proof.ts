import type { Kit } from "../dialect/postgres";

export type ActorKind = "person" | "api" | "worker" | "provider";

/** Audit, counters and the vault's keys. Audit rows have no foreign keys: history outlives its subjects. */
export function proofTables(k: Kit) {
  const auditLog = k.table(
    "audit_log",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      seq: k.big().notNull(),
      at: k.instant().notNull(),
      actorKind: k.text().$type<ActorKind>().notNull(),
      actorId: k.text().notNull(),
      actorName: k.text().notNull(),
      action: k.text().notNull(),
      noun: k.text().notNull(),
      subjectId: k.text().notNull(),
      /** Text, not JSON: the hash is over these very characters. */
      before: k.text(),
      after: k.text(),
      reason: k.text(),
      requestId: k.text(),
      previousHash: k.text().notNull(),
      hash: k.text().notNull(),
    },
    (t) => [
      k.uniqueIndex("audit_log_chain").on(t.creditorId, t.seq),
      k.index("audit_log_subject").on(t.subjectId, t.seq),
    ],
  );

  const auditHeads = k.table("audit_heads", {
    creditorId: k.text().primaryKey(),
    seq: k.big().notNull(),
    hash: k.text().notNull(),
  });

  /** Figures kept in the same transaction as the move that changes them. */
  const counters = k.table(
    "counters",
    {
      creditorId: k.text().notNull(),
      /** `payments` or `mandates`. */
      noun: k.text().notNull(),
      /** The window for payments, empty for none and for mandates. */
      bucket: k.text().notNull(),
      state: k.text().notNull(),
      currency: k.text().notNull(),
      test: k.bool().notNull(),
      count: k.big().notNull(),
      amountMinor: k.big().notNull(),
    },
    (t) => [
      k.primaryKey({
        name: "counters_pk",
        columns: [t.creditorId, t.noun, t.bucket, t.state, t.currency, t.test],
      }),
    ],
  );

  const vaultKeys = k.table("vault_keys", {
    id: k.text().primaryKey(),
    purpose: k.text().$type<"data" | "index">().notNull(),
    /** The data key, encrypted under the master key. */
    wrapped: k.text().notNull(),
    createdAt: k.instant().notNull(),
  });

  return { auditLog, auditHeads, counters, vaultKeys };
}
