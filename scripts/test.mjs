import "./kit/node-version.mjs";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { build } from "./kit/build.mjs";
import { provideChromium } from "./kit/chromium.mjs";
import { family } from "./kit/family.mjs";
import { install } from "./kit/install.mjs";
import { npm } from "./kit/npm.mjs";
import { whenOrphaned } from "./kit/orphaned.mjs";
import { root } from "./kit/root.mjs";
import { main, say, Trouble } from "./kit/say.mjs";

const STEP_MS = 40 * 60_000;
const LINES_SHOWN = 300;
const scratch = mkdtempSync(join(tmpdir(), "debitdesk-npm-test-"));
const totals = { passed: 0, failed: 0 };
let running;

/** Runs a program to its end; answers whether it ended well, with all it said. */
function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
  const late = setTimeout(() => {
    parts.push(Buffer.from(`\nstopped after ${STEP_MS / 60_000} minutes\n`));
    stopRunning();
  }, STEP_MS);
  return new Promise((resolve) => {
    child.once("error", (error) => parts.push(Buffer.from(error.message)));
    child.once("close", (code) => {
      clearTimeout(late);
      running = undefined;
      // Some programs colour what they say even when nobody asked for it.
      resolve({ ok: code === 0, text: stripVTControlCharacters(Buffer.concat(parts).toString("utf8")) });
    });
  });
}

function stopRunning() {
  if (!running) return;
  try {
    process.kill(-running.pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}

/** One named step: says how it went and how long it took, and what it said when it failed. */
async function step(name, work) {
  const started = performance.now();
  let result;
  try {
    result = await work();
  } catch (error) {
    result = {
      passed: 0,
      failed: 1,
      text: error instanceof Trouble ? error.message : String(error?.stack ?? error),
    };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  totals.passed += result.passed;
  totals.failed += result.failed;
  if (result.failed > 0) console.log(result.text.trimEnd().split("\n").slice(-LINES_SHOWN).join("\n"));
  const details = result.details ? `: ${result.details}` : "";
  console.log(`${result.failed > 0 ? "FAILED" : "ok    "} ${name} (${seconds} s)${details}`);
  return result.failed === 0;
}

/** A check that is one of package.json's scripts: it counts as one. */
async function check(name) {
  const { ok, text } = await run(...npm(["run", "--silent", name]));
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, text };
}

/** Tests count singly; a runner that ends badly without a failed test counts as one. */
async function tests(args, env) {
  const file = join(scratch, "counts.json");
  rmSync(file, { force: true });
  const { ok, text } = await run(process.execPath, args, { ...env, COUNTS_FILE: file });
  let groups = {};
  try {
    groups = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // It did not get that far.
  }
  const sum = (key) => Object.values(groups).reduce((total, group) => total + group[key], 0);
  const details = Object.entries(groups)
    .map(([group, { passed, failed }]) => `${group} ${passed} passed, ${failed} failed`)
    .join("; ");
  const silent = (!ok || sum("passed") === 0) && sum("failed") === 0;
  return { passed: sum("passed"), failed: sum("failed") + (silent ? 1 : 0), details, text };
}

const VITEST = ["node_modules/vitest/vitest.mjs", "run", "--reporter=default"];
const PLAYWRIGHT = ["node_modules/@playwright/test/cli.js", "test"];

async function browserSteps() {
  const built = await step("build", async () => {
    const kin = family(join(scratch, "logs"));
    await build(kin);
    return { passed: 1, failed: 0 };
  });
  const browser = {};
  const found = await step("browser", async () => {
    browser.CHROMIUM_PATH = await provideChromium();
    return { passed: 1, failed: 0 };
  });
  const needed = !built ? "the app was not built" : !found ? "there is no browser" : undefined;
  const stories = (args, env) => async () => {
    if (needed) throw new Trouble(`Not run: ${needed}.`);
    return tests([...PLAYWRIGHT, ...args], { ...browser, ...env });
  };
  await step("e2e on SQLite", stories([], { E2E_DATABASE: "sqlite" }));
  await step("e2e on Postgres", stories(["--grep", "@both"], { E2E_DATABASE: "postgres" }));
}

main(async () => {
  const giveUp = () => {
    stopRunning();
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, giveUp);
  whenOrphaned(giveUp);
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const started = performance.now();
  const installed = await step("install", async () => {
    install();
    return { passed: 1, failed: 0 };
  });
  if (installed) {
    for (const name of ["types", "lint", "imports", "unused"]) await step(name, () => check(name));
    await step("tests", () => tests([...VITEST, "--reporter=./scripts/kit/count-vitest.mjs"], {}));
    await browserSteps();
  }
  say(`All of it took ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
});
