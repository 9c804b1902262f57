import { asc, type Column, desc, eq, type SQL, sql } from "drizzle-orm";
import { engine } from "@/db/schema";
import { readCursor, type SortKind, type SortValue, writeCursor } from "./cursor";
import type { Page, PageRequest } from "./page";

/** A column that a list can be ordered by. It has no nulls, and an index ends in it and the id. */
export interface SortColumn<Row> {
  column: Column;
  kind: SortKind;
  of(row: Row): SortValue;
}

/** One order of a list, ready to be put into a query. */
export interface Order<Row> {
  /** Only rows after the cursor. */
  beyond: SQL | undefined;
  by: SQL[];
  /** One row more than the page shows: it says whether there is a next page. */
  take: number;
  compare(a: Row, b: Row): number;
  page(rows: Row[]): Page<Row>;
}

const PAGE = 50;
const LARGEST_PAGE = 100;

/**
 * The order and position of a page. Paging goes by the last row's values and never by counting, so a page deep in the
 * list costs as much as the first; the id makes every position unique.
 *
 * `few`: the filter has an index of its own and leaves few rows, which are sorted. Said to the database by an order
 * that no index has: SQLite would rather walk a whole list in order than sort ten rows.
 */
export function keyset<Row extends { id: string }, Key extends string>(
  sorts: Readonly<Record<Key, SortColumn<Row>>>,
  first: Key,
  id: Column,
  request: PageRequest<Key>,
  few = false,
): Order<Row> {
  const { key, direction } = request.sort ?? { key: first, direction: "down" };
  const { column, kind, of } = sorts[key];
  const down = direction === "down";
  const name = `${down ? "-" : ""}${key}`;
  const from = request.after === undefined ? null : readCursor(name, kind, request.after);
  const bound = from && sql`(${sql.param(from.value, column)}, ${sql.param(from.id, id)})`;
  const by = few ? sql`coalesce(${column}, ${column})` : column;
  const limit = Math.min(Math.max(Math.trunc(request.limit ?? PAGE), 1), LARGEST_PAGE);
  return {
    beyond: bound ? sql`(${by}, ${id}) ${sql.raw(down ? "<" : ">")} ${bound}` : undefined,
    by: down ? [desc(by), desc(id)] : [asc(by), asc(id)],
    take: limit + 1,
    compare: (a, b) => (down ? -1 : 1) * (before(of(a), of(b)) || before(a.id, b.id)),
    page: (rows) => {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { rows: shown, next: more ? writeCursor(name, { value: of(last), id: last.id }) : null };
    },
  };
}

function before(a: SortValue, b: SortValue): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/**
 * A condition on a column, or none where the filter leaves it open. Values may come from an address: NUL, which
 * Postgres does not take as text, is in no stored value.
 */
export function same(column: Column, value: string | boolean | undefined): SQL | undefined {
  if (value === undefined) return undefined;
  return isNever(value) ? sql`1 = 0` : eq(column, value);
}

const isNever = (value: string | boolean | undefined): boolean =>
  typeof value === "string" && value.includes("\u0000");

/**
 * The same condition, written so that no index answers it. Beside a condition that leaves few rows and has its own index:
 * without statistics SQLite takes any index with as many columns, and might walk everything of the creditor instead.
 */
export const unindexed = (column: Column, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${column} || '' = ${value}`;

/**
 * The same condition beside those that the index in use begins with: it is answered on the way, from the index's own
 * entries where they hold the column. SQLite might otherwise take another index that begins with this column.
 */
export function beside(column: Column, value: string | boolean | undefined): SQL | undefined {
  const condition = same(column, value);
  return condition && engine === "sqlite" && !isNever(value)
    ? sql`+${column} = ${sql.param(value, column)}`
    : condition;
}

/**
 * Rows in any of several states, in one order. Each state is read from its own index and the parts are put together:
 * one question for all of them would have to sort every row that matches.
 */
export async function inStates<Row, State extends string>(
  states: State | readonly State[] | undefined,
  order: Pick<Order<Row>, "compare">,
  read: (state: State | undefined) => Promise<Row[]>,
): Promise<Row[]> {
  const wanted = [...new Set(typeof states === "string" ? [states] : (states ?? []))];
  const [only] = wanted;
  if (wanted.length < 2) return read(only);
  const rows: Row[] = [];
  for (const state of wanted) rows.push(...(await read(state)));
  return rows.sort((a, b) => order.compare(a, b));
}
