import { COLUMN, readSort, SORT } from "@/components/data-table/address";
import type { Sort } from "@/lib/lists/page";

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const LONGEST = 200;

/** One value of an address; undefined when it is missing, given twice, empty, too long or holds control characters. */
export function oneParam(params: SearchParams, name: string): string | undefined {
  const value = params[name];
  const usable = typeof value === "string" && value.length <= LONGEST && !/\p{Cc}/u.test(value);
  return usable && value.trim() !== "" ? value.trim() : undefined;
}

const MOST_COLUMNS = 40;

/** The columns an address asks for; which of them the list has is the list's to know. */
export function columnsParam(params: SearchParams): string[] {
  const value = params[COLUMN] ?? [];
  const names = typeof value === "string" ? [value] : value;
  return names.filter((name) => /^[a-z]{1,20}$/.test(name)).slice(0, MOST_COLUMNS);
}

/** Only what a list knows stays in its links. */
export function keptParams(params: SearchParams, names: readonly string[]): SearchParams {
  const kept = names.map((name) => [name, oneParam(params, name)] as const);
  const columns = columnsParam(params);
  return { ...Object.fromEntries(kept), ...(columns.length > 0 ? { [COLUMN]: columns } : {}) };
}

/** The order an address asks for, when the list has it; else its first one, down. */
export function sortParam<Key extends string>(
  params: SearchParams,
  keys: readonly Key[],
  first: Key,
): Sort<Key> {
  const sort = readSort(oneParam(params, SORT));
  const key = keys.find((one) => one === sort?.key);
  return sort && key ? { key, direction: sort.direction } : { key: first, direction: "down" };
}

/** The parameters of a query as a page receives them. */
export function paramsOf(query: string): SearchParams {
  const search = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const all = search.getAll(key);
      return [key, all.length === 1 ? all[0] : all];
    }),
  );
}
