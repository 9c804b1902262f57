import { and, asc, eq, sql } from "drizzle-orm";
import { bulkRows, bulks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { actingFor } from "@/lib/access/acting-for";
import { fingerprintOf } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { AppError } from "@/lib/kernel/errors";
import { randomShare } from "@/lib/kernel/random";
import { faultLine, log } from "@/lib/log";
import { type Bulk, moveBulk } from "./door";
import { type BulkStop, bulkVerbs, FAULT } from "./states";
import { verbOf } from "./verbs";

type BulkRow = typeof bulkRows.$inferSelect;

const CHUNK = 20;
const FAULTS_BEFORE_GIVING_UP = 3;

/** What people confirmed and is not done, of every creditor; who waits longest comes first. */
export const goingBulks = (ctx: Ctx): Promise<Bulk[]> =>
  ctx.db.read
    .select()
    .from(bulks)
    .where(eq(bulks.state, "going"))
    .orderBy(asc(bulks.createdAt), asc(bulks.id))
    .limit(20);

/**
 * Does the next rows, in the name of who confirmed them and with the rights that they have now. A row is one intent: the
 * verb's own transaction takes its request key, so that after a death, or beside another worker, nothing is done twice.
 * Answers how many rows it went through.
 */
export async function workBulk(ctx: Ctx, bulk: Bulk, stopping: () => boolean): Promise<number> {
  const person = await actingFor(ctx, bulk.ownerId);
  if (!person?.permissions.has(bulkVerbs[bulk.verb].permission)) {
    await rest(ctx, bulk, "rights");
    return 0;
  }
  const rows = await ctx.db.read
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, bulk.id), eq(bulkRows.state, "planned")))
    .orderBy(asc(bulkRows.n))
    .limit(CHUNK);
  if (rows.length === 0) {
    await inTransaction(ctx.db, (tx) =>
      moveBulk(tx, person, bulk.id, "finish", { endedAt: ctx.clock.now() }),
    );
    return 0;
  }
  // Several workers begin at different places, so that they seldom meet at a row.
  const from = Math.floor(randomShare() * rows.length);
  for (const row of [...rows.slice(from), ...rows.slice(0, from)]) {
    if (stopping() || !(await isGoing(ctx, bulk.id))) break;
    await doRow(person, bulk, row);
    await breathe();
  }
  return rows.length;
}

async function isGoing(ctx: Ctx, id: string): Promise<boolean> {
  const [now] = await ctx.db.read.select({ state: bulks.state }).from(bulks).where(eq(bulks.id, id));
  return now?.state === "going";
}

async function doRow(ctx: Ctx, bulk: Bulk, row: BulkRow): Promise<void> {
  const reason = bulk.reason ?? "";
  const request = { key: `${bulk.id}:${row.n}`, fingerprint: fingerprintOf([row.subjectId, reason]) };
  try {
    const how = await verbOf(bulk.verb).act(ctx, { id: row.subjectId, reason, request });
    await settle(ctx, row, { state: "done", how });
  } catch (error) {
    // Somebody else was at it in the same moment: it has its turn again.
    if (error instanceof AppError && error.code !== "changed_meanwhile")
      return settle(ctx, row, { state: "refused", why: error.code });
    log("error", "a row of bulk work failed", { bulk: bulk.id, row: row.n, fault: faultLine(error) });
    await noteFault(ctx, row);
  }
}

const own = (row: BulkRow) => and(eq(bulkRows.bulkId, row.bulkId), eq(bulkRows.n, row.n));

const settle = (ctx: Ctx, row: BulkRow, patch: Partial<BulkRow>): Promise<void> =>
  inTransaction(ctx.db, async (tx) => {
    await tx
      .update(bulkRows)
      .set(patch)
      .where(and(own(row), eq(bulkRows.state, "planned")));
  });

/** After some faults of ours a row is given up and shown, so that the others come to their end. */
async function noteFault(ctx: Ctx, row: BulkRow): Promise<void> {
  const faults = await inTransaction(ctx.db, async (tx) => {
    const [counted] = await tx
      .update(bulkRows)
      .set({ faults: sql`${bulkRows.faults} + 1` })
      .where(own(row))
      .returning({ faults: bulkRows.faults });
    return counted?.faults ?? 0;
  });
  if (faults >= FAULTS_BEFORE_GIVING_UP) await settle(ctx, row, { state: "refused", why: FAULT });
}

const rest = async (ctx: Ctx, bulk: Bulk, stopReason: BulkStop): Promise<void> => {
  await inTransaction(ctx.db, (tx) => moveBulk(tx, ctx, bulk.id, "stop", { stopReason }));
};
