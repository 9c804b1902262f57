import { once } from "node:events";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg from "pg";
import { JOURNAL } from "../migrate";

const ROWS_AT_ONCE = 1_000;

interface Header {
  debitdesk: "backup";
  migrations: string[];
}

/** The last line: a file that ends without it, or with another count, is not whole. */
interface End {
  rows: number;
}

const tables = `select tablename as name from pg_tables
  where schemaname = current_schema() and tablename <> '${JOURNAL}' order by 1`;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const namesOf = async (client: pg.Client, sql: string): Promise<string[]> =>
  (await client.query<{ name: string }>(sql)).rows.map((row) => row.name);

/**
 * Every row of one snapshot as the server writes it in JSON, compressed. Needs no program of the server's version; the
 * schema is not in it, for the migrations make it.
 */
export function backUpPostgres(url: string, to: string): Promise<{ rows: number }> {
  return withClient(url, async (client) => {
    await client.query("begin isolation level repeatable read read only");
    const file = createWriteStream(to, { flags: "wx", mode: 0o600, flush: true });
    await once(file, "open");
    const zip = createGzip();
    const written = finished(zip.pipe(file));
    const put = async (line: string) => {
      if (!zip.write(`${line}\n`)) await once(zip, "drain");
    };
    try {
      const migrations = await namesOf(client, `select name from ${JOURNAL} order by 1`);
      await put(JSON.stringify({ debitdesk: "backup", migrations } satisfies Header));
      let rows = 0;
      for (const table of await namesOf(client, tables)) {
        await put(JSON.stringify({ table }));
        rows += await dump(client, table, put);
      }
      await put(JSON.stringify({ rows } satisfies End));
      zip.end();
      await written;
      return { rows };
    } catch (error) {
      zip.destroy();
      await written.catch(() => undefined);
      rmSync(to, { force: true });
      throw error;
    }
  });
}

async function dump(client: pg.Client, table: string, put: (line: string) => Promise<void>): Promise<number> {
  await client.query(
    `declare rows no scroll cursor for select row_to_json(t)::text as row from ${quoted(table)} t`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from rows`);
    // One line per row: a line break inside a text is written as \n by the server.
    for (const { row } of rows) await put(row);
    count += rows.length;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query("close rows");
  return count;
}

/** Ended by a line feed and nothing else: a text may hold every other character that is taken for a line's end. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(path).pipe(createGunzip()).setEncoding("utf8")) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}

/** The migrations that a backup's rows are written for. */
export async function migrationsOf(path: string): Promise<string[]> {
  for await (const line of linesOf(path)) {
    const header: Header = JSON.parse(line);
    if (header.debitdesk === "backup") return header.migrations;
    break;
  }
  throw new Error(`${path} is not a backup of a desk on Postgres`);
}

/** Refuses a database in which there is anything: restoring never writes over something. */
export function refuseFull(url: string): Promise<void> {
  return withClient(url, async (client) => {
    const there = await namesOf(client, tables);
    if (there.length > 0)
      throw new Error("the database is not empty. Make a new one, and let DATABASE_URL name it.");
  });
}

/** Fills the tables that the migrations made, all or nothing. */
export function fillPostgres(url: string, from: string): Promise<number> {
  return withClient(url, async (client) => {
    await client.query("begin");
    let table = "";
    let waiting: string[] = [];
    let rows = 0;
    let end: End | null = null;
    const flush = async () => {
      if (waiting.length === 0) return;
      await client.query(
        `insert into ${quoted(table)} select * from json_populate_recordset(null::${quoted(table)}, $1::json)`,
        [`[${waiting.join(",")}]`],
      );
      rows += waiting.length;
      waiting = [];
    };
    for await (const line of linesOf(from)) {
      const mark = markIn(line);
      if (mark) await flush();
      if (mark === "header") continue;
      if (mark && "table" in mark) table = mark.table;
      else if (mark) end = mark;
      else waiting.push(line);
      if (waiting.length >= ROWS_AT_ONCE) await flush();
    }
    if (end?.rows !== rows) throw new Error(`${from} is not whole: it was cut off`);
    await client.query("commit");
    return rows;
  });
}

/** A line between the rows. Every table of ours has more than two columns, so that a row is never taken for one. */
function markIn(line: string): "header" | { table: string } | End | null {
  if (line.startsWith('{"debitdesk":')) return "header";
  const single = /^\{"(?:table|rows)":[^,]*\}$/.test(line);
  return single ? JSON.parse(line) : null;
}
