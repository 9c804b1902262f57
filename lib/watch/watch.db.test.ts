import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { creditors, submissions, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { watchOnce } from "@/lib/jobs/watch";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { setRule } from "@/lib/settings/set-rule";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  createdFor,
  issue,
  openTasks,
  paymentOf,
  submissionOf,
  theirWords,
} from "@/lib/testing/debitdirect-payments";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { toldEnd } from "@/lib/testing/told-end";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY_MS = 86_400_000;

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
});

const watch = () => watchOnce((creditorId) => workerCtx(at.desk.runtime, creditorId));
const openOf = (kind: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.kind, kind), eq(tasks.state, "open")));

async function issued(amount = "1.236,75") {
  const made = await issue(at, { amount });
  await sendSubmission(at.desk.as("finance"), made.submissionId);
  return made;
}

/** The provider answers with these words about a payment however it is asked, and its clock brings nothing. */
async function staysAs(paymentId: string, status: string): Promise<void> {
  const said = JSON.stringify(await theirWords(at, paymentId, { status }));
  at.simulator.faults.arm({
    kind: "status",
    method: "GET",
    path: "/payments",
    status: 200,
    body: said,
    times: 999,
  });
}

describe("I2: a payment that is held back", () => {
  const hold = (submissionId: string, detail: string | null) =>
    inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(submissions).set({ nextAt: null, detail }).where(eq(submissions.id, submissionId));
    });

  it("is put on finance's list when it is on nobody's, with its cut-off, once", async () => {
    const { paymentId, submissionId } = await issue(at);
    await hold(submissionId, "a way that nobody has thought of");
    await watch();
    await at.pass(16 * 60_000);
    await watch();
    const { cutoffAt } = await paymentOf(at.desk, paymentId);
    expect(await openTasks(at.desk, paymentId)).toMatchObject([
      { kind: "not_sent", role: "finance", dueAt: cutoffAt },
    ]);
    await cancelPayment(at.desk.as("finance"), { paymentId, reason: "paid in cash" });
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });

  it("is left alone while another task or a fence tells of it", async () => {
    const { paymentId, submissionId } = await issue(at);
    await hold(submissionId, "fenced");
    const fence = (fencedAt: Date | null) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(creditors).set({ fencedAt }).where(eq(creditors.id, at.desk.creditorId));
      });
    await fence(at.desk.runtime.clock.now());
    await watch();
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
    await fence(null);
    await stopMandate(at.desk.as("finance"), { mandateId: at.mandateId, act: "suspend", reason: "disputed" });
    await hold(submissionId, null);
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(submissions).set({ nextAt: at.desk.runtime.clock.now() });
    });
    await sendSubmission(at.desk.as("finance"), submissionId);
    await at.pass(16 * 60_000);
    await watch();
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "mandate_ended_with_payments" }]);
  });
});

describe("silence of a payment", () => {
  it("is asked about first, and is no task when the provider has news", async () => {
    const { paymentId } = await issued();
    await at.moveTo("2026-12-10T12:00:00Z");
    await watch();
    expect((await paymentOf(at.desk, paymentId)).state).toBe("settled");
    expect(await openOf("stale")).toEqual([]);
  });

  it("that stays becomes one dated task, once, and goes when news comes", async () => {
    const { paymentId } = await issued();
    await staysAs(paymentId, "Pending");
    await at.moveTo("2026-11-24T12:00:00Z");
    await watch();
    // Processed the day before: news may still take two bank days.
    expect(await openOf("stale")).toEqual([]);
    await at.moveTo("2026-11-27T12:00:00Z");
    await watch();
    const [task, ...more] = await openOf("stale");
    expect(task).toMatchObject({
      noun: "payment",
      subjectId: paymentId,
      role: "finance",
      amountMinor: 123_675,
    });
    expect(task?.dueAt?.toISOString()).toBe("2026-11-25T22:59:59.999Z");
    expect(more).toEqual([]);
    await at.pass(DAY_MS);
    await watch();
    expect(await openOf("stale")).toMatchObject([{ id: task?.id }]);
    at.simulator.faults.clear();
    await at.pass(DAY_MS);
    await watch();
    expect((await paymentOf(at.desk, paymentId)).state).toBe("scheduled");
    expect(await openOf("stale")).toEqual([]);
  });

  it("is no task while the provider cannot be read: that says nothing about the payment", async () => {
    const { paymentId } = await issued();
    at.simulator.faults.arm({ kind: "status", path: "/payments", status: 503, times: 999 });
    await at.moveTo("2026-12-10T12:00:00Z");
    await watch();
    expect(await openOf("stale")).toEqual([]);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
  });

  it("of very many at once is one task for the connection", async () => {
    const made: string[] = [];
    for (let n = 0; n < 22; n += 1) made.push((await issued(`${100 + n},00`)).paymentId);
    // Each is asked for by name; none has news.
    for (const id of made) {
      const { providerId } = await paymentOf(at.desk, id);
      const body = JSON.stringify(await theirWords(at, id, { status: "Pending" }));
      const path = `/payments/${providerId}`;
      at.simulator.faults.arm({ kind: "status", method: "GET", path, status: 200, body, times: 999 });
    }
    await at.moveTo("2026-11-27T12:00:00Z");
    await watch();
    expect(await openOf("stale")).toMatchObject([
      { noun: "connection", subjectId: at.connectionId, params: { count: 22 } },
    ]);
    at.simulator.faults.clear();
    await at.pass(DAY_MS);
    await watch();
    expect(await openOf("stale")).toEqual([]);
  });

  it("is looked for by one worker of two", async () => {
    await issued();
    await at.moveTo("2026-12-10T12:00:00Z");
    const asked = () => at.simulator.journal.filter(({ path }) => path.startsWith("/payments/pay_")).length;
    const before = asked();
    await Promise.all([watch(), watch(), watch()]);
    expect(asked() - before).toBe(1);
  });
});

