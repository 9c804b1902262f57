import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A simulator's whole state as one JSON value: in memory, or in a file that survives a restart. */
export interface Store<T> {
  readonly state: T;
  /** Call after every change, before the answer leaves: what was answered must survive a restart. */
  save(): void;
  reset(): void;
}

export function openStore<T extends object>(initial: () => T, path?: string): Store<T> {
  const state: T = path && existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : initial();
  const save = () => {
    if (!path) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  };
  return {
    state,
    save,
    reset: () => {
      for (const key of Object.keys(state)) delete (state as Record<string, unknown>)[key];
      Object.assign(state, initial());
      save();
    },
  };
}
