import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditHeads, auditLog } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { auditHash } from "./entry";

const PAGE = 1000;

/** Walks a creditor's chain from its start. `brokenAt` is the first entry that does not follow from the one before. */
export async function verifyAudit(
  db: Database,
  creditorId: string,
): Promise<{ entries: number; brokenAt: number | null }> {
  let seq = 0;
  let previousHash = "";
  let seenBehind: number | null = null;
  for (;;) {
    const rows = await db.read
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.creditorId, creditorId), gt(auditLog.seq, seq)))
      .orderBy(asc(auditLog.seq))
      .limit(PAGE);
    for (const row of rows) {
      if (row.seq !== seq + 1 || row.previousHash !== previousHash || auditHash(row) !== row.hash)
        return { entries: seq, brokenAt: seq + 1 };
      seq = row.seq;
      previousHash = row.hash;
    }
    if (rows.length === PAGE) continue;
    // Read after the entries: an honest head is never behind them. When it is ahead more came meanwhile, and the next
    // read, begun after the head's, finds it; twice ahead of the same entry is a cut.
    const [head] = await db.read.select().from(auditHeads).where(eq(auditHeads.creditorId, creditorId));
    if (head && head.seq > seq && seenBehind !== seq) {
      seenBehind = seq;
      continue;
    }
    const ends = head ? head.seq === seq && head.hash === previousHash : seq === 0;
    return { entries: seq, brokenAt: ends ? null : seq + 1 };
  }
}

/** The asker's own creditor's chain; `head` is the hash of its last good entry, to be kept outside as an anchor. */
export async function verifyOwnAudit(
  ctx: Ctx,
): Promise<{ entries: number; brokenAt: number | null; head: string }> {
  requirePermission(ctx, "audit.read");
  const found = await verifyAudit(ctx.db, ctx.creditorId);
  const [last] = await ctx.db.read
    .select({ hash: auditLog.hash })
    .from(auditLog)
    .where(and(eq(auditLog.creditorId, ctx.creditorId), eq(auditLog.seq, found.entries)));
  return { ...found, head: last?.hash ?? "" };
}
