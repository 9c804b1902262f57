import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.mjs";
import { root } from "./root.mjs";
import { say, Trouble } from "./say.mjs";

const packagesIn = (path) =>
  existsSync(path) ? Object.entries(JSON.parse(readFileSync(path, "utf8")).packages) : undefined;

/** Whether node_modules holds what the lock file names; npm keeps a list of what it put there. */
function isInstalled() {
  const there = packagesIn(join(root, "node_modules", ".package-lock.json"));
  if (!there) return false;
  const versions = new Map(there.map(([path, entry]) => [path, entry.version]));
  const wanted = packagesIn(join(root, "package-lock.json")) ?? [];
  return wanted.every(([path, entry]) => {
    if (path === "") return true;
    // An optional package may be one of another platform.
    if (!versions.has(path)) return Boolean(entry.optional || entry.devOptional);
    return versions.get(path) === entry.version;
  });
}

/** Installs exactly what the lock file says, when something else or nothing is there. */
export function install() {
  if (isInstalled()) return;
  say("Installing packages …");
  const flags = ["--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const done = spawnSync(...npm(["ci", ...flags]), { cwd: root, stdio: ["ignore", 2, 2] });
  if (done.error) throw new Trouble(`npm cannot be started: ${done.error.message}`);
  if (done.status !== 0) throw new Trouble("The packages could not be installed; npm says why above.");
}
