import { and, type Column, gte, lt, type SQL, sql } from "drizzle-orm";

/** The last character there is: nothing that begins with a text comes after the text with it. */
export const LAST = "\u{10ffff}";

/** What begins with a text, as one range of an index. Only for columns in the order of their bytes (`code`). */
export const beginsWith = (column: Column, text: string | SQL): SQL | undefined =>
  typeof text === "string"
    ? and(gte(column, text), lt(column, `${text}${LAST}`))
    : and(gte(column, text), lt(column, sql`${text} || ${LAST}`));
