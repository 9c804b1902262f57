import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { root } from "@/scripts/kit/root.mjs";

/** What packages written for `require` look for inside an ES module. */
const banner = [
  'import { createRequire as requireOf } from "node:module";',
  "const require = requireOf(import.meta.url);",
  "const __filename = new URL(import.meta.url).pathname;",
  'const __dirname = __filename.replace(/\\/[^/]*$/, "");',
].join("\n");

const programs = join(root, "proof", "kill", "programs");

/** The programs get SQLite's driver through ours, which counts; nothing else about it is changed. */
const countedSqlite: Plugin = {
  name: "counted-sqlite",
  setup: ({ onResolve }) => {
    const ours = join(programs, "sqlite.ts");
    onResolve({ filter: /^@photostructure\/sqlite$/ }, ({ path, importer }) =>
      importer === ours ? { path, external: true } : { path: ours },
    );
  },
};

export interface Programs {
  worker: string;
  app: string;
  remove(): void;
}

/**
 * The programs as one file each: read by Node in a fifth of the time that tsx takes, and a proof starts thousands of
 * them. Inside the project, so that native packages are found.
 */
export async function bundlePrograms(): Promise<Programs> {
  const folder = join(root, "node_modules", ".cache", `debitdesk-kill-${process.pid}`);
  await build({
    entryPoints: ["worker", "app"].map((name) => join(programs, `${name}.ts`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // Next names its files without their endings, which Node does not look for in a package.
    alias: { "@": root, "next/server": "next/server.js" },
    external: ["pg-native", "next", "next/*"],
    plugins: [countedSqlite],
    banner: { js: banner },
    logLevel: "warning",
  });
  return {
    worker: join(folder, "worker.mjs"),
    app: join(folder, "app.mjs"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
