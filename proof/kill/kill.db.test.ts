import { beforeAll, describe, expect, it } from "vitest";
import { databaseUrl, engineOf } from "@/db/engine";
import { crashPoints } from "@/lib/crash-point";
import { runBatch } from "./batch";
import { everyPoint, freezable, pointsOf, randomPlan } from "./plan";
import { runProgramme, type Summary } from "./programme";
import { randomFrom } from "./random";

const RANDOM_ROUNDS = 2;
const SEED = 20_261_101;

describe("the points at which a program may die", () => {
  it("has a death for every point that has a name", () => {
    const planned: string[] = [...pointsOf.worker, ...pointsOf.app];
    expect(crashPoints.filter((point) => !planned.includes(point))).toEqual([]);
  });
});

/** The real worker and a real app, killed on a real database and brought back; the full programme has thousands. */
let summary: Summary;
beforeAll(async () => {
  const random = Array.from({ length: RANDOM_ROUNDS }, (_, n) => randomPlan(randomFrom(SEED + n)));
  summary = await runProgramme({
    engine: engineOf(databaseUrl()),
    seed: SEED,
    lanes: 3,
    plans: [...everyPoint(), ...random],
  });
}, 1_200_000);

const struck = (name: string): number => summary.byName.get(name)?.struck ?? 0;

describe("P1 to P3, W7: a desk whose programs are killed", () => {
  it("comes to rest with sound books, one debit per intent and nothing forgotten", () => {
    expect(summary.violations).toEqual([]);
    expect(summary.rounds).toBe(everyPoint().length + RANDOM_ROUNDS);
  });

  it.each(pointsOf.worker)("was killed in its worker at %s", (point) => {
    expect(struck(`worker ${point}`)).toBeGreaterThan(0);
  });

  it.each(pointsOf.app)("was killed in its app at %s", (point) => {
    expect(struck(`app ${point}`)).toBeGreaterThan(0);
  });
});

describe("P7: a worker frozen past its lease", () => {
  it("woke when another had done its work, and did it no second time", () => {
    expect(freezable.map((point) => struck(`freeze ${point}`)).filter((times) => times > 0)).not.toEqual([]);
  });
});

describe("O1: a worker stopped in mid-work", () => {
  it("ended by itself, and well", () => {
    expect(struck("worker stop")).toBeGreaterThan(0);
  });
});

describe("P4: a run whose worker dies again and again", () => {
  it("ends with one outcome per item, and its counters right", async () => {
    const engine = engineOf(databaseUrl());
    const run = await runBatch({ engine, seed: SEED, payments: 60, kills: 6 });
    expect(run.violations).toEqual([]);
    expect(run.kills).toBe(6);
  }, 900_000);
});
