import { createHash } from "node:crypto";
import { readDesk } from "@/proof/auditor/read-desk";
import type { DeskRows } from "@/proof/auditor/rows";
import { alone } from "./alone";
import { arrange } from "./arrange";
import { wipe } from "./database";
import { diceFor } from "./dice";
import { carryIn } from "./events";
import { faultPhase } from "./fault-phase";
import { audit, type Violation } from "./judge";
import { livenessPhase } from "./liveness-phase";
import type { Plan } from "./plan";
import { randomnessFrom } from "./randomness";
import { auditAgainstTruth } from "./truth";
import { type Ground, openWorld, type World, writeCreditor } from "./world";

/** What one schedule came to. */
export interface Outcome {
  seed: number;
  provider: string;
  liveness: boolean;
  violations: Violation[];
  trace: readonly string[];
  faults: Readonly<Record<string, number>>;
  /** What was done, by its name in the audit log: what a run has never reached it has not proven. */
  reached: Readonly<Record<string, number>>;
  /** Intents when everything stopped going wrong, and how many of them had come to an end. */
  atCut: { intents: number; ended: number };
  /** The same at the end of time, with those that are somebody's task; only for liveness. */
  atEnd: { intents: number; ended: number; tasks: number } | null;
  /** Over the trace, the provider's journal and all our rows. */
  fingerprint(): string;
}

function reachedIn(rows: DeskRows): Record<string, number> {
  const reached: Record<string, number> = {};
  const count = (name: string) => {
    reached[name] = (reached[name] ?? 0) + 1;
  };
  for (const { action } of rows.auditLog) count(action);
  for (const { kind } of rows.tasks) count(`task ${kind}`);
  for (const { n, permittedAt } of rows.attempts) if (n > 1 && permittedAt) count("repeat sent");
  for (const { resolution } of rows.submissions) if (resolution) count(`resolved ${resolution}`);
  return reached;
}

const ended = (rows: DeskRows): number => rows.submissions.filter((one) => one.closedAt !== null).length;

/** Members in one order: a database may keep JSON in its own. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

function fingerprintOf(world: World, rows: DeskRows): string {
  const hash = createHash("sha256");
  hash.update(world.scheduler.trace.join("\n"));
  hash.update(JSON.stringify(world.simulator.journal));
  hash.update(JSON.stringify(rows, inOrder));
  return hash.digest("hex");
}

/** Runs one schedule from its seed to its verdict; a plan may be changed to look at one corner. */
export async function runSchedule(
  seed: number,
  ground: Ground,
  changes: Partial<Plan> = {},
): Promise<Outcome> {
  randomnessFrom(diceFor(seed, 1));
  await wipe(ground.db);
  const world = openWorld(seed, changes, ground, carryIn);
  const hush = hushLog(world);
  try {
    await writeCreditor(ground.db, world.plan.start);
    await alone(world, "arrange", () => arrange(world));
    if (world.odd.length > 0)
      throw new Error(
        `seed ${seed} could not be arranged: ${world.odd.join("; ")}\n${world.scheduler.trace.join("\n")}`,
      );
    await faultPhase(world);
    let rows = await readDesk(world.read);
    const atCut = { intents: rows.submissions.length, ended: ended(rows) };
    const { provider } = world.plan;
    const { journal } = world.simulator;
    const judged = (settled: boolean) =>
      audit(rows, { provider, journal, now: world.runtime.clock.now(), settled });
    const violations = judged(false);
    let atEnd: Outcome["atEnd"] = null;
    if (world.plan.liveness) {
      await livenessPhase(world);
      rows = await readDesk(world.read);
      violations.push(...judged(true), ...(await auditAgainstTruth(world, rows)));
      const held = rows.submissions.filter((one) => one.closedAt === null && one.nextAt === null).length;
      atEnd = { intents: rows.submissions.length, ended: ended(rows), tasks: held };
    }
    for (const seen of world.odd)
      violations.push({ rule: seen.startsWith("I5 ") ? "I5" : "FAULT", subject: "-", seen });
    return {
      seed,
      provider: world.plan.provider,
      liveness: world.plan.liveness,
      violations,
      trace: world.scheduler.trace,
      faults: world.faults,
      reached: reachedIn(rows),
      atCut,
      atEnd,
      fingerprint: () => fingerprintOf(world, rows),
    };
  } finally {
    hush();
    await world.simulator.stop();
  }
}

/** What the desk logs belongs to the trace; without a broken database a logged error is a finding. */
function hushLog(world: World): () => void {
  const { write } = process.stderr;
  process.stderr.write = (text: string | Uint8Array) => {
    const line = String(text).trim();
    let said = line;
    try {
      const { level, event, fault } = JSON.parse(line);
      said = `LOG ${level} ${event} ${fault ?? ""}`;
      if (level === "error" && world.plan.database === 0 && !/AppError/.test(String(fault)))
        world.odd.push(said);
    } catch {
      // Not one of the desk's own lines.
    }
    world.scheduler.note(said);
    return true;
  };
  return () => {
    process.stderr.write = write;
  };
}
