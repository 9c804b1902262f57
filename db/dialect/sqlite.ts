import { check, index, integer, primaryKey, snakeCase, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Kit } from "./postgres";

const sqliteKit = {
  table: snakeCase.table,
  text: () => text(),
  code: () => text(),
  bool: () => integer({ mode: "boolean" }),
  int: () => integer(),
  big: () => integer(),
  instant: () => integer({ mode: "timestamp_ms" }),
  day: () => text(),
  json: <T>() => text({ mode: "json" }).$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
  check,
};

/**
 * The same names as the Postgres kit, typed as it. The cast is safe as far as both kits build columns that take and
 * give the same JavaScript values; parity.test.ts and the suite that runs on both databases hold that.
 */
export const asKit = (): Kit => sqliteKit as unknown as Kit;
