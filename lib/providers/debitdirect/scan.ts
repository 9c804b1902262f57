import type { Evidence, Exchange, Line, Reading } from "@/lib/providers/contract";
import { type Walk, walk } from "./walk";

/** What was found of one thing that was looked for: the items, and the page they stood on. */
interface Hit<T> {
  exchange: Exchange;
  items: readonly T[];
}

export interface Scan<T> {
  /** In the order of what was looked for. */
  hits: readonly (Hit<T> | null)[];
  /** Every page, in the order read. */
  exchanges: readonly Exchange[];
  end: Walk["end"];
  /** The whole list was read, every item was understood, and they said nothing follows. */
  whole: boolean;
}

/** Looks for several things in one list, in one pass; ends at once when all are found. */
export async function scan<T>(
  line: Line,
  path: string,
  read: (item: unknown) => T | null,
  wanted: readonly ((item: T) => boolean)[],
): Promise<Scan<T>> {
  const hits: (Hit<T> | null)[] = wanted.map(() => null);
  let understood = true;
  const { end, exchanges } = await walk(line, path, (page, exchange) => {
    const readable = page.map(read);
    if (readable.includes(null)) understood = false;
    wanted.forEach((fits, index) => {
      const items = readable.filter((item): item is T => item !== null).filter(fits);
      if (items.length > 0 && hits[index] === null) hits[index] = { exchange, items };
    });
    return hits.includes(null) ? "more" : "stop";
  });
  return { hits, exchanges, end, whole: end === "complete" && understood };
}

/** One reading per thing that was looked for, in the same order. Missing from less than the whole list is unreadable. */
export function readingsOf<T>(found: Scan<T>, evidenceOf: (item: T) => Evidence | null): Reading[] {
  return found.hits.flatMap((hit) => {
    const exchange = hit?.exchange ?? found.exchanges.at(-1);
    if (exchange === undefined) return [];
    const evidence = (hit?.items ?? []).map(evidenceOf).filter((one) => one !== null);
    return [{ exchange, outcome: hit ? "read" : found.whole ? "absent" : "unreadable", evidence }];
  });
}

/** One reading per page, with what was found on it. */
export function pageReadings<T>(found: Scan<T>, evidenceOf: (item: T) => Evidence | null): Reading[] {
  return found.exchanges.map((exchange, index) => {
    const items = found.hits.flatMap((hit) => (hit?.exchange === exchange ? hit.items : []));
    const evidence = items.map(evidenceOf).filter((one) => one !== null);
    const broken = found.end === "unreadable" && index === found.exchanges.length - 1;
    return { exchange, outcome: broken ? "unreadable" : "read", evidence };
  });
}
