import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Connected } from "./client";
import { errorCode } from "./errors";

/** Serialisation failure and deadlock: the whole unit may be tried again. */
const retryable = new Set(["40001", "40P01"]);
const TRIES = 5;
/** As long as SQLite waits for another process's lock. */
const LOCK_PATIENCE_MS = 30_000;

/** The server, the database in it, and the timeline: a restore to a point in time and a promoted standby begin a new one. */
const PLACE = `
  select (pg_control_system()).system_identifier::text || ' '
    || (select oid from pg_database where datname = current_database())::text || ' '
    || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) as place`;

/** Advisory locks live in the server's memory: they are never in a copy. */
const [AREA, INSIDE, DOOR] = [7_220_116, 1, 2];
const COMPANY = `
  select 1 from pg_locks
  where locktype = 'advisory' and classid = ${AREA} and objid = ${INSIDE} and granted
    and database = (select oid from pg_database where datname = current_database())
    and pid <> pg_backend_pid() limit 1`;

/** No transaction of ours waits so long between two statements: whoever does is frozen or gone, and holds locks. */
const IDLE_IN_TRANSACTION_MS = 30_000;

/** Each connection of the server keeps every statement it has a name for, some ten kilobytes of each. */
const NAMED_AT_MOST = 500;
const names = new Map<string, string>();

/** The server parses a statement that has a name once for each connection, not for each time it is asked. */
function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < NAMED_AT_MOST) names.set(text, `d${names.size}`);
  return names.get(text);
}

/** Names what carries values; `begin` and its like take the shorter way of a plain text. */
function nameStatements(client: pg.PoolClient): void {
  const ask: (...args: unknown[]) => unknown = client.query.bind(client);
  const query = (first: unknown, values?: unknown, ...rest: unknown[]) => {
    const named =
      typeof first === "object" &&
      first !== null &&
      "text" in first &&
      Array.isArray(values) &&
      values.length > 0
        ? { ...first, name: nameOf(String(first.text)) }
        : first;
    return ask(named, values, ...rest);
  };
  Object.assign(client, { query });
}

/** Postgres through a pool. A transaction that loses a deadlock is run again as a whole. */
export function connectPostgres(
  url: string,
  poolSize = 10,
  { patienceMs = LOCK_PATIENCE_MS, idleInTransactionMs = IDLE_IN_TRANSACTION_MS } = {},
): Connected {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    lock_timeout: patienceMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
  });
  // Without a listener an idle disconnect would end the process; the next query gets a new client.
  pool.on("error", () => undefined);
  pool.on("connect", nameStatements);
  const orm = drizzle({ client: pool });
  const presence = presenceIn(url);

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
    place: async () => String((await pool.query<{ place: string }>(PLACE)).rows[0]?.place),
    enter: presence.enter,
    inside: presence.inside,
    close: async () => {
      await presence.leave();
      await pool.end();
    },
  };
}

/** A connection of its own, kept for as long as the process lives, whose lock says that this process was let in. */
function presenceIn(url: string): Pick<Connected, "enter" | "inside"> & { leave(): Promise<void> } {
  let present: pg.Client | undefined;

  async function come(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on("error", () => {
      if (present === client) present = undefined;
    });
    await client.connect();
    return client;
  }

  return {
    enter: async (work) => {
      const client = present ?? (await come());
      try {
        await client.query(`select pg_advisory_lock(${AREA}, ${DOOR})`);
        const result = await work((await client.query(COMPANY)).rows.length > 0);
        if (present !== client) await client.query(`select pg_advisory_lock_shared(${AREA}, ${INSIDE})`);
        present = client;
        await client.query(`select pg_advisory_unlock(${AREA}, ${DOOR})`);
        return result;
      } catch (error) {
        // Its locks go with it.
        present = undefined;
        await client.end().catch(() => undefined);
        throw error;
      }
    },
    inside: () => present !== undefined,
    leave: async () => {
      await present?.end();
      present = undefined;
    },
  };
}
