import { join } from "node:path";
import type { Plugin } from "esbuild";
import { bundle } from "@/proof/kit/bundle";
import { root } from "@/scripts/kit/root.mjs";

const programs = join(root, "proof", "kill", "programs");

/** The programs get SQLite's driver through ours, which counts; nothing else about it is changed. */
const countedSqlite: Plugin = {
  name: "counted-sqlite",
  setup: ({ onResolve }) => {
    const ours = join(programs, "sqlite.ts");
    onResolve({ filter: /^@photostructure\/sqlite$/ }, ({ importer }) =>
      importer === ours ? undefined : { path: ours },
    );
  },
};

export interface Programs {
  worker: string;
  app: string;
  remove(): void;
}

/** A proof starts them thousands of times. */
export async function bundlePrograms(): Promise<Programs> {
  const sources = ["worker", "app"].map((name) => join(programs, `${name}.ts`));
  const { pathOf, remove } = await bundle("kill", sources, [countedSqlite]);
  return { worker: pathOf("worker"), app: pathOf("app"), remove };
}
