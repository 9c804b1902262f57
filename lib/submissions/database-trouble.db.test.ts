import { describe, expect, it, vi } from "vitest";
import { attempts, auditLog, payments, submissions } from "@/db/schema";
import type { Runtime } from "@/lib/context";
import { createPayment } from "@/lib/payments/create";
import { refusalOf } from "@/lib/refusal";
import { workerCtx } from "@/lib/runtime";
import { fullDisk, lockedBySomebody } from "@/lib/testing/database-trouble";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { createdFor, interrupted, issue, submissionOf } from "@/lib/testing/debitdirect-payments";
import { lookUpSubmission } from "./look-up";
import { sendSubmission } from "./send";

vi.setConfig({ testTimeout: 120_000 });

/** A desk that waits for a lock only so long, so that a test need not wait for half a minute. */
async function impatient(): Promise<DebitDirectDesk> {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  return { ...at, desk: await at.desk.startAgain({ patienceMs: 300 }) };
}

const codeOf = async (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => "taken",
    (error: unknown) => refusalOf(error)?.code ?? null,
  );

const pay = (at: DebitDirectDesk, n: number) =>
  createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values: { amount: "10,00", text: "Heat", reference: `T-${n}` },
    despiteDuplicate: true,
    duplicateReason: "a test of many",
  });

/** Every payment has its intent and its entry in the audit log, or none of them is there. */
async function expectNoHalves(at: DebitDirectDesk): Promise<void> {
  const { read } = at.desk.runtime.db;
  const ids = (await read.select().from(payments)).map((one) => one.id).sort();
  const intents = (await read.select().from(submissions)).filter((one) => one.operation === "payment.create");
  const entries = (await read.select().from(auditLog)).filter((one) => one.action === "payment.created");
  expect(intents.map((one) => one.subjectId).sort()).toEqual(ids);
  expect(entries.map((one) => one.subjectId).sort()).toEqual(ids);
}

/** What left has a permit that is committed: the provider never has more than that. */
async function expectNothingUncommitted(at: DebitDirectDesk): Promise<void> {
  const permitted = (await at.desk.runtime.db.read.select().from(attempts)).filter((one) => one.permittedAt);
  const left = at.simulator.journal.filter((entry) => entry.method === "POST" && entry.path === "/payments");
  expect(left.length).toBeLessThanOrEqual(permitted.length);
}

/** Later than every lease that is held now. */
const later = (of: Runtime): Runtime => ({
  ...of,
  leases: { now: () => new Date(Date.now() + 120_000), movable: false },
});

const troubles = [
  ["D1: locked by another process", lockedBySomebody, "database_busy"],
  ["D2: the disk is full", fullDisk, "disk_full"],
] as const;

describe.each(troubles)("%s", (_name, trouble, code) => {
  it("refuses with a clear word, leaves no half work, sends nothing, and goes on by itself", async () => {
    const at = await impatient();
    const waiting = await issue(at);
    const end = await trouble(at.desk.runtime.db);
    let refused: string | null = "taken";
    // Some rows may still find room on pages that are there.
    for (let n = 0; n < 400 && refused === "taken"; n += 1) refused = await codeOf(pay(at, n));
    expect(refused).toBe(code);
    await sendSubmission(at.desk.as("finance"), waiting.submissionId).catch(() => undefined);
    await expectNothingUncommitted(at);
    await end();
    await expectNoHalves(at);
    for (let round = 0; round < 40; round += 1) {
      await at.pass(5_000);
      await at.desk.work();
    }
    expect(await createdFor(at, waiting.paymentId)).toHaveLength(1);
    expect(await codeOf(pay(at, 1_000))).toBe("taken");
  });

  it("an answer that cannot be written is found by look-up, and nothing is sent again", async () => {
    const at = await impatient();
    const { paymentId, submissionId } = await issue(at);
    let end = async () => {};
    const held = interrupted(at.desk.as("finance"), 2, async () => {
      end = await trouble(at.desk.runtime.db);
    });
    await sendSubmission(held, submissionId).catch(() => undefined);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    await end();
    for (let round = 0; round < 3; round += 1) {
      await at.pass(60_000);
      await lookUpSubmission(workerCtx(later(at.desk.runtime), at.desk.creditorId), submissionId);
    }
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed" });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });
});
