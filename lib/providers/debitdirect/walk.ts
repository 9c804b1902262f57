import type { Exchange, Line } from "@/lib/providers/contract";
import { get } from "./calls";
import { readSettings } from "./settings";
import { readJson, readPage, type WirePage } from "./wire";

/** The address of one page. `filter` and `orderby` are never sent: their grammar is not published. */
export function pagePath(path: string, pageSize: number, after: string | null): string {
  const query = new URLSearchParams({ limit: String(pageSize), ...(after === null ? {} : { after }) });
  return `${path}?${query}`;
}

/** The page in an answer, or null when it is not a readable one. A page that leads back to itself is none. */
export function pageOf(exchange: Exchange, after: string | null): WirePage | null {
  const { result } = exchange;
  if (result.kind !== "answered" || result.status < 200 || result.status > 299) return null;
  const page = readPage(readJson(result.body));
  return page === null || (page.next !== null && page.next === after) ? null : page;
}

export interface Walk {
  /** `complete`: they said nothing follows. `stopped`: the visitor had enough. `cut`: the bound, or an unproven end. */
  end: "complete" | "stopped" | "cut" | "unreadable";
  exchanges: readonly Exchange[];
}

/**
 * Reads a list page by page until the visitor says `stop`, the list ends, or the bound is reached. The order of their
 * lists is not published, so nothing is concluded from where something stands.
 */
export async function walk(
  line: Line,
  path: string,
  visit: (items: readonly unknown[], exchange: Exchange) => "more" | "stop",
): Promise<Walk> {
  const { pageSize, searchPages } = readSettings(line.settings, line.environment);
  const exchanges: Exchange[] = [];
  const seen = new Set<string>();
  let after: string | null = null;
  for (let count = 0; count < searchPages; count += 1) {
    const exchange: Exchange = await get(line, pagePath(path, pageSize, after));
    exchanges.push(exchange);
    const page = pageOf(exchange, after);
    if (page === null) return { end: "unreadable", exchanges };
    if (visit(page.items, exchange) === "stop") return { end: "stopped", exchanges };
    if (page.next === null) return { end: page.endProven ? "complete" : "cut", exchanges };
    if (seen.has(page.next)) return { end: "unreadable", exchanges };
    seen.add(page.next);
    after = page.next;
  }
  return { end: "cut", exchanges };
}
