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

/** Where a program came to lie, and how all of one call are taken away again. */
export interface Bundled {
  pathOf(program: string): string;
  remove(): void;
}

/**
 * Programs as one file each: read by Node in a fifth of the time that tsx takes, and run in three quarters of it, for
 * tsx gives every function its name again whenever it is made. Inside the project, so that native packages are found.
 */
export async function bundle(name: string, sources: string[], plugins: Plugin[] = []): Promise<Bundled> {
  const folder = join(root, "node_modules", ".cache", `debitdesk-${name}-${process.pid}`);
  await build({
    entryPoints: sources,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    // Next names its files without their endings, which Node does not look for in a package.
    alias: { "@": root, "next/server": "next/server.js" },
    external: ["pg-native", "next", "next/*"],
    plugins: [...plugins, nativeSqlite],
    banner: { js: banner },
    logLevel: "warning",
  });
  return {
    pathOf: (program) => join(folder, `${program}.mjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** It looks for its native half beside itself. */
const nativeSqlite: Plugin = {
  name: "native-sqlite",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@photostructure\/sqlite$/ }, ({ path }) => ({ path, external: true }));
  },
};
