import { and, desc, eq, ne, sum } from "drizzle-orm";
import { counters } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { type PaymentState, paymentStates } from "./states";

export interface PaymentCounts {
  byState: ReadonlyMap<PaymentState, number>;
  all: number;
}

/** How many payments stand where, from the counters: as cheap with a million payments as with ten. */
export async function countPayments(
  ctx: Ctx,
  only: { window?: string | undefined; test?: boolean | undefined } = {},
): Promise<PaymentCounts> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({ state: counters.state, count: sum(counters.count).mapWith(Number) })
    .from(counters)
    .where(
      and(
        ofPayments(ctx),
        only.window === undefined ? undefined : eq(counters.bucket, only.window),
        only.test === undefined ? undefined : eq(counters.test, only.test),
      ),
    )
    .groupBy(counters.state);
  const byState = new Map<PaymentState, number>();
  for (const { state, count } of rows) {
    const known = paymentStates.find((one) => one === state);
    if (known && count) byState.set(known, count);
  }
  return { byState, all: [...byState.values()].reduce((total, count) => total + count, 0) };
}

/** The windows that have payments, the newest first. */
export async function paymentWindows(ctx: Ctx, most: number): Promise<string[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .selectDistinct({ bucket: counters.bucket })
    .from(counters)
    .where(and(ofPayments(ctx), ne(counters.count, 0), ne(counters.bucket, "")))
    .orderBy(desc(counters.bucket))
    .limit(most);
  return rows.map((row) => row.bucket);
}

const ofPayments = (ctx: Ctx) => and(eq(counters.creditorId, ctx.creditorId), eq(counters.noun, "payments"));
