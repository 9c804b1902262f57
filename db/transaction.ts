import type { Database, Tx } from "./client";

type Last = (tx: Tx) => Promise<void>;

const lastSteps = new WeakMap<Tx, Map<string, { order: number; run: Last }>>();

/**
 * The only way to write. Everything inside happens together or not at all; no network call may be made in it.
 *
 * Steps left with `beforeCommit` run at the very end, in their order: rows that every transaction wants (the audit
 * head, counters) are locked last and for the shortest time, always in the same order, so that they cannot deadlock.
 */
export function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    const steps = new Map<string, { order: number; run: Last }>();
    lastSteps.set(tx, steps);
    const result = await work(tx);
    for (const step of [...steps.values()].sort((a, b) => a.order - b.order)) await step.run(tx);
    lastSteps.delete(tx);
    return result;
  });
}

const takenBack = Symbol("taken back");

/**
 * Does the same work in a transaction that is taken back as a whole, and answers what it would have come to. What is
 * left for the end is not even begun: the hot rows are never touched.
 */
export async function rehearse<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  let result: { of: T } | undefined;
  try {
    await db.transaction(async (tx) => {
      lastSteps.set(tx, new Map());
      result = { of: await work(tx) };
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  if (!result) throw new Error("the rehearsal did not come to its end");
  return result.of;
}

/** Leaves a step for the end of this transaction; a step of the same name is left once. */
export function beforeCommit(tx: Tx, name: string, order: number, run: Last): void {
  const steps = lastSteps.get(tx);
  if (!steps) throw new Error("not inside inTransaction");
  if (!steps.has(name)) steps.set(name, { order, run });
}
