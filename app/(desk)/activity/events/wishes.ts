import { keptParams, oneParam, type SearchParams, sortParam } from "@/app/(desk)/_shared/search-params";
import { CONNECTION, OBJECT } from "@/app/(desk)/activity/connection-filter";
import { CURSOR, type ListAddress, SORT } from "@/components/data-table/address";
import type { PageRequest, Sort } from "@/lib/lists/page";
import { type EventFilter, type EventSort, eventSorts, eventStates } from "@/lib/messages/events";
import { routes } from "@/lib/routes";

/** What the address of the list asks for. What makes no sense there is left out, never an error. */
export interface Wishes {
  address: ListAddress;
  filter: EventFilter;
  page: PageRequest<EventSort> & { sort: Sort<EventSort> };
}

export function readWishes(params: SearchParams): Wishes {
  return {
    address: {
      path: routes.events(),
      params: keptParams(params, ["state", CONNECTION, OBJECT, SORT, CURSOR]),
    },
    filter: {
      state: eventStates.find((one) => one === params.state),
      connectionId: oneParam(params, CONNECTION),
      subjectId: oneParam(params, OBJECT),
    },
    page: { sort: sortParam(params, eventSorts, "newest"), after: oneParam(params, CURSOR) },
  };
}
