import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { attempts, connections, messages, payments, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { breathe } from "@/lib/kernel/breathe";
import { replanPayment } from "@/lib/payments/replan";
import { workerCtx } from "@/lib/runtime";
import { API_KEY, type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  createdFor,
  interrupted,
  issue,
  openTasks,
  paymentOf,
  simulate,
  submissionOf,
  triesOf,
  workUntilClosed,
} from "@/lib/testing/debitdirect-payments";
import { until } from "@/lib/testing/until";
import { askAgain } from "./ask-again";
import { dueSends } from "./due";
import { lookUpSubmission } from "./look-up";
import { sendSubmission } from "./send";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const send = (id: string) => sendSubmission(at.desk.as("finance"), id);
const change = (id: string, patch: Partial<typeof submissions.$inferInsert>) =>
  inTransaction(at.desk.runtime.db, async (tx) => {
    await tx.update(submissions).set(patch).where(eq(submissions.id, id));
  });
const leaseRunsOut = (id: string) => change(id, { leaseUntil: new Date(0) });
const delay = (ms: number) =>
  at.simulator.faults.arm({ kind: "delay", method: "POST", path: "/payments", times: 1, delay_ms: ms });

describe("P7: a sender that is held up", () => {
  it("past its lease, between its permit and its call, does not call any more", async () => {
    const { paymentId, submissionId } = await issue(at);
    let heldUpMs = 0;
    const leases = { now: () => new Date(Date.now() + heldUpMs), movable: false };
    const late = interrupted({ ...at.desk.as("finance"), leases }, 2, async () => {
      heldUpMs = 60_000;
    });
    await sendSubmission(late, submissionId);
    expect(await createdFor(at, paymentId)).toEqual([]);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "in_flight", tries: 1 });
    await leaseRunsOut(submissionId);
    await workUntilClosed(at, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("for less than its lease has a request on its way from its call on, not from its permit", async () => {
    const { paymentId, submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(
      interrupted(at.desk.as("finance"), 2, () => at.pass(20_000)),
      submissionId,
    );
    await at.pass(10_000);
    const asked = await askAgain(at.desk.as("finance"), submissionId);
    expect(asked).toMatchObject({ state: "unknown", absences: 0 });
    await workUntilClosed(at, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("past its lease in its call no longer decides, but what it was told is evidence", async () => {
    await simulate(at, { visibilityLagSeconds: 90 });
    const { paymentId, submissionId } = await issue(at);
    delay(1_500);
    const sending = send(submissionId);
    await until(async () => (await createdFor(at, paymentId)).length === 1, breathe);
    await leaseRunsOut(submissionId);
    await lookUpSubmission(workerCtx(at.desk.runtime, at.desk.creditorId), submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown" });
    await sending;
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown" });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending" });
    await at.pass(90_000);
    await workUntilClosed(at, submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    await simulate(at, { visibilityLagSeconds: 0 });
  });

  it("before its permit sends nothing when a person replans the payment meanwhile", async () => {
    const { paymentId, submissionId } = await issue(at);
    const meanwhile = interrupted(at.desk.as("finance"), 1, async () => {
      await leaseRunsOut(submissionId);
      await replanPayment(at.desk.as("finance"), paymentId);
    });
    await sendSubmission(meanwhile, submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "intended", tries: 0 });
    expect(await triesOf(at.desk, submissionId)).toMatchObject([{ state: "held", permittedAt: null }]);
    expect(await createdFor(at, paymentId)).toEqual([]);
    await send(submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("gives its recorded attempt up with the intent when the payment is there by then", async () => {
    const { paymentId, submissionId } = await issue(at);
    const meanwhile = interrupted(at.desk.as("finance"), 1, () =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(payments).set({ state: "pending" }).where(eq(payments.id, paymentId));
      }),
    );
    await sendSubmission(meanwhile, submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "withdrawn", tries: 0 });
    expect(await triesOf(at.desk, submissionId)).toMatchObject([{ state: "held", permittedAt: null }]);
    expect(await createdFor(at, paymentId)).toEqual([]);
  });

  it("never has half a permit: without its attempt the submission is not under way either", async () => {
    const { paymentId, submissionId } = await issue(at);
    const meanwhile = interrupted(at.desk.as("finance"), 1, () =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(attempts).set({ state: "held" }).where(eq(attempts.submissionId, submissionId));
      }),
    );
    await expect(sendSubmission(meanwhile, submissionId)).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "intended", tries: 0 });
    expect(await createdFor(at, paymentId)).toEqual([]);
    await leaseRunsOut(submissionId);
    await workUntilClosed(at, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });
});

describe("W12: a fault of ours", () => {
  it("in settling an answer keeps the answer and leaves the submission unknown, to be looked up", async () => {
    const { paymentId, submissionId } = await issue(at);
    const scheme = (name: string) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(payments).set({ scheme: name }).where(eq(payments.id, paymentId));
      });
    delay(1_000);
    const sending = send(submissionId);
    await until(async () => (await createdFor(at, paymentId)).length === 1, breathe);
    await scheme("of an older version");
    await sending;
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown" });
    const kept = await at.desk.runtime.db.read
      .select()
      .from(messages)
      .where(and(eq(messages.submissionId, submissionId), eq(messages.method, "POST")));
    expect(kept).toMatchObject([{ status: 200, answerBody: expect.stringContaining("Pending") }]);
    await scheme("nets-bs");
    await workUntilClosed(at, submissionId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending" });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("P8: again and again before a send backs it off and, after five, parks it with a task; others go on", async () => {
    const bad = await issue(at);
    const good = await issue(at);
    await change(bad.submissionId, { intentSealed: "cannot be opened" });
    await at.desk.work();
    const once = await submissionOf(at.desk, bad.submissionId);
    expect(once).toMatchObject({ faults: 1, state: "intended" });
    expect(once.nextAt?.getTime()).toBeGreaterThan(at.desk.runtime.clock.now().getTime());
    expect(await paymentOf(at.desk, good.paymentId)).toMatchObject({ state: "pending" });
    for (let fault = 2; fault <= 5; fault += 1) {
      await at.pass(300_000);
      await at.desk.work();
    }
    expect(await submissionOf(at.desk, bad.submissionId)).toMatchObject({ faults: 5, nextAt: null });
    expect(await openTasks(at.desk, bad.paymentId)).toMatchObject([
      { kind: "submission_parked", role: "admin" },
    ]);
    await at.pass(3_600_000);
    await at.desk.work();
    expect(await submissionOf(at.desk, bad.submissionId)).toMatchObject({ faults: 5 });
  });
});

describe("A11: a connection that is held", () => {
  it("does not starve another one's submission, however many of its own wait before it", async () => {
    const { submissionId } = await issue(at);
    const now = at.desk.runtime.clock.now();
    const one = await submissionOf(at.desk, submissionId);
    await inTransaction(at.desk.runtime.db, async (tx) => {
      const heldUntil = new Date(now.getTime() + 3_600_000);
      await tx.update(connections).set({ heldUntil }).where(eq(connections.id, at.connectionId));
      for (let copy = 0; copy < 60; copy += 1)
        await tx.insert(submissions).values({ ...one, id: `sub_${copy}`, subjectId: `pay_${copy}` });
    });
    const connectionId = await createConnection(at.desk.as("admin"), {
      provider: "debitdirect",
      name: "Another",
      environment: "simulator",
      baseUrl: at.simulator.url,
      settings: {},
      credential: { api_key: API_KEY },
    });
    await at.pass(1_000);
    const values = { name: "Water", scheme: "nets-bs", cvr_number: "13748136", pbs_number: "02056372" };
    const added = await addAgreement(at.desk.as("admin"), {
      connectionId,
      values: { ...values, debtor_group: "00002", agreement_type: "standard", test: "true" },
    });
    const due = await dueSends(at.desk.as("admin"), 50);
    expect(due.map((each) => each.id)).toEqual([added.submissionId]);
  });
});
