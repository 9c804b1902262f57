import { and, count, eq, inArray, sum } from "drizzle-orm";
import { payments } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Currency } from "@/lib/kernel/money";

export interface MandateSum {
  /** `waiting`: no byte of it has left. `there`: the provider has it and has not collected it. */
  where: "waiting" | "there";
  currency: Currency;
  count: number;
  amountMinor: number;
}

/** What is open on a mandate, by where it is and in what currency. */
export async function openSums(ctx: Ctx, mandateId: string): Promise<MandateSum[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({
      state: payments.state,
      currency: payments.currency,
      count: count(),
      amountMinor: sum(payments.amountMinor).mapWith(Number),
    })
    .from(payments)
    .where(
      and(
        eq(payments.mandateId, mandateId),
        eq(payments.creditorId, ctx.creditorId),
        inArray(payments.state, ["ready", "pending", "scheduled"]),
      ),
    )
    .groupBy(payments.state, payments.currency);
  return rows.map(({ state, ...row }) => ({
    ...row,
    where: state === "ready" ? "waiting" : "there",
    amountMinor: row.amountMinor ?? 0,
  }));
}
