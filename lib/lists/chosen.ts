import type { Page } from "./page";
import { walk } from "./walk";

/** Rows that somebody ticked: these, or all of a view but these. */
export interface Chosen {
  all: boolean;
  ids: readonly string[];
}

/** A view, and how rows of its list are found by id. */
export interface ChosenFrom<Row> {
  read: (after: string | undefined) => Promise<Page<Row>>;
  byIds: (ids: readonly string[]) => Promise<Row[]>;
}

const AT_A_TIME = 100;

/** The chosen rows, some at a time, each read when those before have been taken. */
export async function* chosenRows<Row extends { id: string }>(
  { all, ids }: Chosen,
  from: ChosenFrom<Row>,
): AsyncGenerator<Row[]> {
  if (all) {
    const but = new Set(ids);
    for await (const rows of walk(from.read)) yield rows.filter((row) => !but.has(row.id));
    return;
  }
  for (let at = 0; at < ids.length; at += AT_A_TIME) yield from.byIds(ids.slice(at, at + AT_A_TIME));
}
