import type { Exchange, Line, Prepared, WireRequest } from "@/lib/providers/contract";
import { readJson, readPage } from "@/lib/providers/paynl/wire";

/** https://developer.pay.nl/docs/1-create-a-mandate: a token code or a service id, with its secret, in every call. */
function authorization(line: Line): string {
  const { user = "", password = "" } = line.secrets;
  return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}

/** Paths begin with the version; a base address that was typed with it does not get it twice. */
function address(line: Line, path: string): string {
  const version = /^\/v\d+(?=\/)/.exec(path)?.[0] ?? "";
  const base = line.baseUrl.replace(/\/+$/, "");
  return version !== "" && base.endsWith(version) ? base + path.slice(version.length) : base + path;
}

/** One write: the prepared bytes with the credential. */
export function send(line: Line, prepared: Prepared): Promise<Exchange> {
  const request: WireRequest = {
    method: prepared.method,
    url: address(line, prepared.path),
    headers: { ...prepared.headers, authorization: authorization(line) },
    ...(prepared.body === "" ? {} : { body: prepared.body }),
  };
  return line.call(request);
}

export function get(line: Line, path: string): Promise<Exchange> {
  return line.call({
    method: "GET",
    url: address(line, path),
    headers: { accept: "application/json", authorization: authorization(line) },
  });
}

/** The JSON of a 2xx answer; undefined for everything else. */
export function answerOf({ result }: Exchange): unknown {
  return result.kind === "answered" && result.status >= 200 && result.status < 300
    ? readJson(result.body)
    : undefined;
}

/** An error status in PAY.'s own form, a JSON object or nothing at all, and not some server's page on the way. */
export function isPaysOwn({ result }: Exchange, statuses: readonly number[]): boolean {
  if (result.kind !== "answered" || !statuses.includes(result.status)) return false;
  if (result.body.trim() === "") return true;
  const body = readJson(result.body);
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** PAY. answered that it does not have it. */
export function isMissing(exchange: Exchange): boolean {
  return isPaysOwn(exchange, [404]);
}

interface ListedPage<T> {
  exchange: Exchange;
  readable: boolean;
  items: readonly T[];
}

export interface Listed<T> {
  pages: readonly ListedPage<T>[];
  /** Every object that the provider counts was read: what is not here, was not there. */
  complete: boolean;
}

interface ListOf<T> {
  path: string;
  query: Readonly<Record<string, string>>;
  arrayName: string;
  pageSize: number;
  maxPages: number;
  read(value: unknown): T | null;
  idOf(item: T): string;
}

/**
 * Reads a list to its end. Its sort order is not published and objects may be added meanwhile, so completeness is judged
 * by the count of different objects against the total, never by a page being the last one asked for.
 */
export async function readList<T>(line: Line, list: ListOf<T>): Promise<Listed<T>> {
  const pages: ListedPage<T>[] = [];
  const seen = new Set<string>();
  for (let number = 1; number <= list.maxPages; number += 1) {
    const query = new URLSearchParams({ ...list.query, page: String(number), limit: String(list.pageSize) });
    const exchange = await get(line, `${list.path}?${query}`);
    const page = readPage(answerOf(exchange), list.arrayName);
    const items = page.items?.map(list.read).filter((item) => item !== null) ?? [];
    const readable = page.items !== null && items.length === page.items.length;
    pages.push({ exchange, readable, items });
    if (!readable) return { pages, complete: false };
    const before = seen.size;
    for (const item of items) seen.add(list.idOf(item));
    if (page.total !== null && seen.size >= page.total) return { pages, complete: true };
    const counted = page.total === null && page.pages === null;
    if (counted && !page.more && items.length < list.pageSize) return { pages, complete: true };
    if (page.total === null && page.pages !== null && number >= page.pages) return { pages, complete: true };
    // A page that brings nothing new: paging is not what we think it is, and the rest cannot be had.
    if (seen.size === before) return { pages, complete: false };
  }
  return { pages, complete: false };
}
