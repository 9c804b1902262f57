import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { count, countDistinct, eq } from "drizzle-orm";
import { agreements, connections, creditors, mandates, submissions, users } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { actingFor } from "@/lib/access/acting-for";
import { verifyAudit } from "@/lib/audit/verify";
import type { Ctx } from "@/lib/context";
import { approveImport } from "@/lib/imports/approve";
import { commitImport } from "@/lib/imports/commit";
import { confirmReading } from "@/lib/imports/confirm-reading";
import { findImport, type Import } from "@/lib/imports/door";
import { freezeImport } from "@/lib/imports/freeze";
import { startCheck } from "@/lib/imports/start-check";
import { uploadImport } from "@/lib/imports/upload";
import { runtime, workerCtx } from "@/lib/runtime";
import { prepareDatabase } from "@/lib/start";
import { printTable } from "./report";

/** How many rows, and at which share of each phase the worker is killed. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 100_000);
const KILLS = [0.3, 0.6];
/** Of a hundred rows one is bad: in turns a customer twice, a wrong account, and no customer number. */
const BAD_EVERY = 100;

const CREDITOR = "cre_bench";
const AGREEMENT = "agr_bench";

const HEAD = "Kundenr.;Navn;CPR;Konto;Mail;Samtykke;Kanal;Tekst\r\n";

function line(n: number): string {
  // Everybody is somebody else: a person who is known under another customer number is refused.
  const born = [1 + (n % 28), 1 + (Math.floor(n / 28) % 12), 10 + (Math.floor(n / 336) % 80)];
  const cpr = `${born.map((part) => String(part).padStart(2, "0")).join("")}${1_000 + (n % 9_000)}`;
  const tail = `${n}@example.org;01-11-2020;Papir;da-1\r\n`;
  const cells = (customer: string, account: string) =>
    `${customer};Søren Æbelø ${n};${cpr};${account};${tail}`;
  const account = `3199 ${String(1_000_000_000 + n)}`;
  if (n % BAD_EVERY !== BAD_EVERY - 1) return cells(String(10_000_000 + n), account);
  const kind = Math.floor(n / BAD_EVERY) % 3;
  if (kind === 0) return cells(String(10_000_000 + n - 1), account);
  return kind === 1 ? cells(String(10_000_000 + n), "31 123") : cells("", account);
}

async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from(HEAD);
  const LINES = 1_000;
  for (let from = 0; from < ROWS; from += LINES)
    yield Buffer.from(
      Array.from({ length: Math.min(LINES, ROWS - from) }, (_, index) => line(from + index)).join(""),
    );
}

async function fill(ctx: Ctx): Promise<void> {
  const at = new Date();
  await inTransaction(ctx.db, async (tx) => {
    await tx.insert(creditors).values({ id: CREDITOR, name: "Bench", createdAt: at });
    for (const [id, role, approver] of [
      ["usr_agent", "agent", false],
      ["usr_approver", "finance", true],
    ] as const)
      await tx.insert(users).values({
        ...{ id, creditorId: CREDITOR, email: `${id}@example.org`, name: id, passwordHash: "none" },
        ...{ role, approver, failedSignIns: 0, createdAt: at },
      });
    await tx.insert(connections).values({
      ...{ id: "con_bench", creditorId: CREDITOR, provider: "mastercard-bs", name: "Bench" },
      ...{ environment: "simulator", baseUrl: "http://127.0.0.1:9", settings: {} },
      ...{ eventsSecretSealed: "none", eventsSecretHash: "none", createdAt: at, version: 0 },
    });
    await tx.insert(agreements).values({
      ...{
        id: AGREEMENT,
        creditorId: CREDITOR,
        connectionId: "con_bench",
        name: "Bench",
        scheme: "betalingsservice",
      },
      ...{ state: "active", test: true, createdAt: at, version: 0 },
      values: { name: "Bench", pbs_number: "02056372", debtor_group: "00001" },
    });
  });
}

