import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import type { Connected } from "@/db/client";
import { connect } from "@/db/connect";
import { connectPostgres } from "@/db/postgres-driver";
import { connections, creditors, mandates } from "@/db/schema";
import { type Agreements, connectProviders } from "@/db/seed/connect";
import type { SeedDesk } from "@/db/seed/desk";
import { inTransaction } from "@/db/transaction";
import { type Clock, systemClock } from "@/lib/clock";
import { updateSettings } from "@/lib/connections/update-settings";
import type { Ctx, Runtime } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { openInstance } from "@/lib/instance/open-instance";
import { pollOnce, workOnce } from "@/lib/jobs/worker";
import { newId } from "@/lib/kernel/ids";
import { createMandate } from "@/lib/mandates/create";
import { callOverHttp } from "@/lib/providers/transport";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { openVault } from "@/lib/vault/open-vault";
import { freePort } from "@/scripts/kit/ports.mjs";
import { startDebitDirect } from "@/simulators/debitdirect/start";
import type { RunningSimulator } from "@/simulators/kit/server";
import { startMastercardBs } from "@/simulators/mastercard-bs/start";
import { startPaynl } from "@/simulators/paynl/start";
import type { Programs } from "./bundle";
import { type Child, startChild } from "./child";
import type { DatabaseSource } from "./engines";
import { type MachineClock, machineClock } from "./machine-clock";
import { personAt, type Who } from "./people";

const BEGINNING = new Date("2026-11-02T09:00:00Z");
const DAY_MS = 86_400_000;

