import { keptParams, oneParam, type SearchParams, sortParam } from "@/app/(desk)/_shared/search-params";
import { CURSOR, type ListAddress, SORT } from "@/components/data-table/address";
import { type DebtorFilter, type DebtorSort, debtorSorts } from "@/lib/debtors/list";
import type { PageRequest, Sort } from "@/lib/lists/page";
import { routes } from "@/lib/routes";

/** What the address of the list asks for. What makes no sense there is left out, never an error. */
export interface Wishes {
  address: ListAddress;
  filter: DebtorFilter;
  page: PageRequest<DebtorSort> & { sort: Sort<DebtorSort> };
}

export function readWishes(params: SearchParams): Wishes {
  return {
    address: { path: routes.debtors(), params: keptParams(params, ["q", "kind", SORT, CURSOR]) },
    filter: {
      search: oneParam(params, "q"),
      kind: (["person", "company"] as const).find((kind) => kind === params.kind),
    },
    page: { sort: sortParam(params, debtorSorts, "newest"), after: oneParam(params, CURSOR) },
  };
}
