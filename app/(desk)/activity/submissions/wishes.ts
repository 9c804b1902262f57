import { keptParams, oneParam, type SearchParams, sortParam } from "@/app/(desk)/_shared/search-params";
import { CONNECTION, OBJECT } from "@/app/(desk)/activity/connection-filter";
import { CURSOR, type ListAddress, SORT } from "@/components/data-table/address";
import type { SubmissionState } from "@/db/tables/journeys";
import type { PageRequest, Sort } from "@/lib/lists/page";
import { routes } from "@/lib/routes";
import { type SubmissionFilter, type SubmissionSort, submissionSorts } from "@/lib/submissions/list";

/** In the order in which they want somebody. */
export const shownStates = [
  "unknown",
  "in_flight",
  "intended",
  "refused",
  "confirmed",
  "withdrawn",
] as const satisfies SubmissionState[];

/** What the address of the list asks for. What makes no sense there is left out, never an error. */
export interface Wishes {
  address: ListAddress;
  filter: Omit<SubmissionFilter, "state"> & { state: SubmissionState | undefined };
  page: PageRequest<SubmissionSort> & { sort: Sort<SubmissionSort> };
}

export function readWishes(params: SearchParams): Wishes {
  return {
    address: {
      path: routes.submissions(),
      params: keptParams(params, ["state", CONNECTION, OBJECT, SORT, CURSOR]),
    },
    filter: {
      state: shownStates.find((one) => one === params.state),
      connectionId: oneParam(params, CONNECTION),
      subjectId: oneParam(params, OBJECT),
    },
    page: { sort: sortParam(params, submissionSorts, "newest"), after: oneParam(params, CURSOR) },
  };
}
