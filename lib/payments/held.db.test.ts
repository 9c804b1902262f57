import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { counters, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { verifyAudit } from "@/lib/audit/verify";
import { probeConnection } from "@/lib/connections/probe";
import { addToCounter } from "@/lib/door/counters";
import { askProvider } from "@/lib/inbox/ask";
import { stopMandate } from "@/lib/mandates/stop";
import { resolveUnknown } from "@/lib/submissions/resolve-unknown";
import { sendSubmission } from "@/lib/submissions/send";
import { closeTaskByHand } from "@/lib/tasks/close";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  createdFor,
  interrupted,
  issue,
  openTasks,
  paymentOf,
  proveAbsent,
  simulate,
  submissionOf,
  theirWords,
  whileUnreachable,
  workUntilClosed,
} from "@/lib/testing/debitdirect-payments";
import { cancelPayment } from "./cancel";
import { patchPayment } from "./door";
import { replanPayment } from "./replan";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});
/** The lost answers of one test are not in a row with those of the next. */
beforeEach(() => probeConnection(at.desk.as("admin"), at.connectionId));

const send = (id: string) => sendSubmission(at.desk.as("finance"), id);

describe("U8: cancelling what may have left", () => {
  const cancel = (paymentId: string) =>
    cancelPayment(at.desk.as("finance"), { paymentId, reason: "paid in cash" });

  /** A payment whose answer was lost, and what a person then says became of it. */
  const judged = async (kind: "cut-before" | "cut-after", verdict: "did_happen" | "did_not_happen") => {
    const { paymentId, submissionId } = await issue(at);
    at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });
    await send(submissionId);
    await expect(cancel(paymentId)).rejects.toMatchObject({ code: "already_open" });
    await resolveUnknown(at.desk.as("finance"), { submissionId, verdict, reason: "asked by phone" });
    return paymentId;
  };

  it("is refused after the verdict that it did happen", async () => {
    const paymentId = await judged("cut-before", "did_happen");
    await expect(cancel(paymentId)).rejects.toMatchObject({ code: "may_have_left" });
    expect((await paymentOf(at.desk, paymentId)).state).toBe("ready");
  });

  it("is finance's after the verdict that it did not happen", async () => {
    const paymentId = await judged("cut-before", "did_not_happen");
    await expect(
      cancelPayment(at.desk.as("agent"), { paymentId, reason: "paid in cash" }),
    ).rejects.toMatchObject({ code: "not_permitted" });
    await cancel(paymentId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "cancelled", sending: "none" });
    await at.desk.work();
    expect(await createdFor(at, paymentId)).toEqual([]);
  });

  it("I2: leaves what is not sent as a task, due at its cut-off, until it is cancelled", async () => {
    const paymentId = await judged("cut-before", "did_not_happen");
    const { cutoffAt, amountMinor } = await paymentOf(at.desk, paymentId);
    const [task, ...others] = await openTasks(at.desk, paymentId);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      kind: "not_sent",
      role: "finance",
      dueAt: cutoffAt,
      amountMinor,
      params: { by: "finance" },
    });
    const byHand = closeTaskByHand(at.desk.as("finance"), task?.id ?? "");
    await expect(byHand).rejects.toMatchObject({ code: "move_not_allowed" });
    await cancel(paymentId);
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });

  it("is no task any more once the provider turns out to have it, but for the verdict it contradicts", async () => {
    const paymentId = await judged("cut-after", "did_not_happen");
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "not_sent" }]);
    await askProvider(at.desk.as("finance"), { noun: "payment", id: paymentId });
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "mismatch" }]);
  });

  it("is no task when the verdict is that it did happen", async () => {
    const paymentId = await judged("cut-before", "did_happen");
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });

  it("is told to a person when the provider has it after all", async () => {
    const paymentId = await judged("cut-after", "did_not_happen");
    await cancel(paymentId);
    await askProvider(at.desk.as("finance"), { noun: "payment", id: paymentId });
    expect((await paymentOf(at.desk, paymentId)).state).toBe("cancelled");
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "mismatch" }]);
  });

  it.each([
    ["in a word nobody knows", { status: "Frozen" }],
    ["with another test flag", { test: false }],
  ])("is refused when the provider has it %s", async (_what, change) => {
    const { paymentId, submissionId } = await issue(at);
    const body = JSON.stringify(await theirWords(at, paymentId, change));
    const [method, path, status] = ["POST", "/payments", 200];
    at.simulator.faults.arm({ kind: "status-after", method, path, status, body, times: 1 });
    await send(submissionId);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("ready");
    await expect(cancel(paymentId)).rejects.toMatchObject({ code: "may_have_left" });
    expect((await paymentOf(at.desk, paymentId)).state).toBe("ready");
  });

  it("is possible when it is proven that nothing arrived", async () => {
    const { paymentId, submissionId } = await issue(at);
    await whileUnreachable(at, () => send(submissionId));
    await cancel(paymentId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "cancelled", sending: "none" });
  });
});