describe("silence of a mandate", () => {
  it("becomes one task after five bank days, and goes with what ends it", async () => {
    const bs = await deskOnBetalingsservice("2026-11-02T09:00:00Z");
    // Of this account the bank never says anything.
    const { mandateId, submissionId } = await bs.mandate("8117 0001230009");
    await sendSubmission(bs.desk.as("agent"), submissionId);
    const look = () => watchOnce((creditorId) => workerCtx(bs.desk.runtime, creditorId));
    const open = () => openTasks(bs.desk, mandateId);
    await bs.moveTo("2026-11-06T12:00:00Z");
    await look();
    expect(await open()).toEqual([]);
    await bs.moveTo("2026-11-09T12:00:00Z");
    await look();
    expect(await open()).toMatchObject([
      { kind: "stale", role: "agent", dueAt: new Date("2026-11-06T22:59:59.999Z") },
    ]);
    await bs.pass(DAY_MS);
    await look();
    expect(await open()).toHaveLength(1);
    await recordEnd(bs.desk.as("agent"), toldEnd([mandateId], { effectiveOn: "2026-11-10" }));
    await bs.pass(DAY_MS);
    await look();
    expect(await open()).toEqual([]);
  });
});

describe("A14: ours that is missing there", () => {
  it("is asked for by name within a day and becomes a task; nothing is sent again", async () => {
    const { paymentId, submissionId } = await issued();
    const body = JSON.stringify({ title: "Not Found", status: 404 });
    at.simulator.faults.arm({
      kind: "status",
      method: "GET",
      path: "/payments",
      status: 404,
      body,
      times: 9_999,
    });
    await at.pass(21 * 3_600_000);
    await watch();
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "missing_there", role: "finance" }]);
    await at.desk.work();
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");

    at.simulator.faults.clear();
    await at.pass(3_600_000);
    await watch();
    await at.pass(3_600_000);
    await watch();
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });
});

describe("an unknown outcome that nobody can look up", () => {
  it("is resolved by no time alone", async () => {
    const { submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    at.simulator.faults.arm({ kind: "status", path: "/", status: 503, times: 99_999 });
    for (let days = 0; days < 40; days += 1) {
      await at.pass(DAY_MS);
      await at.desk.work();
      await watch();
    }
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      state: "unknown",
      closedAt: null,
      resolution: null,
    });
  });
});

describe("an unknown outcome near a cut-off", () => {
  it("is a task due at the payment's cut-off, with what is at stake", async () => {
    const { paymentId, submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const { cutoffAt } = await paymentOf(at.desk, paymentId);
    expect(await openTasks(at.desk, paymentId)).toMatchObject([
      { kind: "unknown_outcome", dueAt: cutoffAt, amountMinor: 123_675, currency: "DKK" },
    ]);
  });

  it("moves with the cut-off when an admin sets another hour", async () => {
    const { paymentId, submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const { cutoffAt: before } = await paymentOf(at.desk, paymentId);
    await setRule(at.desk.as("admin"), {
      rule: "nets-bs",
      cutoffTime: "16:00",
      dayBefore: "false",
      warningBankDays: "2",
      atRiskOnDeadlineDay: "true",
    });
    const { cutoffAt } = await paymentOf(at.desk, paymentId);
    expect(cutoffAt).not.toEqual(before);
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "unknown_outcome", dueAt: cutoffAt }]);
  });
});
