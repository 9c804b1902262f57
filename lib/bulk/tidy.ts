import { and, eq, inArray, lt, or } from "drizzle-orm";
import { bulkRows, bulks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";

const DAY_MS = 86_400_000;
/** What nobody confirmed was a look at some rows; what was done is in each record's own story and in the audit log. */
const KEEP_OPEN_DAYS = 2;
const KEEP_DAYS = 90;

/** Forgets bulk work after its time. */
export async function tidyBulks(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const before = (days: number) => new Date(now - days * DAY_MS);
  const old = await ctx.db.read
    .select({ id: bulks.id })
    .from(bulks)
    .where(
      or(
        and(eq(bulks.state, "open"), lt(bulks.createdAt, before(KEEP_OPEN_DAYS))),
        and(inArray(bulks.state, ["done", "stopped"]), lt(bulks.createdAt, before(KEEP_DAYS))),
      ),
    )
    .limit(20);
  for (const { id } of old)
    await inTransaction(ctx.db, async (tx) => {
      await tx.delete(bulkRows).where(eq(bulkRows.bulkId, id));
      await tx.delete(bulks).where(eq(bulks.id, id));
    });
}
