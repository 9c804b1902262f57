import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";

/** How a program ended: of itself with a code, or by a signal. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Child {
  readonly ended: Promise<End>;
  /** How it ended, once it has. */
  end(): End | null;
  kill(signal: NodeJS.Signals): void;
  /** Waits for the first line of its output; false when it ended before. */
  ready(): Promise<boolean>;
  /** Whether it stands still, as after SIGSTOP. */
  frozen(): boolean;
}

const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Starts one of the programs in a process of its own. Its log goes to a file, its output is one line. */
export function startChild(file: string, env: Record<string, string>, log: string): Child {
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { NODE_ENV: "production", PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  children.add(child);
  const out = createWriteStream(log, { flags: "a" });
  child.stderr?.pipe(out);
  let state: End | null = null;
  // After its last word has been written down.
  const ended = once(child, "close").then(([code, signal]: unknown[]): End => {
    children.delete(child);
    state = { code: code as number | null, signal: signal as NodeJS.Signals | null };
    return state;
  });
  const firstLine = child.stdout ? once(child.stdout, "data").then(() => true) : Promise.resolve(false);
  return {
    ended,
    end: () => state,
    kill: (signal) => void child.kill(signal),
    ready: () => Promise.race([firstLine, ended.then(() => false)]),
    frozen: () =>
      /^T/.test(
        execFileSync("ps", ["-o", "stat=", "-p", String(child.pid)])
          .toString()
          .trim(),
      ),
  };
}
