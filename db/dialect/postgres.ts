import {
  bigint,
  boolean,
  check,
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

/** The canonical column kit: every table is typed as Postgres sees it, whatever it is stored in. */
export const postgresKit = {
  table: snakeCase.table,
  text: () => text(),
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
