import { and, count, eq, gte, inArray, lte, sum } from "drizzle-orm";
import { payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Currency } from "@/lib/kernel/money";

export interface Waiting {
  currency: Currency;
  test: boolean;
  count: number;
  amountMinor: number;
}

/** Payments that have not left, and that miss this cut-off of a scheme without windows if they do not. */
export async function waitingFor(
  ctx: Ctx,
  uses: readonly { provider: string; scheme: string }[],
  cutoffAt: Date,
): Promise<Waiting[]> {
  const rows = await ctx.db.read
    .select({
      currency: payments.currency,
      test: payments.test,
      count: count(),
      amountMinor: sum(payments.amountMinor).mapWith(Number),
    })
    .from(payments)
    .where(
      and(
        eq(payments.creditorId, ctx.creditorId),
        eq(payments.state, "ready"),
        inArray(payments.provider, [...new Set(uses.map((use) => use.provider))]),
        inArray(payments.scheme, [...new Set(uses.map((use) => use.scheme))]),
        gte(payments.cutoffAt, ctx.clock.now()),
        lte(payments.cutoffAt, cutoffAt),
      ),
    )
    .groupBy(payments.currency, payments.test);
  return rows.map(({ amountMinor, ...row }) => ({ ...row, amountMinor: amountMinor ?? 0 }));
}
