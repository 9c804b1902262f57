import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  primaryKey,
  snakeCase,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/**
 * Text in the order of its bytes, as SQLite has it: what begins with a word is then one range of an index, whatever
 * language the server sorts by.
 */
const code = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/** The canonical column kit: every table is typed as Postgres sees it, whatever it is stored in. */
export const postgresKit = {
  table: snakeCase.table,
  text: () => text(),
  /** Numbers and terms that are found by how they begin. */
  code: () => code(),
  bool: () => boolean(),
  int: () => integer(),
  /** Minor units, counters and sequence numbers: beyond 2^31. */
  big: () => bigint({ mode: "number" }),
  /** An instant, to the millisecond, in UTC. */
  instant: () => timestamp({ withTimezone: true, precision: 3 }),
  /** `YYYY-MM-DD`. */
  day: () => date({ mode: "string" }),
  json: <T>() => jsonb().$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
  check,
};

export type Kit = typeof postgresKit;
