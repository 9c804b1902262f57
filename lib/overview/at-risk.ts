import { and, eq, gte, ne } from "drizzle-orm";
import { counters } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Day, day } from "@/lib/kernel/day";
import { dayIn, type Zone } from "@/lib/kernel/instant";
import type { RiskKind } from "@/lib/payments/count-at-risk";

export interface RiskSum {
  count: number;
  amountMinor: number;
}

/** The money of one currency that was collected and can still come back; real and test payments apart. */
export interface AtRisk {
  currency: string;
  test: boolean;
  /** All of it: a payment that can be taken back without a reason can be claimed back too. */
  claim: RiskSum;
  reversible: RiskSum;
}

/** A day on which free reversal ends for so much. */
export interface RiskEnd extends RiskSum {
  on: Day;
  currency: string;
  test: boolean;
}

/** Both schemes' days begin at the same hour. */
const ZONE: Zone = "Europe/Copenhagen";

/**
 * Money still at risk, and the days on which free reversal ends, soonest first. One range of the counters' key: a row
 * per last day, kind and currency, some hundreds for the thirteen months, however many payments there are.
 */
export async function moneyAtRisk(ctx: Ctx): Promise<{ sums: AtRisk[]; ends: RiskEnd[] }> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select()
    .from(counters)
    .where(
      and(
        eq(counters.creditorId, ctx.creditorId),
        eq(counters.noun, "at_risk"),
        gte(counters.bucket, dayIn(ctx.clock.now(), ZONE)),
        ne(counters.count, 0),
      ),
    )
    .orderBy(counters.bucket, counters.currency);
  const sums = new Map<string, AtRisk>();
  for (const { currency, test, state, count, amountMinor } of rows) {
    const name = `${currency} ${test}`;
    const sum = sums.get(name) ?? { currency, test, claim: nothing(), reversible: nothing() };
    const kind: RiskKind = state === "reversible" ? "reversible" : "claim";
    const part = sum[kind];
    part.count += count;
    part.amountMinor += amountMinor;
    sums.set(name, sum);
  }
  const ends = rows
    .filter((row) => row.state === "reversible")
    .map(({ bucket, currency, test, count, amountMinor }) => ({
      on: day(bucket),
      currency,
      test,
      count,
      amountMinor,
    }));
  return { sums: [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)), ends };
}

const nothing = (): RiskSum => ({ count: 0, amountMinor: 0 });
