import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Bug } from "./bug";
import { bugs } from "./bugs";
import { type Scratch, scratchCopy } from "./scratch";

/**
 * Plants one bug after the other in a scratch copy and runs what could notice it, on SQLite: the simulation over so many
 * seeds, then the tests that stand beside a changed file, as they are few, and when neither shows it all that import it,
 * however indirectly. `--bug ID` (again and again) takes some, `--lanes N` runs so many copies at once, `--schedules N`
 * says how far the simulation goes, `--near` leaves out the widest round, which takes minutes. Ends with a table, and badly when fewer than 95 of 100 were caught.
 */
const { values: asked } = parseArgs({
  options: {
    bug: { type: "string", multiple: true },
    lanes: { type: "string", default: "2" },
    schedules: { type: "string", default: "400" },
    near: { type: "boolean", default: false },
  },
});
const NEEDED = 0.95;
const PATIENCE_MS = 10 * 60_000;
/** Where the simulation begins, the same for every bug. */
const FIRST_SEED = 1_000_000;

interface Found {
  bug: Bug;
  /** The first seed of the simulation that broke a promise, and the first test that failed where none did. */
  seed: { seed: number; schedules: number; rule: string } | null;
  by: string | null;
  seconds: number;
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** A test that failed, or a file that could not even be loaded. */
interface Failure {
  file: string;
  says: string;
}

/** The first of a report. Whether it was only too slow is said: on a busy machine that proves little. */
function firstFailure(path: string, folder: string): Failure | null {
  if (!existsSync(path)) return null;
  for (const result of report.parse(JSON.parse(readFileSync(path, "utf8"))).testResults) {
    const file = result.name.replace(`${folder}/`, "");
    const failed = result.assertionResults.find((one) => one.status === "failed");
    const slow = failed?.failureMessages?.[0]?.includes("timed out in") ? " (timed out)" : "";
    if (failed) return { file, says: `${file}: ${failed.fullName.trim()}${slow}` };
    if (result.status === "failed")
      return { file, says: `${file}: ${result.message?.split("\n")[0] ?? "does not load"}` };
  }
  return null;
}

/** What is asked one after the other, until something fails. What a migration says is tested beside it, and where money leaves. */
function roundsFor(bug: Bug): string[][] {
  const sources = bug.edits.map((one) => one.file).filter((file) => file.endsWith(".ts"));
  if (sources.length === 0) return [["run", "db/", "lib/submissions/"]];
  const beside = [...new Set(sources.map((file) => `${dirname(file)}/`))];
  const nearby = ["run", ...beside, "--passWithNoTests"];
  return asked.near ? [nearby] : [nearby, ["related", ...sources, "--run"]];
}

/** Runs a program of the scratch copy to its end, or to the end of our patience; null is a program that hung. */
async function runIn(
  folder: string,
  args: readonly string[],
): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const late = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), PATIENCE_MS);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(late);
  return { code, text };
}

/** The first test of a round that failed; null when none did. */
async function runRound(folder: string, round: readonly string[]): Promise<Failure | null> {
  const output = join(folder, "data", "report.json");
  rmSync(output, { force: true });
  mkdirSync(join(folder, "data"), { recursive: true });
  const projects = ["--project", "unit", "--project", "sqlite"];
  const args = ["node_modules/vitest/vitest.mjs", ...round, ...projects, "--bail=1"];
  const flags = ["--reporter=json", `--outputFile=${output}`];
  const { code } = await runIn(folder, [...args, ...flags]);
  return firstFailure(output, folder) ?? (code === null ? { file: "", says: "hangs" } : null);
}

/** The first schedule that shows a planted bug; null when so many show nothing. */
async function simulate(folder: string): Promise<Found["seed"]> {
  const program = ["--import", "tsx", "proof/simulation/main.ts", "--database", "sqlite", "--lanes", "1"];
  const far = ["--seed", String(FIRST_SEED), "--count", asked.schedules, "--until-broken"];
  const { text } = await runIn(folder, [...program, ...far]);
  const seed = /^Broken by the seeds (\d+)/m.exec(text)?.[1];
  const schedules = /^(\d+) schedules in/m.exec(text)?.[1];
  const rule = /^ {2}(\S+) is broken by/m.exec(text)?.[1] ?? "";
  return seed && schedules ? { seed: Number(seed), schedules: Number(schedules), rule } : null;
}

/** A simulation that breaks by itself would seem to catch every bug. */
async function mustHoldUnplanted(): Promise<void> {
  const scratch = scratchCopy();
  try {
    const broken = await simulate(scratch.folder);
    if (broken) throw new Error(`seed ${broken.seed} breaks ${broken.rule} where nothing is planted`);
  } finally {
    scratch.remove();
  }
}

const sound = new Map<string, Promise<boolean>>();

/** Whether a file's tests hold where nothing is planted: one that fails anyway notices nothing. Asked once. */
function holds(folder: string, file: string): Promise<boolean> {
  const asked = sound.get(file) ?? runRound(folder, ["run", file]).then((failure) => failure === null);
  sound.set(file, asked);
  return asked;
}

async function hunt(scratch: Scratch, bug: Bug): Promise<Found> {
  const started = performance.now();
  const since = () => Math.round((performance.now() - started) / 1000);
  const takeOut = scratch.plant(bug);
  const seed = await simulate(scratch.folder);
  takeOut();
  if (seed) return { bug, seed, by: null, seconds: since() };
  let by: string | null = null;
  for (const round of roundsFor(bug)) {
    const remove = scratch.plant(bug);
    const failure = await runRound(scratch.folder, round);
    remove();
    if (!failure) continue;
    if (failure.says.includes("Transform failed")) throw new Error(`${bug.id} is no code: ${failure.says}`);
    if (failure.file === "" || (await holds(scratch.folder, failure.file))) {
      by = failure.says;
      break;
    }
    console.log(`fails without any bug too: ${failure.file}`);
  }
  return { bug, seed, by, seconds: since() };
}

function whatCaught({ seed, by }: Found): string | null {
  return seed ? `${seed.rule}, seed ${seed.seed}, after ${seed.schedules} schedules` : by;
}

async function main(): Promise<void> {
  const wanted = asked.bug ? bugs.filter((one) => asked.bug?.includes(one.id)) : bugs;
  await mustHoldUnplanted();
  const waiting = [...wanted];
  const found: Found[] = [];
  const lane = async () => {
    const scratch = scratchCopy();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const result = await hunt(scratch, next);
        found.push(result);
        const said = whatCaught(result) ?? "NOT CAUGHT";
        console.log(
          `${String(found.length).padStart(3)}/${wanted.length} ${next.id} (${next.breaks}), ${result.seconds} s: ${said}`,
        );
      }
    } finally {
      scratch.remove();
    }
  };
  await Promise.all(Array.from({ length: Number(asked.lanes) }, lane));
  const missed = found.filter((one) => whatCaught(one) === null);
  const share = (found.length - missed.length) / found.length;
  for (const { bug } of missed) console.log(`not caught: ${bug.id} (${bug.breaks}): ${bug.says}`);
  mkdirSync("data", { recursive: true });
  writeFileSync(
    join("data", "planted.json"),
    JSON.stringify(
      found.map(({ bug, ...rest }) => ({ id: bug.id, breaks: bug.breaks, says: bug.says, ...rest })),
      null,
      2,
    ),
  );
  console.log(
    `${found.length - missed.length} of ${found.length} planted bugs were caught (${(share * 100).toFixed(1)} %).`,
  );
  process.exitCode = share < NEEDED ? 1 : 0;
}

await main();
