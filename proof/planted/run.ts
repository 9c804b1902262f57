import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Bug } from "./bug";
import { bugs } from "./bugs";
import { type Scratch, scratchCopy } from "./scratch";

/**
 * Plants one bug after the other in a scratch copy and runs what could notice it: the tests that import a changed file,
 * however indirectly, on SQLite. `--bug ID` (again and again) takes some, `--lanes N` runs so many copies at once. Ends
 * with a table, and badly when fewer than 95 of 100 were caught.
 */
const { values: asked } = parseArgs({
  options: { bug: { type: "string", multiple: true }, lanes: { type: "string", default: "2" } },
});
const NEEDED = 0.95;
const PATIENCE_MS = 10 * 60_000;

interface Found {
  bug: Bug;
  /** The first test that failed; null when none did. */
  by: string | null;
  seconds: number;
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** The first failed test of a report, or the file that could not even be loaded. */
function firstFailure(path: string, folder: string): string | null {
  if (!existsSync(path)) return null;
  for (const file of report.parse(JSON.parse(readFileSync(path, "utf8"))).testResults) {
    const place = file.name.replace(`${folder}/`, "");
    const failed = file.assertionResults.find((one) => one.status === "failed");
    if (failed) return `${place}: ${failed.fullName.trim()}`;
    if (file.status === "failed") return `${place}: ${file.message?.split("\n")[0] ?? "does not load"}`;
  }
  return null;
}

/** Tests read migrations as files: for one of those every test of the databases is related. */
const relatedTo = (bug: Bug): string[] => {
  const sources = bug.edits.map((one) => one.file).filter((file) => file.endsWith(".ts"));
  return sources.length > 0 ? ["related", ...sources, "--run"] : ["run"];
};

async function hunt(scratch: Scratch, bug: Bug): Promise<Found> {
  const started = performance.now();
  const remove = scratch.plant(bug);
  const output = join(scratch.folder, "data", "report.json");
  rmSync(output, { force: true });
  mkdirSync(join(scratch.folder, "data"), { recursive: true });
  const projects = ["--project", "unit", "--project", "sqlite"];
  const args = ["node_modules/vitest/vitest.mjs", ...relatedTo(bug), ...projects, "--bail=1"];
  // The test that every bug still fits its file would catch each one, by the name of the game and not by its fault.
  const flags = ["--reporter=json", `--outputFile=${output}`, "--exclude=proof/planted/**"];
  const child = spawn(process.execPath, [...args, ...flags], {
    cwd: scratch.folder,
    stdio: "ignore",
    detached: true,
  });
  const late = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), PATIENCE_MS);
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  clearTimeout(late);
  remove();
  const by = firstFailure(output, scratch.folder) ?? (code === null ? "hangs" : null);
  return { bug, by, seconds: Math.round((performance.now() - started) / 1000) };
}

async function main(): Promise<void> {
  const wanted = asked.bug ? bugs.filter((one) => asked.bug?.includes(one.id)) : bugs;
  const waiting = [...wanted];
  const found: Found[] = [];
  const lane = async () => {
    const scratch = scratchCopy();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const result = await hunt(scratch, next);
        found.push(result);
        const said = result.by ?? "NOT CAUGHT";
        console.log(
          `${String(found.length).padStart(3)}/${wanted.length} ${next.id} (${next.breaks}), ${result.seconds} s: ${said}`,
        );
      }
    } finally {
      scratch.remove();
    }
  };
  await Promise.all(Array.from({ length: Number(asked.lanes) }, lane));
  const missed = found.filter((one) => one.by === null);
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
