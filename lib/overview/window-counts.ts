import { and, eq, gt, inArray, ne } from "drizzle-orm";
import { counters } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Month, monthsOf } from "@/lib/kernel/day";

/** How many payments each window of a year has, whatever became of them; cancelled and draft ones are not in it. */
export async function windowCounts(ctx: Ctx, year: number): Promise<ReadonlyMap<Month, number>> {
  requirePermission(ctx, "read");
  const months = monthsOf(year);
  const rows = await ctx.db.read
    .select({ bucket: counters.bucket, state: counters.state, count: counters.count })
    .from(counters)
    .where(
      and(
        eq(counters.creditorId, ctx.creditorId),
        eq(counters.noun, "payments"),
        inArray(counters.bucket, months),
        ne(counters.state, "cancelled"),
        ne(counters.state, "draft"),
        gt(counters.count, 0),
      ),
    );
  return new Map(
    months.map((month) => [
      month,
      rows.filter((row) => row.bucket === month).reduce((sum, row) => sum + row.count, 0),
    ]),
  );
}
