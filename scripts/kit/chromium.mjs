import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { root } from "./root.mjs";
import { say, Trouble } from "./say.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Some systems put a script there that only says how to install it. */
const runs = (path) => existsSync(path) && spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;

/** A browser that starts, or undefined: what CHROMIUM_PATH names, one of the system's, or Playwright's own. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new Trouble(`CHROMIUM_PATH names ${named}, and that does not start.`);
  }
  const { chromium } = await import("@playwright/test");
  return [...usual, chromium.executablePath()].find(runs);
}

const quietly = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] }).status === 0;

/** As `findChromium`, and installs one where there is none. */
export async function provideChromium() {
  const there = await findChromium();
  if (there) return there;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync("apt-get", ["--version"]).status === 0) {
    say("Installing Chromium …");
    if (quietly("apt-get", ["update", "-q"]))
      quietly("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
    const installed = await findChromium();
    if (installed) return installed;
  }
  say("Fetching Playwright's Chromium …");
  const playwright = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  quietly(process.execPath, isRoot ? [...playwright, "--with-deps"] : playwright);
  const fetched = await findChromium();
  if (fetched) return fetched;
  throw new Trouble(
    "There is no Chromium and none could be installed. Install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH.",
  );
}
