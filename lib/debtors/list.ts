import { and } from "drizzle-orm";
import { debtors } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { keyset, type SortColumn, same, unindexed } from "@/lib/lists/keyset";
import type { Page, PageRequest } from "@/lib/lists/page";
import { debtorsInList } from "@/lib/search/debtors-in-list";
import { type DebtorRow, debtorColumns } from "./columns";

export interface DebtorFilter {
  kind?: "person" | "company" | undefined;
  /** Exactly as written. */
  customerNumber?: string | undefined;
  /** Whatever finds a debtor: words of the name, numbers, how to reach them. */
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
  const { which, few } = await debtorsInList(ctx, filter.search);
  const order = keyset(sorts, "newest", debtors.id, page, few);
  const rows = await ctx.db.read
    .select(debtorColumns)
    .from(debtors)
    .where(
      and(
        (few ? unindexed : same)(debtors.creditorId, ctx.creditorId),
        same(debtors.kind, filter.kind),
        same(debtors.customerNumber, filter.customerNumber),
        which,
        order.beyond,
      ),
    )
    .orderBy(...order.by)
    .limit(order.take);
  return order.page(rows);
}
