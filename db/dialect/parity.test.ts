import { type Column, getColumns, getTableName, is, Table } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import * as postgres from "../schema.postgres";
import * as sqlite from "../schema.sqlite";

/** What a reader of rows can tell of a table: its columns, the values they take, and which may be null. */
function shapesOf(schema: Record<string, unknown>) {
  const tables = Object.values(schema).filter((one): one is Table => is(one, Table));
  return Object.fromEntries(
    tables.map((table) => [
      getTableName(table),
      Object.fromEntries(
        Object.entries(getColumns(table)).map(([name, column]) => [
          name,
          {
            column: column.name,
            notNull: column.notNull,
            primary: column.primary,
            takes: kindOf(column),
          },
        ]),
      ),
    ]),
  );
}

/** The kind of JavaScript value, without how large it may be. A text with an order of its own is a text. */
function kindOf(column: Column): string {
  const kind = column.dataType.split(" ").at(0) ?? "";
  return kind === "custom" && /^text\b/.test(column.getSQLType()) ? "string" : kind;
}

describe("the two dialects", () => {
  it("have the same tables with the same columns, taking the same values", () => {
    const both = { sqlite: shapesOf(sqlite), postgres: shapesOf(postgres) };
    expect(Object.keys(both.sqlite).length).toBeGreaterThan(20);
    expect(both.sqlite).toEqual(both.postgres);
  });
});
