import { and, eq } from "drizzle-orm";
import { bulkRows } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { keyset, type SortColumn } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { type Bulk, findBulk } from "./door";
import { type BulkPart, partsOf } from "./progress";
import type { RowState } from "./states";

export interface BulkView {
  bulk: Bulk;
  parts: BulkPart[];
  /** A word that changes whenever something of it has changed. */
  version: string;
}

/** One's own bulk work with where its rows are. */
export async function getBulk(ctx: Ctx, id: string): Promise<BulkView> {
  requirePermission(ctx, "read");
  const bulk = await findBulk(ctx.db.read, ctx, id);
  const parts = await partsOf(ctx.db.read, bulk.id);
  const counts = parts.map((part) => `${part.state}${part.how}${part.why}${part.count}`);
  return { bulk, parts, version: [bulk.state, ...counts].join(".") };
}

export type BulkRow = typeof bulkRows.$inferSelect & { id: string };

const sorts: Record<"row", SortColumn<BulkRow>> = {
  row: { column: bulkRows.n, kind: "integer", of: (row) => row.n },
};

/** One page of its rows in this state, in the order of the list. */
export async function listBulkRows(
  ctx: Ctx,
  bulkId: string,
  state: RowState,
  page: PageRequest<"row"> = {},
): Promise<Page<BulkRow>> {
  requirePermission(ctx, "read");
  const bulk = await findBulk(ctx.db.read, ctx, bulkId);
  const order = keyset(sorts, "row", bulkRows.subjectId, { sort: { key: "row", direction: "up" }, ...page });
  const rows = await ctx.db.read
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.bulkId, bulk.id), eq(bulkRows.state, state), order.beyond))
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows.map((row) => ({ ...row, id: row.subjectId })));
}
