/** Where a list stands: its path and its search parameters, as a page receives them. */
export interface ListAddress {
  path: string;
  params: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The parameter that says after which row a page begins. */
export const CURSOR = "after";

/** The parameter that says by what, and with a minus before it that the largest comes first. */
export const SORT = "sort";

/** The parameter that names a column, once for each that is wanted; none of them: the usual ones. */
export const COLUMN = "column";

type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/**
 * The same list with some parameters changed; null takes one away. All others are kept, except the cursor: another
 * order or another filter begins at the first row again.
 */
export function hrefWith({ path, params }: ListAddress, changes: Changes): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, [CURSOR]: undefined, ...changes })) {
    for (const one of typeof value === "string" ? [value] : (value ?? [])) query.append(name, one);
  }
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

export interface Sort {
  key: string;
  /** `down`: the largest, or the newest, first. */
  direction: "up" | "down";
}

export function readSort(param: string | readonly string[] | undefined): Sort | null {
  if (typeof param !== "string" || param === "" || param === "-") return null;
  return param.startsWith("-") ? { key: param.slice(1), direction: "down" } : { key: param, direction: "up" };
}

/** What a press on a column head asks for: the other direction when it is sorted by that column already. */
export function sortHref(address: ListAddress, key: string, current: Sort | null): string {
  const turned = current?.key === key && current.direction === "up";
  return hrefWith(address, { [SORT]: turned ? `-${key}` : key });
}
