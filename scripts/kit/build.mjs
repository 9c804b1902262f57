import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { say } from "./say.mjs";

/** Everything that can change what `next build` makes. */
const sources = [
  "app",
  "components",
  "db",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
];
const marker = join(root, ".next", "built-from");

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`));
}

function fingerprint() {
  const hash = createHash("sha256");
  const files = sources.flatMap(filesUnder).filter((path) => !/\.test\.tsx?$/.test(path));
  for (const path of files.sort())
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/** Builds the app, unless what is there was built from these very sources. */
export async function build(family) {
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  say("Building …");
  await family.run("build", ["node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production" });
  writeFileSync(marker, wanted);
}
