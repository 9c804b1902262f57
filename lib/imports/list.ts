import { and, eq, ne } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { keyset, type SortColumn, same } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { findImport, type Import } from "./door";
import { findRow, type ImportRow } from "./fix-row";
import { openRow } from "./sealed-row";
import type { RowState } from "./states";

const newest: Record<"newest", SortColumn<Import>> = {
  newest: { column: imports.createdAt, kind: "instant", of: (row) => row.createdAt },
};

/** One page of the creditor's imports, the newest first. */
export async function listImports(ctx: Ctx, page: PageRequest<"newest"> = {}): Promise<Page<Import>> {
  requirePermission(ctx, "read");
  const order = keyset(newest, "newest", imports.id, page);
  const rows = await ctx.db.read
    .select()
    .from(imports)
    .where(and(eq(imports.creditorId, ctx.creditorId), ne(imports.state, "uploading"), order.beyond))
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}

/** One import of the creditor. */
export async function getImport(ctx: Ctx, id: string): Promise<Import> {
  requirePermission(ctx, "read");
  return findImport(ctx.db.read, ctx.creditorId, id);
}

const byRow: Record<"row", SortColumn<ImportRow>> = {
  row: { column: importRows.n, kind: "integer", of: (row) => row.n },
};

/** What of an import's rows is wanted: all of a state, or those that are good and have something to be known. */
export type RowFilter = RowState | "warning";

/** One page of an import's rows in the order of the file. */
export async function listImportRows(
  ctx: Ctx,
  importId: string,
  filter: RowFilter | undefined,
  page: PageRequest<"row"> = {},
): Promise<Page<ImportRow>> {
  requirePermission(ctx, "read");
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  const order = keyset(byRow, "row", importRows.id, { sort: { key: "row", direction: "up" }, ...page });
  const rows = await ctx.db.read
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, of.id),
        eq(importRows.pass, of.pass),
        ...(filter === "warning"
          ? [eq(importRows.verdict, "warning"), eq(importRows.state, "ready")]
          : [same(importRows.state, filter)]),
        order.beyond,
      ),
    )
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}

/** One row with its cells, for who may mend it. */
export async function getImportRow(ctx: Ctx, of: Import, n: number) {
  requirePermission(ctx, "read");
  const row = await findRow(ctx.db.read, of, n);
  return { row, cells: openRow(ctx, row)?.cells ?? null };
}

/** An import's step and counts as one word, which changes whenever what its page shows has changed. */
export const importVersionWord = (of: Import): string =>
  [of.version, of.lastRow, of.ok, of.warning, of.bad, of.dropped, of.made, of.refused].join(".");

export async function importVersion(ctx: Ctx, id: string): Promise<string> {
  requirePermission(ctx, "read");
  return importVersionWord(await findImport(ctx.db.read, ctx.creditorId, id));
}
