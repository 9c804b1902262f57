import { keptParams, oneParam, type SearchParams, sortParam } from "@/app/(desk)/_shared/search-params";
import { CURSOR, type ListAddress, SORT } from "@/components/data-table/address";
import type { PageRequest, Sort } from "@/lib/lists/page";
import { type MandateFilter, type MandateSort, mandateSorts } from "@/lib/mandates/list";
import { type MandateState, mandateStates } from "@/lib/mandates/states";
import { routes } from "@/lib/routes";

/** What the address of the list asks for. What makes no sense there is left out, never an error. */
export interface Wishes {
  address: ListAddress;
  filter: MandateFilter;
  page: PageRequest<MandateSort> & { sort: Sort<MandateSort> };
  state: MandateState | undefined;
  /** Whether the counters, which know states only, tell how many rows there are. */
  counted: boolean;
}

/** The names that filters have in the address. */
export const filterNames = ["q", "sending", "provider", "connection", "debtor"] as const;

/** The value of `debtor` that asks for mandates without one. */
export const NO_DEBTOR = "none";

export function readWishes(params: SearchParams): Wishes {
  const state = mandateStates.find((one) => one === params.state);
  const debtor = oneParam(params, "debtor");
  const narrowing = {
    customerNumber: oneParam(params, "q")?.replace(/\s/g, "").toUpperCase(),
    sending: (["sending", "unknown"] as const).find((one) => one === params.sending),
    provider: oneParam(params, "provider"),
    connectionId: oneParam(params, "connection"),
    debtorId: debtor === NO_DEBTOR ? undefined : debtor,
    withoutDebtor: debtor === NO_DEBTOR ? true : undefined,
  };
  return {
    address: {
      path: routes.mandates(),
      params: keptParams(params, ["state", ...filterNames, SORT, CURSOR]),
    },
    filter: { state, ...narrowing },
    page: { sort: sortParam(params, mandateSorts, "newest"), after: oneParam(params, CURSOR) },
    state,
    counted: Object.values(narrowing).every((value) => value === undefined),
  };
}
