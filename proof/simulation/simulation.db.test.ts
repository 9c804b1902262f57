import { describe, expect, it, vi } from "vitest";
import type { Database } from "@/db/client";
import { databaseUrl, engineOf } from "@/db/engine";
import { testDatabase } from "@/db/testing/database";
import { groundOn } from "./ground";
import type { Plan } from "./plan";
import { runSchedule } from "./run";
import { seeds } from "./seeds";
import type { Ground } from "./world";

/** What a run must keep to be a proof, on the seeds that everybody runs; `npm run test:long` looks at new ones. */
const FIRST = 1;
/** On Postgres each takes four times as long. */
const SCHEDULES = engineOf(databaseUrl()) === "sqlite" ? 60 : 20;
const AT_ONCE = 10;

vi.setConfig({ testTimeout: 600_000 });

async function ground(): Promise<Ground> {
  const db: Database = await testDatabase();
  // Power cuts are not simulated here, and waiting for a disk would be most of the time.
  if (db.engine === "sqlite") await db.execute("pragma synchronous=off");
  return groundOn(db);
}

let shared: Promise<Ground> | undefined;
const here = () => {
  shared ??= ground();
  return shared;
};

/** What a seed broke, with its trace when it broke anything. */
async function broken(seed: number, changes: Partial<Plan> = {}): Promise<string | null> {
  const { violations, trace } = await runSchedule(seed, await here(), changes);
  if (violations.length === 0) return null;
  const rules = violations.map((one) => `${one.rule}: ${one.subject} ${one.seen}`);
  return [`seed ${seed} (npm run test:long -- --seed ${seed})`, ...rules, ...trace].join("\n");
}

describe("the money path, simulated", () => {
  const blocks = Array.from({ length: SCHEDULES / AT_ONCE }, (_, n) => FIRST + n * AT_ONCE);
  it.each(blocks)("keeps its promises on the seeds from %i on", async (first) => {
    for (let seed = first; seed < first + AT_ONCE; seed += 1) expect(await broken(seed)).toBeNull();
  });

  it("keeps them on the seeds that once showed a defect", async () => {
    for (const { seed, changes } of seeds) expect(await broken(seed, changes)).toBeNull();
  });

  it("is one exact run per seed, to the byte", async () => {
    for (const seed of [3, 8]) {
      const first = (await runSchedule(seed, await here())).fingerprint();
      await runSchedule(seed + 1, await here());
      expect((await runSchedule(seed, await here())).fingerprint()).toBe(first);
    }
  });
});
