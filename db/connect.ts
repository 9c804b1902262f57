import type { Database } from "./client";
import { databaseUrl, engineOf } from "./engine";
import { connectPostgres } from "./postgres-driver";
import { connectSqlite } from "./sqlite-driver";

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
