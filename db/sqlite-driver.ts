import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from "@photostructure/sqlite";
import { booleanFromInteger, dateFromStoredMilliseconds, refineSqliteCodecs } from "drizzle-orm/sqlite-core";
import { drizzle } from "drizzle-orm/sqlite-proxy";
import type { Connected, Reader, Tx } from "./client";

const codecs = refineSqliteCodecs({
  "integer:boolean": { normalize: booleanFromInteger },
  "integer:timestamp_ms": { normalize: dateFromStoredMilliseconds },
  "text:json": { normalize: JSON.parse },
});

type Bindable = string | number | bigint | null | Uint8Array;

/** The driver stores dates, objects and NaN as NULL without a word; here they are an error. */
function bindable(value: unknown): Bindable {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "bigint" || value instanceof Uint8Array) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError(`cannot store ${typeof value === "object" ? value.constructor.name : String(value)}`);
}

/** One connection with its statements, cached by their text and by whether rows come as arrays. */
class SqliteConnection {
  readonly raw: DatabaseSyncInstance;
  private readonly statements = {
    arrays: new Map<string, StatementSyncInstance>(),
    objects: new Map<string, StatementSyncInstance>(),
  };

  constructor(path: string, readOnly: boolean) {
    this.raw = new DatabaseSync(path, {
      readOnly,
      timeout: readOnly ? 5000 : 0,
      enableForeignKeyConstraints: true,
    });
  }

  private statement(sql: string, arrays: boolean): StatementSyncInstance {
    const statements = arrays ? this.statements.arrays : this.statements.objects;
    const known = statements.get(sql);
    if (known) return known;
    const made = this.raw.prepare(sql);
    if (arrays) made.setReturnArrays(true);
    if (statements.size > 500) statements.clear();
    statements.set(sql, made);
    return made;
  }

  all(sql: string, params: unknown[], arrays: boolean): unknown[] {
    return this.statement(sql, arrays).all(...params.map(bindable));
  }

  run(sql: string, params: unknown[]): unknown {
    return this.statement(sql, false).run(...params.map(bindable));
  }

  close(): void {
    this.statements.arrays.clear();
    this.statements.objects.clear();
    this.raw.close();
  }
}

function ormOver(connection: SqliteConnection) {
  const all = async (sql: string, params: unknown[], mode?: "array" | "object") =>
    connection.all(sql, params, mode === "array");
  return drizzle(
    {
      // The proxy's types want rows of `any`; what comes back is typed again by the query builder.
      all: all as never,
      get: (async (sql: string, params: unknown[], mode?: "array" | "object") =>
        (await all(sql, params, mode))[0]) as never,
      run: async (sql: string, params: unknown[]) => connection.run(sql, params),
    },
    { codecs },
  );
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && /database is locked|SQLITE_BUSY/i.test(error.message);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Another process may hold the write lock; waiting here leaves the event loop free. */
async function beginImmediate(writer: SqliteConnection, patienceMs: number): Promise<void> {
  const until = performance.now() + patienceMs;
  for (let wait = 2; ; wait = Math.min(wait * 2, 100)) {
    try {
      writer.run("begin immediate", []);
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await pause(wait + Math.random() * wait);
    }
  }
}

/** The file itself, not its name: a copy has another number, and was born at another time. */
function placeOf(path: string): string {
  const { ino, birthtimeNs, ctimeNs } = statSync(path, { bigint: true });
  // Where a file system does not know when a file was born, the time of its last change stands in for it.
  return `file ${ino}${birthtimeNs === ctimeNs ? "" : ` ${birthtimeNs}`}`;
}

/**
 * SQLite in one file: one writer connection behind a queue, one reader that sees what is committed.
 * Every commit is on disk before it returns (`synchronous=FULL`).
 */
export function connectSqlite(path: string, patienceMs = 30_000): Connected {
  mkdirSync(dirname(path), { recursive: true });
  return openSqlite(path, patienceMs);
}

/** The same by any name that SQLite knows, such as that of a database in the memory of this process. */
export function openSqlite(path: string, patienceMs = 30_000): Connected {
  const writer = new SqliteConnection(path, false);
  for (const pragma of ["journal_mode=wal", "synchronous=full", "wal_autocheckpoint=1000"])
    writer.raw.exec(`pragma ${pragma}`);
  const reader = new SqliteConnection(path, true);
  // Typed as Postgres; asKit() in dialect/sqlite.ts says why that is safe.
  const read = ormOver(reader) as unknown as Reader;
  // One object per transaction: what is noted beside it must go when it is rolled back.
  const openTx = () => ormOver(writer) as unknown as Tx;

  let queue: Promise<unknown> = Promise.resolve();
  const inside = new AsyncLocalStorage<true>();

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await beginImmediate(writer, patienceMs);
    try {
      const result = await inside.run(true, () => work(openTx()));
      writer.run("commit", []);
      return result;
    } catch (error) {
      if (writer.raw.isTransaction) writer.raw.exec("rollback");
      throw error;
    }
  }

  return {
    engine: "sqlite",
    read,
    transaction: (work) => {
      if (inside.getStore()) throw new Error("a transaction is open already: hand its tx on");
      const turn = queue.then(() => once(work));
      queue = turn.catch(() => undefined);
      return turn;
    },
    execute: async (statement) => {
      // Migrations wait for another process's writer; nothing else runs in this one yet.
      writer.raw.exec(`pragma busy_timeout=${patienceMs}`);
      try {
        writer.raw.exec(statement);
      } finally {
        writer.raw.exec("pragma busy_timeout=0");
      }
    },
    query: async (statement) => reader.all(statement, [], false) as Record<string, unknown>[],
    place: async () => placeOf(path),
    // Whoever shares the file shares the machine, and there the witness lets in one at a time.
    enter: (work) => work(false),
    inside: () => true,
    close: async () => {
      await queue;
      reader.close();
      writer.close();
    },
  };
}
