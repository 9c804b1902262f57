import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { auditHeads, auditLog } from "@/db/schema";
import { beforeCommit } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";

export interface AuditNote {
  action: string;
  noun: string;
  subjectId: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
}

/** Who did it, for whom, when, and in which request. */
export type AuditCtx = Pick<Ctx, "actor" | "clock" | "creditorId" | "requestId">;

type Row = typeof auditLog.$inferInsert;
type Unchained = Omit<Row, "seq" | "previousHash" | "hash">;

/** The hash of an entry covers the one before it: a change, a removal or a swap shows. */
export function auditHash(row: Unchained & { seq: number; previousHash: string }): string {
  const parts = [
    row.previousHash,
    row.creditorId,
    row.seq,
    row.id,
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.actorName,
    row.action,
    row.noun,
    row.subjectId,
    row.before ?? "",
    row.after ?? "",
    row.reason ?? "",
    row.requestId ?? "",
  ];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

const waiting = new WeakMap<Tx, Unchained[]>();
const text = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/**
 * Notes a change in the transaction that makes it. The entry is chained at the end of the transaction, under the
 * lock of the creditor's head row.
 */
export function audit(tx: Tx, ctx: AuditCtx, note: AuditNote): void {
  const rows = waiting.get(tx) ?? [];
  if (rows.length === 0) waiting.set(tx, rows);
  const at = ctx.clock.now();
  rows.push({
    id: newId("aud", at),
    creditorId: ctx.creditorId,
    at,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    action: note.action,
    noun: note.noun,
    subjectId: note.subjectId,
    before: text(note.before),
    after: text(note.after),
    reason: note.reason ?? null,
    requestId: ctx.requestId,
  });
  beforeCommit(tx, "audit", 2, chain);
}

async function chain(tx: Tx): Promise<void> {
  const rows = waiting.get(tx) ?? [];
  waiting.delete(tx);
  const creditors = [...new Set(rows.map((row) => row.creditorId))].sort();
  for (const creditorId of creditors) {
    const own = rows.filter((row) => row.creditorId === creditorId);
    const [head] = await tx
      .insert(auditHeads)
      .values({ creditorId, seq: own.length, hash: "" })
      .onConflictDoUpdate({
        target: auditHeads.creditorId,
        set: { seq: sql`${auditHeads.seq} + ${own.length}` },
      })
      .returning();
    if (!head) throw new Error("the audit head was not written");
    let seq = head.seq - own.length;
    let previousHash = head.hash;
    for (const row of own) {
      seq += 1;
      const chained = { ...row, seq, previousHash };
      previousHash = auditHash(chained);
      await tx.insert(auditLog).values({ ...chained, hash: previousHash });
    }
    await tx.update(auditHeads).set({ hash: previousHash }).where(eq(auditHeads.creditorId, creditorId));
  }
}