/** A desk with its three providers, ready for payments, whose programs may be killed. */
export interface KillDesk {
  name: string;
  folder: string;
  databaseUrl: string;
  db: Connected;
  /** A connection of the judge's own: it may stand still at one moment. */
  judgeDb: Connected;
  clock: MachineClock;
  agreements: Agreements;
  /** Active mandates by provider. */
  mandates: { debitdirect: string[]; paynl: string[] };
  simulators: Record<"mastercard-bs" | "debitdirect" | "paynl", RunningSimulator>;
  appUrl: string;
  /** A person at the desk, in this process: for what is prepared before anybody dies. */
  as(who: Who): Ctx;
  start(program: "worker" | "app", crash?: Record<string, string>): Child;
  /** Lets the desk's clock go on, and the providers do what is due by it. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

async function startSimulators(clock: MachineClock): Promise<KillDesk["simulators"]> {
  return {
    "mastercard-bs": await startMastercardBs({ clock }),
    debitdirect: await startDebitDirect({ clock }),
    paynl: await startPaynl({ clock }),
  };
}

/** A simulator is polled every five seconds, and here hours go by in a blink. */
const seldomPolled = {
  "mastercard-bs": { poll_simulator_seconds: "60" },
  debitdirect: { poll_seconds: "60", busy_poll_seconds: "60" },
  paynl: { simulator_poll_seconds: "60" },
};

/** The desk as its own people set it up, by the verbs they use, before anything is killed. */
async function settleIn(seed: SeedDesk, debtors: number): Promise<Pick<KillDesk, "agreements" | "mandates">> {
  const agreements = await connectProviders(seed);
  const { read } = seed.of.db;
  for (const [provider, values] of Object.entries(seldomPolled)) {
    const [row] = await read.select().from(connections).where(eq(connections.provider, provider));
    if (row) await updateSettings(seed.as("admin"), { connectionId: row.id, version: row.version, values });
  }
  for (let n = 0; n < debtors; n += 1) {
    const customer_number = String(200_001 + n);
    await createDebtor(seed.as("agent"), { kind: "person", name: `Debtor ${n}`, customer_number });
    const signUp = { agreement: agreements.debitdirectHandle, customerNumber: customer_number };
    await fetch(`${seed.simulators.debitdirect}/_sim/mandates`, {
      method: "POST",
      body: JSON.stringify(signUp),
    });
  }
  const debtorId = await createDebtor(seed.as("agent"), {
    kind: "person",
    name: "Sanne Bakker",
    customer_number: "300001",
  });
  const values = { type: "FLEXIBLE", holder: "S. Bakker", iban: "NL28INGB0000000001", amount: "125,00" };
  const givenAt = seed.of.clock.now().toISOString();
  const consent = { channel: "link", givenAt, wording: "Ik machtig u.", takenBy: "site" } as const;
  const made = await createMandate(seed.as("agent"), {
    debtorId,
    agreementId: agreements.paynl,
    values,
    consent,
  });
  if (made.submissionId) await sendSubmission(seed.as("agent"), made.submissionId);
  const active = async (agreementId: string) => {
    const own = and(eq(mandates.agreementId, agreementId), eq(mandates.state, "active"));
    return (await read.select({ id: mandates.id }).from(mandates).where(own)).map((row) => row.id);
  };
  for (let tries = 0; tries < 60; tries += 1) {
    const debitdirect = await active(agreements.debitdirect);
    const paynl = await active(agreements.paynl);
    if (debitdirect.length === debtors && paynl.length > 0)
      return { agreements, mandates: { debitdirect, paynl } };
    await seed.moveTo(new Date(seed.of.clock.now().getTime() + DAY_MS));
    await seed.work();
  }
  throw new Error("the desk's mandates did not become active");
}

export async function openDesk(
  source: DatabaseSource,
  programs: Programs,
  name: string,
  debtors = 3,
): Promise<KillDesk> {
  const folder = join(source.folder, name);
  mkdirSync(folder, { recursive: true });
  const url = await source.create(name);
  const db = connect(url);
  const judgeDb = source.engine === "postgres" ? connectPostgres(url, 1) : connect(url);
  const clock = machineClock(folder, BEGINNING);
  const simulators = await startSimulators(clock);
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const masterKey = randomBytes(32).toString("base64");
  const shown: Clock = { now: clock.now, movable: true };
  const witness = join(folder, "witness");
  const of: Runtime = {
    db,
    clock: shown,
    leases: systemClock,
    call: callOverHttp,
    vault: await openVault(db, masterKey, clock.now()),
    instance: await openInstance({ db, clock: shown }, witness),
    publicUrl: appUrl,
  };
  const creditorId = newId("cre", clock.now());
  await inTransaction(db, async (tx) => {
    await tx
      .insert(creditors)
      .values({ id: creditorId, name: "Halmstrup Fjernvarme", createdAt: clock.now() });
  });
  const settleAll = async () => {
    for (const one of Object.values(simulators)) await one.settle();
  };
  const pass = async (ms: number) => {
    clock.pass(ms);
    await settleAll();
  };
  const ctxFor = () => workerCtx(of, creditorId);
  const ready = await settleIn(
    {
      of,
      creditorId,
      as: (who) => personAt(of, creditorId, who === "auditor" ? "admin" : who),
      simulators: {
        "mastercard-bs": simulators["mastercard-bs"].url,
        debitdirect: simulators.debitdirect.url,
        paynl: simulators.paynl.url,
      },
      moveTo: (instant) => pass(instant.getTime() - clock.now().getTime()),
      work: async () => {
        while ((await workOnce(ctxFor)) + (await pollOnce(ctxFor)) > 0) {
          // Until nothing is due.
        }
      },
    },
    debtors,
  );
  await fetch(`${simulators.debitdirect.url}/_sim/settings`, {
    method: "POST",
    body: JSON.stringify({ webhookTries: 10 }),
  });
  const env = {
    DATABASE_URL: url,
    DEBITDESK_MASTER_KEY: masterKey,
    INSTANCE_FILE: witness,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: appUrl,
    APP_PORT: String(port),
    CREDITOR_ID: creditorId,
    ...clock.env,
  };
  return {
    name,
    folder,
    databaseUrl: url,
    db,
    judgeDb,
    clock,
    simulators,
    appUrl,
    as: (who) => personAt(of, creditorId, who),
    ...ready,
    start: (program, crash = {}) =>
      startChild(programs[program], { ...env, ...crash }, join(folder, `${program}.log`)),
    pass,
    close: async () => {
      for (const one of Object.values(simulators)) await one.close();
      await judgeDb.close();
      await db.close();
      clock.close();
    },
  };
}
