import { and, count, eq, sql } from "drizzle-orm";
import { runItems } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Currency } from "@/lib/kernel/money";
import { type ItemReason, type PlanGroup, planGroups } from "./states";

export interface GroupSum {
  currency: Currency | null;
  count: number;
  amountMinor: number;
}

export interface PlanPart {
  group: PlanGroup;
  count: number;
  /** One for each currency; sums never mix them. */
  sums: GroupSum[];
  /** Of what is left out: how often for which reason. */
  reasons: { reason: ItemReason; count: number }[];
}

/** A run's rows in their three parts: on time, slips to the next window, left out. */
export async function planOf(ctx: Ctx, runId: string): Promise<PlanPart[]> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({
      state: runItems.state,
      slips: runItems.slips,
      currency: runItems.currency,
      reason: runItems.reason,
      count: count(),
      amountMinor: sql<number>`sum(${runItems.amountMinor})`.mapWith(Number),
    })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.creditorId, ctx.creditorId)))
    .groupBy(runItems.state, runItems.slips, runItems.currency, runItems.reason);
  return planGroups.map((group) => {
    const own = rows.filter((row) => groupOf(row) === group);
    return {
      group,
      count: total(own),
      sums: sumsOf(own),
      reasons: group === "excluded" ? reasonsOf(own) : [],
    };
  });
}

function groupOf(item: { state: string; slips: boolean }): PlanGroup {
  if (item.state === "excluded" || item.state === "refused") return "excluded";
  return item.slips ? "slips" : "on_time";
}

interface Row {
  currency: Currency | null;
  reason: ItemReason | null;
  count: number;
  amountMinor: number;
}

const total = (rows: readonly Row[]): number => rows.reduce((all, row) => all + row.count, 0);

function sumsOf(rows: readonly Row[]): GroupSum[] {
  const sums = new Map<Currency | null, GroupSum>();
  for (const { currency, ...row } of rows) {
    const before = sums.get(currency) ?? { currency, count: 0, amountMinor: 0 };
    sums.set(currency, {
      currency,
      count: before.count + row.count,
      amountMinor: before.amountMinor + row.amountMinor,
    });
  }
  return [...sums.values()].sort((a, b) => ((a.currency ?? "~") < (b.currency ?? "~") ? -1 : 1));
}

function reasonsOf(rows: readonly Row[]): PlanPart["reasons"] {
  const counts = new Map<ItemReason, number>();
  for (const { reason, count: many } of rows)
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + many);
  return [...counts].map(([reason, many]) => ({ reason, count: many })).sort((a, b) => b.count - a.count);
}
