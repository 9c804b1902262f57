import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "@/proof/kit/bundle";
import { root } from "@/scripts/kit/root.mjs";
import type { Order, Told } from "./batch";
import type { EngineName } from "./database";
import { seeds } from "./seeds";
import { Summary } from "./summary";

/**
 * The simulation of the money path over many seeds, on all cores. `--seed S` begins there, and alone it runs that one
 * and shows its trace; `--count N` and `--seconds N` say how far to go, per database, `--lanes N` how many processes. `--plan JSON` changes every plan, to
 * look at one corner; `--until-broken` stops at the first seed that shows something.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    count: { type: "string" },
    seconds: { type: "string" },
    database: { type: "string", default: "both" },
    lanes: { type: "string" },
    plan: { type: "string", default: "{}" },
    "until-broken": { type: "boolean", default: false },
  },
});

function whole(name: "seed" | "count" | "seconds" | "lanes"): number | null {
  const text = values[name];
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is ${text}, which is not a whole number`);
  return Number(text);
}

function enginesOf(text: string): EngineName[] {
  if (text === "both") return ["sqlite", "postgres"];
  if (text === "sqlite" || text === "postgres") return [text];
  throw new Error(`--database is ${text}; there are sqlite, postgres and both`);
}

const say = (text: string) => process.stdout.write(`${text}\n`);

function tell(told: Told): void {
  const { seed, provider, violations, trace, fingerprint } = told;
  say(`\nSeed ${seed} (${provider}):`);
  if (trace) say(trace.join("\n"));
  for (const { rule, subject, seen } of violations) say(`  ${rule} is broken by ${subject}: ${seen}`);
  if (fingerprint) say(`  fingerprint ${fingerprint}`);
}

/** One child: it opens a database of its own. What it throws is a broken run, not a broken promise. */
async function runBatch(program: string, order: Order, take: (told: Told) => void): Promise<void> {
  const url = order.engine === "postgres" ? "postgres://simulation" : "file:simulation";
  const child = fork(program, {
    // Most of what a schedule makes dies with it: a larger nursery sees it die.
    execArgv: ["--max-semi-space-size=32"],
    env: { ...process.env, DATABASE_URL: url },
  });
  child.on("message", take);
  child.send(order);
  // What it told may still be on its way when it is gone; the channel closes behind the last of it.
  const [[code]] = await Promise.all([once(child, "exit"), once(child, "disconnect")]);
  if (code !== 0) throw new Error(`a batch on ${order.engine} ended with ${code}`);
}

async function runOn(engine: EngineName, program: string): Promise<boolean> {
  const seed = whole("seed");
  const alone = seed !== null && values.count === undefined && values.seconds === undefined;
  const count = alone ? 1 : (whole("count") ?? Number.MAX_SAFE_INTEGER);
  const seconds = whole("seconds") ?? (values.count === undefined ? 300 : 86_400);
  // Every run looks at seeds that no run has seen before, and says where it began.
  const first = seed ?? Math.floor(Date.now() / 1_000);
  const lanes = Math.min(whole("lanes") ?? availableParallelism(), count);
  const summary = new Summary();
  const began = performance.now();
  if (!alone) say(`\nOn ${engine}, from seed ${first}:`);
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      runBatch(
        program,
        {
          engine,
          seeds: alone ? [] : seeds.filter((_seed, n) => n % lanes === lane),
          changes: JSON.parse(values.plan),
          first: first + lane,
          step: lanes,
          count: Math.ceil((count - lane) / lanes),
          seconds,
          untilBroken: values["until-broken"],
          wordy: alone,
        },
        (told) => {
          summary.take(told);
          if (alone || told.violations.length > 0) tell(told);
        },
      ),
    ),
  );
  if (!alone) say(summary.text((performance.now() - began) / 1_000));
  if (!alone && !summary.enough())
    say("Fewer than 30 % of the intents came to an end: the faults hide the rest.");
  return summary.failed.length === 0 && (alone || summary.enough());
}

const engines = enginesOf(values.database);
const { pathOf, remove } = await bundle("simulation", [join(root, "proof", "simulation", "batch.ts")]);
try {
  let well = true;
  for (const engine of engines) well = (await runOn(engine, pathOf("batch"))) && well;
  process.exitCode = well ? 0 : 1;
} finally {
  remove();
}
