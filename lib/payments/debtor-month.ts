import { and, count, eq, gte, inArray, lte, sum } from "drizzle-orm";
import { payments } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { firstOf, lastOf, type Month } from "@/lib/kernel/day";
import type { Currency } from "@/lib/kernel/money";

/** What one debtor pays in one month so far, over all providers: what is on its way and what is collected. */
export async function debtorMonth(
  ctx: Ctx,
  of: { debtorId: string | null; currency: Currency; test: boolean; month: Month },
): Promise<{ count: number; amountMinor: number }> {
  requirePermission(ctx, "read");
  if (!of.debtorId) return { count: 0, amountMinor: 0 };
  const [row] = await ctx.db.read
    .select({ count: count(), amountMinor: sum(payments.amountMinor).mapWith(Number) })
    .from(payments)
    .where(
      and(
        eq(payments.debtorId, of.debtorId),
        eq(payments.creditorId, ctx.creditorId),
        eq(payments.currency, of.currency),
        eq(payments.test, of.test),
        gte(payments.planned, firstOf(of.month)),
        lte(payments.planned, lastOf(of.month)),
        inArray(payments.state, ["ready", "pending", "scheduled", "settled"]),
      ),
    );
  return { count: row?.count ?? 0, amountMinor: row?.amountMinor ?? 0 };
}
