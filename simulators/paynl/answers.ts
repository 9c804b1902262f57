import type { SimAnswer } from "../kit/simulator";
import { badInput, payError, type Violation } from "./errors";
import type { State } from "./state";

/** One line of a journal effect; the reference is kept on one line. */
export function effect(what: string, code: string, reference: string | null): string {
  return `${what} ${code} ref=${(reference ?? "").replace(/\s+/g, " ")}`;
}

/** The failures that an amount can order: nothing is done, and the body of a 500 is not JSON. */
export function ordered(state: State, status: 500 | 429): SimAnswer {
  if (status === 429)
    return {
      ...payError(state.settings, 429, "Too many requests."),
      headers: { "retry-after": "1" },
    };
  return {
    status: 500,
    headers: { "content-type": "text/html" },
    body: "<html><body>Internal Server Error</body></html>",
  };
}

function positive(url: URL, name: string, fallback: number): number | null {
  const text = url.searchParams.get(name);
  if (text === null) return fallback;
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** Sorts by an own, odd but steady key, where the order of a list is not to be relied on. */
function mixedKey(code: string): string {
  return [...code].reverse().join("");
}

/**
 * One page of a list in its envelope, with `page` and `limit` of the query. `items` come oldest first; `name` is the
 * field that holds them. Which order PAY uses is not known: see the setting `listOrder`.
 */
export function listPage<T>(
  state: State,
  url: URL,
  name: string,
  items: readonly T[],
  codeOf: (item: T) => string,
  view: (item: T) => unknown,
): SimAnswer {
  const { pageLimit, listOrder } = state.settings;
  const page = positive(url, "page", 1);
  const asked = positive(url, "limit", pageLimit);
  const invalid = "This value should be a positive integer.";
  const violations: Violation[] = [];
  if (page === null) violations.push({ propertyPath: "page", message: invalid, code: "PAY-2001" });
  if (asked === null) violations.push({ propertyPath: "limit", message: invalid, code: "PAY-2001" });
  if (page === null || asked === null) return badInput(state.settings, violations);

  const limit = Math.min(asked, pageLimit);
  const sorted = [...items];
  if (listOrder === "newest") sorted.reverse();
  if (listOrder === "mixed") sorted.sort((a, b) => (mixedKey(codeOf(a)) < mixedKey(codeOf(b)) ? -1 : 1));
  const shown = sorted.slice((page - 1) * limit, page * limit);
  const pages = Math.max(1, Math.ceil(sorted.length / limit));
  const link = (number: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set("page", String(number));
    query.set("limit", String(limit));
    return `${url.pathname.replace(/^\/v2/, "")}?${query}`;
  };
  return {
    status: 200,
    body: {
      total: sorted.length,
      count: shown.length,
      pages,
      [name]: shown.map(view),
      _links: {
        self: link(page),
        first: link(1),
        previous: page > 1 ? link(page - 1) : null,
        next: page < pages ? link(page + 1) : null,
        last: link(pages),
      },
    },
  };
}