/** The most memory that a process has had, in MB. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

let peak = 0;

function startWorker(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "bench/import-worker.ts"], {
    env: process.env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

const ended = (child: ChildProcess) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(null);
    else child.once("exit", resolve);
  });

interface Phase {
  name: string;
  state: Import["state"];
  done(of: Import): number;
}

/** Lets a worker work until the import is in a state, and kills it on the way; answers how long it worked. */
async function work(ctx: Ctx, id: string, { state, done }: Phase): Promise<number> {
  const began = performance.now();
  let worker = startWorker();
  const kills = [...KILLS];
  try {
    for (;;) {
      await pause(100);
      peak = Math.max(peak, peakOf(worker.pid));
      const of = await findImport(ctx.db.read, CREDITOR, id);
      if (of.state === state) return (performance.now() - began) / 1_000;
      if (worker.exitCode !== null) throw new Error("the worker ended by itself");
      const [next] = kills;
      if (next === undefined || done(of) < next * ROWS) continue;
      kills.shift();
      worker.kill("SIGKILL");
      await ended(worker);
      worker = startWorker();
    }
  } finally {
    worker.kill("SIGKILL");
    await ended(worker);
  }
}

const must = <T>(value: T | null, what: string): T => {
  if (value === null) throw new Error(`no ${what}`);
  return value;
};

await prepareDatabase();
const of = await runtime();
const worker = workerCtx(of, CREDITOR);
await fill(worker);
const agent = must(await actingFor(worker, "usr_agent"), "agent");
const approver = must(await actingFor(worker, "usr_approver"), "approver");

const began = performance.now();
const importId = await uploadImport(agent, { name: "bench.csv", body: file() });
const upload = (performance.now() - began) / 1_000;
const here = peakOf(process.pid);

await confirmReading(agent, { importId });
const columns = ["customer_number", "name"].map((name, column) => [`debtor.${name}`, `c${column}`]);
await startCheck(agent, {
  importId,
  agreementId: AGREEMENT,
  given: {
    ...Object.fromEntries(columns),
    ...{ "mandate.identity": "c2", "mandate.account": "c3", "debtor.email": "c4" },
    ...{ "consent.given_at": "c5", "consent.channel": "c6", "consent.wording": "c7" },
  },
});
const check = await work(worker, importId, { name: "check", state: "checked", done: (one) => one.lastRow });
const contentHash = await freezeImport(agent, importId);
await approveImport(approver, { importId, contentHash });
await commitImport(agent, importId);
const make = await work(worker, importId, { name: "make", state: "done", done: (one) => one.made });

const { made, bad, refused } = await findImport(of.db.read, CREDITOR, importId);
const [there] = await of.db.read
  .select({ mandates: count(), customers: countDistinct(mandates.customerNumber) })
  .from(mandates)
  .where(eq(mandates.creditorId, CREDITOR));
const [wishes] = await of.db.read
  .select({ all: countDistinct(submissions.subjectId) })
  .from(submissions)
  .where(eq(submissions.creditorId, CREDITOR));
const chain = await verifyAudit(of.db, CREDITOR);
const expected = ROWS - Math.floor(ROWS / BAD_EVERY);
printTable(
  ["rows", "upload s", "check s", "rows/s", "make s", "mandates/s", "peak MB here", "worker", "kills"],
  [
    [
      String(ROWS),
      ...[upload, check, ROWS / check, make, made / make, here, peak].map((value) => value.toFixed(0)),
      String(KILLS.length * 2),
    ],
  ],
);
console.log(
  JSON.stringify({ made, bad, refused, ...there, submissions: wishes?.all, chain: chain.brokenAt }),
);
const right =
  [made, there?.mandates, there?.customers, wishes?.all].every((one) => one === expected) &&
  bad === ROWS - expected &&
  chain.brokenAt === null;
await of.db.close();
if (!right) console.error(`expected ${expected} of each, each once`);
process.exit(right ? 0 : 1);
