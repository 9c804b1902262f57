import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { counters } from "@/db/schema";
import { beforeCommit } from "@/db/transaction";

export interface CounterKey {
  creditorId: string;
  /** `at_risk`: collected payments by the day on which they can no longer come back. */
  noun: "mandates" | "payments" | "at_risk";
  bucket: string;
  state: string;
  currency: string;
  test: boolean;
}

interface Change extends CounterKey {
  count: number;
  amountMinor: number;
}

const waiting = new WeakMap<Tx, Map<string, Change>>();
const nameOf = (key: CounterKey): string =>
  [key.creditorId, key.noun, key.bucket, key.state, key.currency, key.test].join("\u0000");

/** Adds to a figure, in this transaction; the rows are written at its end, in one fixed order. */
export function addToCounter(tx: Tx, key: CounterKey, count: number, amountMinor: number): void {
  const changes = waiting.get(tx) ?? new Map<string, Change>();
  if (changes.size === 0) waiting.set(tx, changes);
  const name = nameOf(key);
  const known = changes.get(name) ?? { ...key, count: 0, amountMinor: 0 };
  known.count += count;
  known.amountMinor += amountMinor;
  changes.set(name, known);
  beforeCommit(tx, "counters", 1, write);
}

async function write(tx: Tx): Promise<void> {
  const changes = waiting.get(tx) ?? new Map<string, Change>();
  waiting.delete(tx);
  for (const [, change] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (change.count === 0 && change.amountMinor === 0) continue;
    await tx
      .insert(counters)
      .values(change)
      .onConflictDoUpdate({
        target: [
          counters.creditorId,
          counters.noun,
          counters.bucket,
          counters.state,
          counters.currency,
          counters.test,
        ],
        set: {
          count: sql`${counters.count} + ${change.count}`,
          amountMinor: sql`${counters.amountMinor} + ${change.amountMinor}`,
        },
      });
  }
}
