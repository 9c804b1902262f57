import { and, eq, ne } from "drizzle-orm";
import { counters } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { type PaymentState, paymentStates } from "./states";

export interface PaymentCounts {
  byState: ReadonlyMap<PaymentState, number>;
  all: number;
  /** The windows that have payments, newest first. */
  windows: readonly string[];
}

/** How many payments stand where, from the counters: as cheap with a million payments as with ten. */
export async function countPayments(
  ctx: Ctx,
  only: { window?: string | undefined; test?: boolean | undefined } = {},
): Promise<PaymentCounts> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select()
    .from(counters)
    .where(
      and(eq(counters.creditorId, ctx.creditorId), eq(counters.noun, "payments"), ne(counters.count, 0)),
    );
  const byState = new Map<PaymentState, number>();
  for (const row of rows) {
    const state = paymentStates.find((one) => one === row.state);
    const counted =
      (only.window === undefined || row.bucket === only.window) &&
      (only.test === undefined || row.test === only.test);
    if (state && counted) byState.set(state, (byState.get(state) ?? 0) + row.count);
  }
  const windows = [...new Set(rows.map((row) => row.bucket).filter((bucket) => bucket !== ""))];
  return {
    byState,
    all: [...byState.values()].reduce((sum, count) => sum + count, 0),
    windows: windows.sort().reverse(),
  };
}
