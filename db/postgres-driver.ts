import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Connected } from "./client";
import { errorCode } from "./errors";

/** Serialisation failure and deadlock: the whole unit may be tried again. */
const retryable = new Set(["40001", "40P01"]);
const TRIES = 5;

/** Postgres through a pool. A transaction that loses a deadlock is run again as a whole. */
export function connectPostgres(url: string, poolSize = 10): Connected {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: 10_000 });
  // Without a listener an idle disconnect would end the process; the next query gets a new client.
  pool.on("error", () => undefined);
  const orm = drizzle({ client: pool });

  return {
    engine: "postgres",
    read: orm,
    transaction: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await orm.transaction(work);
        } catch (error) {
          if (attempt >= TRIES || !retryable.has(errorCode(error) ?? "")) throw error;
        }
      }
    },
    execute: async (statement) => {
      await pool.query(statement);
    },
    query: async (statement) => (await pool.query<Record<string, unknown>>(statement)).rows,
    close: () => pool.end(),
  };
}
