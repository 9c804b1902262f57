import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import type { ListAddress } from "@/components/data-table/address";
import { isMonth, type Month, yearOf } from "@/lib/kernel/day";
import { routes } from "@/lib/routes";

/** The years that the screen goes to: the calendars are right for them, and no further plan is made. */
const YEARS = { first: 2020, last: 2040 } as const;

export interface DeadlineWish {
  /** A rule's name as it stands in the address; it may be none. */
  rule: string | undefined;
  month: Month | undefined;
  year: number | undefined;
  address: ListAddress;
}

/** What the address asks for; what makes no sense there is left out, never an error. */
export function readWish(params: SearchParams): DeadlineWish {
  const month = oneParam(params, "month");
  const year = Number(oneParam(params, "year"));
  const rule = oneParam(params, "rule");
  const kept = {
    rule,
    month: month !== undefined && isMonth(month) && isShown(yearOf(month)) ? month : undefined,
    year: isShown(year) ? year : undefined,
  };
  return {
    ...kept,
    address: {
      path: routes.deadlines(),
      params: { rule, month: kept.month, year: kept.year === undefined ? undefined : String(kept.year) },
    },
  };
}

/** Whether a year can be shown; links to others are left out. */
export const isShown = (year: number): boolean =>
  Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last;
