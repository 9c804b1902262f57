import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Bug } from "./bug";

/** A copy of the project's files in a folder of its own, to be broken. */
export interface Scratch {
  folder: string;
  /** Plants a bug; answers how to take it out again. */
  plant(bug: Bug): () => void;
  remove(): void;
}

/** The test that every bug still fits its file would notice each one by the name of the game and not by its fault. */
const isTaken = (file: string): boolean => file !== "" && !/^proof\/planted\/.*\.test\.ts$/.test(file);

/** Copies what git knows, as it stands in the working tree; the packages are lent. */
export function scratchCopy(root = process.cwd()): Scratch {
  const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (listed.status !== 0) throw new Error(`the project's files could not be listed: ${listed.stderr}`);
  const folder = mkdtempSync(join(tmpdir(), "debitdesk-planted-"));
  for (const file of listed.stdout.split("\0").filter(isTaken)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { force: true });
  }
  symlinkSync(resolve(root, "node_modules"), join(folder, "node_modules"), "dir");
  return {
    folder,
    plant: (bug) => {
      const before = bug.edits.map(({ file }) => [
        join(folder, file),
        readFileSync(join(folder, file), "utf8"),
      ]);
      for (const { file, find, replace } of bug.edits) {
        const path = join(folder, file);
        const text = readFileSync(path, "utf8");
        if (text.split(find).length !== 2) throw new Error(`${bug.id} does not fit ${file} any more`);
        // A function, so that `$&` in a replacement means nothing.
        writeFileSync(
          path,
          text.replace(find, () => replace),
        );
      }
      return () => {
        for (const [path, text] of before) if (path && text !== undefined) writeFileSync(path, text);
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
