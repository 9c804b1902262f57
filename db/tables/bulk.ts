import type { BulkState, BulkStop, BulkVerbName, RowState } from "@/lib/bulk/states";
import type { Currency } from "@/lib/kernel/money";
import type { Kit } from "../dialect/postgres";

export function bulkTables(k: Kit) {
  /** One verb for many rows, as a person chose them: looked at, confirmed once, done row by row. */
  const bulks = k.table(
    "bulks",
    {
      id: k.text().primaryKey(),
      creditorId: k.text().notNull(),
      verb: k.text().$type<BulkVerbName>().notNull(),
      state: k.text().$type<BulkState>().notNull(),
      stopReason: k.text().$type<BulkStop>(),
      /** The list that the rows were ticked in: the query of its address. */
      query: k.text().notNull(),
      /** The person's, where the verb asks for one; given with the confirmation. */
      reason: k.text(),
      /** Only they see it and go on with it, and the verb is done with the rights that they have then. */
      ownerId: k.text().notNull(),
      createdAt: k.instant().notNull(),
      startedAt: k.instant(),
      endedAt: k.instant(),
    },
    (t) => [k.index("bulks_state").on(t.state, t.createdAt)],
  );

  const bulkRows = k.table(
    "bulk_rows",
    {
      bulkId: k.text().notNull(),
      /** In the order of the list, from 1. */
      n: k.int().notNull(),
      creditorId: k.text().notNull(),
      subjectId: k.text().notNull(),
      state: k.text().$type<RowState>().notNull(),
      /** How it would go, or went: a word of the verb. Empty where it does not. */
      how: k.text().notNull(),
      /** Why it was left out or refused: a word of the verb's rule, or a refusal's code. Empty where it was not. */
      why: k.text().notNull(),
      provider: k.text().notNull(),
      /** What was in it when it was looked at; zero, and no currency, for what has no amount. */
      amountMinor: k.big().notNull(),
      currency: k.text().$type<Currency>(),
      test: k.bool().notNull(),
      /** Failures on our own side when its turn came. */
      faults: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ name: "bulk_rows_pk", columns: [t.bulkId, t.n] }),
      k.uniqueIndex("bulk_rows_subject").on(t.bulkId, t.subjectId),
      k.index("bulk_rows_state").on(t.bulkId, t.state, t.n),
    ],
  );

  return { bulks, bulkRows };
}
