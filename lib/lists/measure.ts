import { breathe } from "@/lib/kernel/breathe";
import type { Currency, Money } from "@/lib/kernel/money";

export interface Measured {
  count: number;
  /** It stopped at a bound: there are more than that. */
  more: boolean;
  /** By currency, and test money never together with live money; of what was counted. */
  sums: (Money & { test: boolean })[];
}

/** What of a row can be added up; nothing, where a list has no amounts. */
export type Weighed = { id: string; amountMinor?: number; currency?: Currency; test?: boolean };

/**
 * Counts rows and adds them up as they are read, at most so many and for so long. Between parts everything else has its
 * turn: on SQLite one long question would hold up the whole desk.
 */
export async function measure(
  parts: AsyncIterable<readonly Weighed[]>,
  bounds: { rows: number; ms: number },
): Promise<Measured> {
  const until = performance.now() + bounds.ms;
  const sums = new Map<string, Money & { test: boolean }>();
  let count = 0;
  for await (const rows of parts) {
    if (count + rows.length > bounds.rows || performance.now() > until)
      return { count, more: true, sums: [] };
    count += rows.length;
    for (const { amountMinor, currency, test = false } of rows) {
      if (amountMinor === undefined || currency === undefined) continue;
      const name = `${currency} ${test}`;
      const before = sums.get(name)?.amountMinor ?? 0;
      sums.set(name, { currency, test, amountMinor: before + amountMinor });
    }
    await breathe();
  }
  return { count, more: false, sums: [...sums.values()] };
}
