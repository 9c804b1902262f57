import { and, eq } from "drizzle-orm";
import { runs } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { inStates, keyset, type SortColumn, same } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { findRun, type Run } from "./door";
import type { RunState } from "./states";

const sorts: Record<"newest", SortColumn<Run>> = {
  newest: { column: runs.createdAt, kind: "instant", of: (row) => row.createdAt },
};

/** One page of the creditor's runs, the newest first. */
export async function listRuns(
  ctx: Ctx,
  filter: { state?: RunState | readonly RunState[] | undefined } = {},
  page: PageRequest<"newest"> = {},
): Promise<Page<Run>> {
  requirePermission(ctx, "read");
  const order = keyset(sorts, "newest", runs.id, page);
  const rows = await inStates(filter.state, order, (state) =>
    ctx.db.read
      .select()
      .from(runs)
      .where(and(eq(runs.creditorId, ctx.creditorId), same(runs.state, state), order.beyond))
      .orderBy(...order.by)
      .limit(order.take),
  );
  return order.page(rows);
}

/** One run of the creditor. */
export async function getRun(ctx: Ctx, id: string): Promise<Run> {
  requirePermission(ctx, "read");
  return findRun(ctx.db.read, ctx.creditorId, id);
}
