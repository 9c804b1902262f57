import { bulkRows, bulks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { type BulkVerbName, bulkVerbs, MOST_ROWS } from "./states";
import type { JudgedRow } from "./verb";
import { verbOf } from "./verbs";

const AT_A_TIME = 100;

/**
 * Looks at rows that somebody chose for a verb, and keeps what was found: which it would be done to and how, which are
 * left out and why. Nothing is done yet. Answers the bulk's id.
 */
export async function openBulk(
  ctx: Ctx,
  input: { verb: BulkVerbName; query: string; rows: AsyncIterable<readonly { id: string }[]> },
): Promise<string> {
  requirePermission(ctx, bulkVerbs[input.verb].permission);
  const { judge } = verbOf(input.verb);
  const judged: JudgedRow[] = [];
  for await (const rows of input.rows) {
    const found = await judge(
      ctx,
      rows.map((row) => row.id),
    );
    judged.push(...found);
    if (judged.length > MOST_ROWS) throw new AppError("too_many_rows");
    await breathe();
  }
  if (judged.length === 0) throw notFound();
  const now = ctx.clock.now();
  const id = newId("blk", now);
  await inTransaction(ctx.db, async (tx) => {
    const { verb, query } = input;
    const own = { creditorId: ctx.creditorId, ownerId: ctx.actor.id };
    await tx.insert(bulks).values({ id, ...own, verb, query, state: "open", createdAt: now });
    for (let at = 0; at < judged.length; at += AT_A_TIME)
      await tx
        .insert(bulkRows)
        .values(judged.slice(at, at + AT_A_TIME).map((row, index) => stored(ctx, id, at + index + 1, row)));
  });
  return id;
}

const stored = (
  ctx: Ctx,
  bulkId: string,
  n: number,
  { id, may, ...row }: JudgedRow,
): typeof bulkRows.$inferInsert => ({
  ...row,
  bulkId,
  n,
  creditorId: ctx.creditorId,
  subjectId: id,
  state: "how" in may ? "planned" : "left_out",
  how: "how" in may ? may.how : "",
  why: "off" in may ? may.off : "",
  faults: 0,
});
