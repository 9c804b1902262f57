import { count, eq, sum } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { bulkRows } from "@/db/schema";
import type { Currency } from "@/lib/kernel/money";
import type { RowState } from "./states";

/** Rows that fare alike: in one state, in one way or for one reason, at one provider. */
export interface BulkPart {
  state: RowState;
  how: string;
  why: string;
  provider: string;
  count: number;
  sums: { currency: Currency; amountMinor: number; test: boolean }[];
}

/** Every row, counted where it is, in one question: the parts together are all of them. */
export async function partsOf(db: Pick<Reader, "select">, bulkId: string): Promise<BulkPart[]> {
  const { state, how, why, provider, currency, test } = bulkRows;
  const rows = await db
    .select({
      ...{ state, how, why, provider, currency, test },
      count: count(),
      amountMinor: sum(bulkRows.amountMinor).mapWith(Number),
    })
    .from(bulkRows)
    .where(eq(bulkRows.bulkId, bulkId))
    .groupBy(state, how, why, provider, currency, test)
    .orderBy(state, how, why, provider, test);
  const parts = new Map<string, BulkPart>();
  for (const row of rows) {
    const name = [row.state, row.how, row.why, row.provider].join(" ");
    const part = parts.get(name) ?? { ...row, count: 0, sums: [] };
    part.count += row.count;
    if (row.currency)
      part.sums.push({ currency: row.currency, amountMinor: row.amountMinor ?? 0, test: row.test });
    parts.set(name, part);
  }
  return [...parts.values()];
}

/** How many rows are in any of these states. */
export const countIn = (parts: readonly BulkPart[], ...states: RowState[]): number =>
  parts.filter((part) => states.includes(part.state)).reduce((all, part) => all + part.count, 0);
