import { randomBytes } from "node:crypto";
import { and, count, eq, gt, sum } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { apiKeys, counters, creditors, mandates, payments, submissions } from "@/db/schema";
import { testDatabase, testWitness } from "@/db/testing/database";
import { verifyAudit } from "@/lib/audit/verify";
import { systemClock } from "@/lib/clock";
import type { Runtime } from "@/lib/context";
import { openInstance } from "@/lib/instance/open-instance";
import { callOverHttp } from "@/lib/providers/transport";
import { openVault } from "@/lib/vault/open-vault";
import { startDebitDirect } from "@/simulators/debitdirect/start";
import { memoryClock } from "@/simulators/kit/clock";
import type { RunningSimulator } from "@/simulators/kit/server";
import { startMastercardBs } from "@/simulators/mastercard-bs/start";
import { startPaynl } from "@/simulators/paynl/start";
import type { SignIn } from "./desk";
import { type Beginning, ensureApiKey, seedHistory, seedPeople } from "./seed";

const DAY = 86_400_000;
const now = new Date("2026-11-20T14:00:00Z");
const running: RunningSimulator[] = [];

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close();
});

async function beginAt(start: Date): Promise<{ of: Runtime; beginning: Beginning }> {
  const clock = memoryClock(start);
  const bs = await startMastercardBs({ clock });
  const debitdirect = await startDebitDirect({ clock });
  const paynl = await startPaynl({ clock });
  running.push(bs, debitdirect, paynl);
  const db = await testDatabase();
  const vault = await openVault(db, randomBytes(32).toString("base64"), new Date());
  const signIn = (who: string): SignIn => ({
    email: `${who}@halmstrup.example`,
    password: `${who}-password`,
  });
  return {
    of: {
      db,
      vault,
      clock: { now: () => clock.now(), movable: true },
      leases: systemClock,
      call: callOverHttp,
      instance: await openInstance({ db, clock: systemClock }, testWitness()),
      publicUrl: "http://127.0.0.1:9",
    },
    beginning: {
      people: {
        agent: signIn("agent"),
        finance: signIn("finance"),
        approver: signIn("approver"),
        admin: signIn("admin"),
        auditor: signIn("auditor"),
      },
      simulators: { "mastercard-bs": bs.url, debitdirect: debitdirect.url, paynl: paynl.url },
    },
  };
}

describe("the demo's data", () => {
  it("is a history whose audit chain, counters and providers' journals agree with each other", async () => {
    const { of, beginning } = await beginAt(new Date(now.getTime() - 35 * DAY));
    await seedHistory(of, beginning, () => now);
    const { read } = of.db;
    const [creditor] = await read.select().from(creditors);
    const verified = await verifyAudit(of.db, creditor?.id ?? "");
    expect(verified.brokenAt).toBeNull();
    expect(verified.entries).toBeGreaterThan(100);

    const [all] = await read.select({ n: count() }).from(payments);
    const [counted] = await read
      .select({ n: sum(counters.count).mapWith(Number) })
      .from(counters)
      .where(eq(counters.noun, "payments"));
    expect(counted?.n).toBe(all?.n);
    expect(all?.n).toBeGreaterThan(20);

    const [ours] = await read
      .select({ n: count() })
      .from(submissions)
      .where(
        and(
          eq(submissions.operation, "payment.create"),
          eq(submissions.state, "confirmed"),
          gt(submissions.tries, 0),
        ),
      );
    const made = running.flatMap(({ journal }) =>
      journal.flatMap((entry) => entry.effect?.split("\n") ?? []),
    );
    const theirs = made.filter((line) => line.startsWith("payment.created")).length;
    const mandatesAtPay = made.filter((line) => line.startsWith("mandate.created IO-")).length;
    // A mandate at PAY. brings its first debit along.
    const debits = made.filter((line) => line.startsWith("debit.created")).length - mandatesAtPay;
    expect(theirs + debits).toBe(ours?.n);
  }, 180_000);

  it("may also be people and connections only, with a key of a given text, made once", async () => {
    const { of, beginning } = await beginAt(now);
    await seedPeople(of, beginning);
    await ensureApiKey(of, "dd_a_key_for_the_demo", ["agent", "finance"]);
    await ensureApiKey(of, "dd_a_key_for_the_demo", ["agent", "finance"]);
    expect(await of.db.read.select().from(mandates)).toEqual([]);
    expect(await of.db.read.select().from(apiKeys)).toMatchObject([
      { name: "Demo", role: "agent", moreRoles: ["finance"] },
    ]);
  }, 60_000);
});
