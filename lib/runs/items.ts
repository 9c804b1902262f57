import { and, eq, inArray, notInArray, type SQL } from "drizzle-orm";
import { runItems } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { keyset, type SortColumn, same } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { findRun } from "./door";
import type { RunItem } from "./replan";
import type { PlanGroup } from "./states";

const sorts: Record<"row", SortColumn<RunItem>> = {
  row: { column: runItems.n, kind: "integer", of: (row) => row.n },
};

/** What of a run's rows is wanted: a part of its plan, or what missed its cut-off. */
export type ItemFilter = PlanGroup | "held" | "refused";

const conditions: Record<ItemFilter, SQL | undefined> = {
  on_time: and(notInArray(runItems.state, ["excluded", "refused"]), eq(runItems.slips, false)),
  slips: and(notInArray(runItems.state, ["excluded", "refused"]), eq(runItems.slips, true)),
  excluded: inArray(runItems.state, ["excluded", "refused"]),
  held: eq(runItems.state, "held"),
  refused: eq(runItems.state, "refused"),
};

/** One page of a run's rows in the order of the file. */
export async function listItems(
  ctx: Ctx,
  runId: string,
  filter: ItemFilter | undefined,
  page: PageRequest<"row"> = {},
): Promise<Page<RunItem>> {
  requirePermission(ctx, "read");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  const order = keyset(sorts, "row", runItems.id, { sort: { key: "row", direction: "up" }, ...page });
  const rows = await ctx.db.read
    .select()
    .from(runItems)
    .where(and(same(runItems.runId, run.id), filter && conditions[filter], order.beyond))
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}