describe("a payment that is held before it is sent", () => {
  const stop = (act: "suspend" | "resume") =>
    stopMandate(at.desk.as("finance"), { mandateId: at.mandateId, act, reason: "disputed" });

  it("because its mandate is suspended goes by itself once the mandate is resumed", async () => {
    const { paymentId, submissionId } = await issue(at);
    await stop("suspend");
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      state: "intended",
      nextAt: null,
      detail: "mandate_not_active",
    });
    expect(await openTasks(at.desk, paymentId)).toHaveLength(1);
    await stop("resume");
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
    await workUntilClosed(at, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("is not forgotten when the mandate is resumed at the moment it is held", async () => {
    const { submissionId } = await issue(at);
    await stop("suspend");
    await sendSubmission(
      interrupted(at.desk.as("finance"), 2, () => stop("resume")),
      submissionId,
    );
    await workUntilClosed(at, submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed" });
  });

  it("I12: is over when the provider turns out to have it from an earlier try, and is not sent again", async () => {
    const { paymentId, submissionId } = await issue(at);
    await simulate(at, { visibilityLagSeconds: 3_600 });
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await send(submissionId);
    await proveAbsent(at, submissionId);
    await stop("suspend");
    await at.desk.work();
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ detail: "mandate_not_active" });
    await simulate(at, { visibilityLagSeconds: 0 });
    await at.pass(3_600_000);
    await workUntilClosed(at, submissionId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending", sending: "none" });
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "withdrawn" });
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    await stop("resume");
  });

  it("keeps the day asked for when it is planned again and that day has not passed", async () => {
    const { paymentId } = await issue(at, { due: "2027-01-04" });
    expect((await paymentOf(at.desk, paymentId)).planned).toBe("2027-01-04");
    await replanPayment(at.desk.as("finance"), paymentId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({
      planned: "2027-01-04",
      requested: "2027-01-04",
      slipped: false,
    });
  });

  it("T3: that never left and missed its cut-off waits for a person, and then goes with its new day", async () => {
    const { paymentId, submissionId } = await issue(at);
    await whileUnreachable(at, () => send(submissionId));
    await at.moveTo("2026-11-23T09:00:00Z");
    await at.desk.work();
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      nextAt: null,
      detail: "cutoff_passed",
    });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "missed_cutoff" }]);
    await replanPayment(at.desk.as("finance"), paymentId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ planned: "2027-01-04", slipped: true });
    await send(submissionId);
    const [made, ...others] = await createdFor(at, paymentId);
    expect(others).toEqual([]);
    expect(made?.request).toContain('"paymentDate":"2027-01-04T');
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending", planned: "2027-01-04" });
  });
});

describe("I8: the figures", () => {
  it("hold when two change one payment's window at once: one of them is refused", async () => {
    const { paymentId } = await issue(at, { due: "2027-01-04" });
    const seen = await paymentOf(at.desk, paymentId);
    const ctx = at.desk.as("finance");
    const both = await Promise.allSettled(
      ["2028-06", "2028-07"].map((window) =>
        inTransaction(at.desk.runtime.db, (tx) => patchPayment(tx, ctx, seen, { window })),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { window } = await paymentOf(at.desk, paymentId);
    const rows = await at.desk.runtime.db.read.select().from(counters).where(eq(counters.noun, "payments"));
    const all = await at.desk.runtime.db.read.select().from(payments);
    const recount = (one: { bucket: string; state: string }) =>
      all.filter((each) => each.window === one.bucket && each.state === one.state).length;
    expect(rows.map((one) => one.count)).toEqual(rows.map(recount));
    expect(rows.filter((one) => one.bucket === window)).toMatchObject([{ count: 1 }]);
  });

  it("and the audit have nothing of a transaction that was rolled back before the next one", async () => {
    const { db } = at.desk.runtime;
    const ctx = at.desk.as("finance");
    const before = await verifyAudit(db, at.desk.creditorId);
    const key = {
      creditorId: at.desk.creditorId,
      noun: "payments",
      bucket: "2030-01",
      state: "ready",
      currency: "DKK",
      test: true,
    } as const;
    const note = (subjectId: string) => ({ action: "payment.looked_at", noun: "payment", subjectId });
    const failing = inTransaction(db, async (tx) => {
      addToCounter(tx, key, 1, 500);
      audit(tx, ctx, note("pay_rolled_back"));
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await inTransaction(db, async (tx) => {
      addToCounter(tx, key, 1, 700);
      audit(tx, ctx, note("pay_kept"));
    });
    expect(await verifyAudit(db, at.desk.creditorId)).toEqual({
      entries: before.entries + 1,
      brokenAt: null,
    });
    const kept = and(eq(counters.bucket, "2030-01"), eq(counters.state, "ready"));
    expect(await db.read.select().from(counters).where(kept)).toMatchObject([{ count: 1, amountMinor: 700 }]);
  });
});
