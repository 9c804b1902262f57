import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { readWishes } from "@/app/(desk)/debtors/wishes";
import type { Ctx } from "@/lib/context";
import { debtorsByIds } from "@/lib/debtors/by-ids";
import type { DebtorRow } from "@/lib/debtors/columns";
import { listDebtors } from "@/lib/debtors/list";
import type { ChosenFrom } from "@/lib/lists/chosen";

/** The debtors that an address shows, to its end, and those that were ticked among them. */
export function debtorView(ctx: Ctx, params: SearchParams): ChosenFrom<DebtorRow> {
  const { filter, page } = readWishes(params);
  return {
    byIds: (ids) => debtorsByIds(ctx, ids),
    read: (after) => listDebtors(ctx, filter, { ...page, after, limit: 100 }),
  };
}
