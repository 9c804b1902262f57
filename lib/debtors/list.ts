import { and, eq, like } from "drizzle-orm";
import { debtors } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { fold } from "@/lib/kernel/fold";
import { keyset, type SortColumn, same } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { type DebtorRow, debtorColumns } from "./columns";

export interface DebtorFilter {
  kind?: "person" | "company" | undefined;
  /** Exactly as written. */
  customerNumber?: string | undefined;
  /** A part of the name or the customer number, whatever its case and accents. */
  search?: string | undefined;
}

export const debtorSorts = ["newest", "name"] as const;
export type DebtorSort = (typeof debtorSorts)[number];

const sorts: Record<DebtorSort, SortColumn<DebtorRow>> = {
  newest: { column: debtors.createdAt, kind: "instant", of: (row) => row.createdAt },
  name: { column: debtors.search, kind: "text", of: (row) => row.search },
};

/** One page of the creditor's debtors; the newest first when no order is asked for. */
export async function listDebtors(
  ctx: Ctx,
  filter: DebtorFilter = {},
  page: PageRequest<DebtorSort> = {},
): Promise<Page<DebtorRow>> {
  requirePermission(ctx, "read");
  const order = keyset(sorts, "newest", debtors.id, page);
  const words = fold(filter.search ?? "").replace(/[%_\\\p{Cc}]/gu, "");
  const rows = await ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(
      and(
        eq(debtors.creditorId, ctx.creditorId),
        same(debtors.kind, filter.kind),
        same(debtors.customerNumber, filter.customerNumber),
        words === "" ? undefined : like(debtors.search, `%${words}%`),
        order.beyond,
      ),
    )
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}
