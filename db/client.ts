import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { databaseUrl, type Engine, engineOf } from "./engine";
import { connectPostgres } from "./postgres-driver";
import { connectSqlite } from "./sqlite-driver";

/** Reads outside a transaction. Writing is possible only through `inTransaction`. */
export type Reader = Pick<NodePgDatabase, "select" | "selectDistinct" | "with" | "$with">;

/** An open transaction. */
export type Tx = Pick<
  NodePgDatabase,
  "select" | "selectDistinct" | "with" | "$with" | "insert" | "update" | "delete"
>;

/** A connected database. `transaction` is for db/transaction.ts only. */
export interface Connected {
  readonly engine: Engine;
  readonly read: Reader;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Statements of migrations and of preparation; never with values in them. */
  execute(statement: string): Promise<void>;
  query(statement: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export type Database = Connected;

export function connect(url: string = databaseUrl()): Database {
  return engineOf(url) === "postgres" ? connectPostgres(url) : connectSqlite(url.replace(/^file:/, ""));
}

declare global {
  var debitdeskDatabase: Database | undefined;
}

/** This process's database, opened at first use: importing must not open anything. */
export function database(): Database {
  globalThis.debitdeskDatabase ??= connect();
  return globalThis.debitdeskDatabase;
}
