import { Refusal } from "./refusal";
import type { Settings } from "./settings";

export interface Page {
  results: unknown[];
  nextOffset: string | null;
  hasMore: boolean;
}

const DEFAULT_LIMIT = 20;
const MOST = 100;

function readLimit(query: Map<string, string>): number {
  const text = query.get("limit");
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > MOST)
    throw new Refusal(422, `limit must be a whole number from 1 to ${MOST}.`);
  return limit;
}

const offsetOf = (seq: number) => Buffer.from(`after:${seq}`).toString("base64url");

function readAfter(query: Map<string, string>): number | null {
  const text = query.get("after");
  if (text === undefined || text === "") return null;
  const found = /^after:(\d+)$/.exec(Buffer.from(text, "base64url").toString("utf8"));
  if (!found) throw new Refusal(422, "after is not a nextOffset of this list.");
  return Number(found[1]);
}

/** The query with its names in lower case. */
export function readQuery(url: URL): Map<string, string> {
  return new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
}

/**
 * One page of `items`, which are in the order they were made: `limit` 1 to 100 (20), `after` is the previous
 * `nextOffset`. https://docs.debitdirect.io/api-reference/payments/get-payments.md
 */
export function pageOf<T extends { seq: number }>(
  items: T[],
  query: Map<string, string>,
  settings: Settings,
  show: (item: T) => unknown,
): Page {
  if (settings.queryFilters === "422" && (query.has("filter") || query.has("orderby")))
    throw new Refusal(422, "filter and orderby are not understood here.");
  const limit = readLimit(query);
  const after = readAfter(query);
  const newestFirst = settings.listOrder === "newest-first";
  const ordered = newestFirst ? items.toReversed() : items;
  const rest =
    after === null ? ordered : ordered.filter((one) => (newestFirst ? one.seq < after : one.seq > after));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rest.length > limit;
  return {
    results: shown.map(show),
    nextOffset: hasMore && last ? offsetOf(last.seq) : null,
    hasMore,
  };
}
