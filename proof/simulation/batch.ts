import { type EngineName, openDatabase } from "./database";
import { groundOn } from "./ground";
import type { Plan } from "./plan";
import { type Outcome, runSchedule } from "./run";
import type { Seed } from "./seeds";

/** What a batch is told: the seeds of its own that come first, then from where it goes on, how far and how long. */
export interface Order {
  engine: EngineName;
  seeds: readonly Seed[];
  /** For the seeds that follow. */
  changes: Partial<Plan>;
  first: number;
  step: number;
  count: number;
  seconds: number;
  /** Goes no further than the first broken promise. */
  untilBroken: boolean;
  /** Tell the trace also of what went well. */
  wordy: boolean;
}

/** What a batch tells of one schedule. */
export interface Told extends Omit<Outcome, "fingerprint" | "trace"> {
  trace: readonly string[] | null;
  fingerprint: string | null;
  /** Of this process; what a server of the database spent is not in it. */
  cpuMs: number;
}

async function runBatch(order: Order, tell: (told: Told) => void): Promise<void> {
  const { db, close } = await openDatabase(order.engine);
  const ground = await groundOn(db);
  const end = performance.now() + order.seconds * 1_000;
  let broken = false;
  const one = async (seed: number, changes: Partial<Plan>) => {
    const before = process.cpuUsage();
    const outcome = await runSchedule(seed, ground, changes);
    const { user, system } = process.cpuUsage(before);
    broken = outcome.violations.length > 0;
    const shown = order.wordy || broken;
    tell({
      ...outcome,
      trace: shown ? outcome.trace : null,
      fingerprint: order.wordy ? outcome.fingerprint() : null,
      cpuMs: (user + system) / 1_000,
    });
  };
  const kept = order.seeds.map(
    ({ seed, changes }) =>
      () =>
        one(seed, changes),
  );
  const next = (n: number) => () => one(order.first + n * order.step, order.changes);
  for (let n = 0; n < kept.length + order.count && performance.now() < end; n += 1) {
    await (kept[n] ?? next(n - kept.length))();
    if (broken && order.untilBroken) break;
  }
  await close();
}

process.once("message", (order: Order) => {
  runBatch(order, (told) => process.send?.(told)).then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
// Whoever gave the order may die: then nobody hears.
process.once("disconnect", () => process.exit(1));
