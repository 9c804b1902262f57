import { DatabaseSync } from "@photostructure/sqlite";
import pg from "pg";
import type { Engine } from "@/db/engine";

type Value = string | number | boolean | null | Date;
export type RawRow = Readonly<Record<string, Value>>;

/** Puts rows into tables by the shortest way there is: filling a million of each through the query builder takes an hour. */
export interface RawRows {
  /** Every row of a table has the same columns. */
  add(table: string, rows: readonly RawRow[]): Promise<void>;
  begin(): Promise<void>;
  commit(): Promise<void>;
  close(): Promise<void>;
}

export const rawRows = (engine: Engine, url: string): Promise<RawRows> =>
  engine === "sqlite" ? sqliteRows(url.replace(/^file:/, "")) : postgresRows(url);

async function sqliteRows(path: string): Promise<RawRows> {
  const db = new DatabaseSync(path);
  // Only while filling a commit need not wait for the disk.
  db.exec("pragma journal_mode=wal; pragma synchronous=off; pragma cache_size=-262144");
  const bound = (value: Value) => {
    if (typeof value === "boolean") return value ? 1 : 0;
    return value instanceof Date ? value.getTime() : value;
  };
  return {
    add: async (table, rows) => {
      const [first] = rows;
      if (!first) return;
      const columns = Object.keys(first);
      const marks = columns.map(() => "?").join(", ");
      const insert = db.prepare(
        `insert into ${table} (${columns.map((one) => `"${one}"`)}) values (${marks})`,
      );
      for (const row of rows) insert.run(...Object.values(row).map(bound));
    },
    begin: async () => db.exec("begin immediate"),
    commit: async () => db.exec("commit"),
    close: async () => db.close(),
  };
}

async function postgresRows(url: string): Promise<RawRows> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set synchronous_commit = off");
  return {
    add: async (table, rows) => {
      const [first] = rows;
      if (!first) return;
      const columns = Object.keys(first).map((one) => `"${one}"`);
      await client.query(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [JSON.stringify(rows)],
      );
    },
    begin: async () => {
      await client.query("begin");
    },
    commit: async () => {
      await client.query("commit");
    },
    close: () => client.end(),
  };
}
