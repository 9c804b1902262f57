import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { freePort } from "@/scripts/kit/ports.mjs";
import { MASTER_KEY } from "./made";

export interface App {
  url: string;
  cookie: string;
  /** Milliseconds that its processors have worked so far; null where the system does not tell. */
  worked(): number | null;
  stop(): Promise<void>;
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`the app ended with ${child.exitCode}`);
    const healthy = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the app did not become healthy in a minute");
}

/** Linux counts for each thread the nanoseconds that it ran. */
function workedBy(pid: number | undefined): number | null {
  try {
    const tasks = `/proc/${pid}/task`;
    const ran = (id: string) => Number(readFileSync(join(tasks, id, "schedstat"), "utf8").split(" ")[0]);
    return readdirSync(tasks).reduce((sum, id) => sum + ran(id), 0) / 1_000_000;
  } catch {
    return null;
  }
}

/** Starts the built app on a database, with a signed-in cookie for the session token. */
export async function startApp(databaseUrl: string, token: string): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const secret = randomBytes(32).toString("hex");
  const next = join("node_modules", "next", "dist", "bin", "next");
  // Between two cases a plan may be looked at for longer than a server usually keeps a connection.
  const flags = ["-p", String(port), "-H", "127.0.0.1", "--keepAliveTimeout", "120000"];
  const child = spawn(process.execPath, [next, "start", ...flags], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DEBITDESK_MASTER_KEY: MASTER_KEY,
      NEXTAUTH_SECRET: secret,
      NEXTAUTH_URL: url,
      BENCH: "true",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await untilHealthy(url, child);
  const jwt = await encode({ token: { token }, secret });
  return {
    url,
    worked: () => workedBy(child.pid),
    cookie: `next-auth.session-token=${jwt}`,
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}
