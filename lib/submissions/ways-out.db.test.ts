import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { fenceAll } from "@/lib/instance/raise-fence";
import { workOnce } from "@/lib/jobs/worker";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { closeTaskByHand } from "@/lib/tasks/close";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  createdFor,
  issue,
  openTasks,
  paymentOf,
  proveAbsent,
  simulate,
  submissionOf,
  triesOf,
  whileUnreachable,
} from "@/lib/testing/debitdirect-payments";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { askAgain } from "./ask-again";
import { noteFault } from "./lease";
import { resolveUnknown } from "./resolve-unknown";
import { sendSubmission } from "./send";
import { tryAgain } from "./try-again";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const finance = () => at.desk.as("finance", { name: "Jonas" });
const cancel = (paymentId: string) => cancelPayment(finance(), { paymentId, reason: "paid in cash" });
const tasksOf = async (id: string) => (await openTasks(at.desk, id)).map(({ kind }) => kind);

/** A payment whose answer was lost. */
async function lost(kind: "cut-before" | "cut-after") {
  const made = await issue(at);
  at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });
  await sendSubmission(at.desk.as("finance"), made.submissionId);
  return made;
}

describe("a payment that is proven absent and missed its cut-off", () => {
  it("I2: is finance's to cancel, by a verdict under their name", async () => {
    const { paymentId, submissionId } = await lost("cut-before");
    await proveAbsent(at, submissionId);
    await at.moveTo("2026-11-23T09:00:00Z");
    await at.desk.work();
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      nextAt: null,
      detail: "cutoff_passed",
    });
    expect(await tasksOf(paymentId)).toEqual(["missed_cutoff"]);
    await cancel(paymentId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      state: "withdrawn",
      resolution: "did_not_happen",
      resolvedBy: "Jonas",
    });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "cancelled", sending: "none" });
    expect(await tasksOf(paymentId)).toEqual([]);
    expect(await createdFor(at, paymentId)).toEqual([]);
  });

  it("A15: is put before a person when it shows itself after it was cancelled", async () => {
    at = await deskOnDebitDirect("2026-11-19T09:00:00Z");
    await simulate(at, { visibilityLagSeconds: 10 * 24 * 3_600 });
    const { paymentId, submissionId } = await lost("cut-after");
    await proveAbsent(at, submissionId);
    await at.moveTo("2026-11-23T09:00:00Z");
    await at.desk.work();
    await cancel(paymentId);
    await at.pass(10 * DAY_MS);
    await at.desk.work();
    expect((await paymentOf(at.desk, paymentId)).state).toBe("cancelled");
    expect(await tasksOf(paymentId)).toEqual(["mismatch"]);
  });

  it("O3: is so, too, after a fence under which it never left", async () => {
    const { paymentId, submissionId } = await issue(at);
    await fenceAll(at.desk.runtime, "restored");
    await proveAbsent(at, submissionId);
    await at.moveTo("2026-11-23T09:00:00Z");
    await at.desk.work();
    await cancel(paymentId);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("cancelled");
  });
});

describe("the verdict “did happen”", () => {
  const say = (submissionId: string, verdict: "did_happen" | "did_not_happen") =>
    resolveUnknown(finance(), { submissionId, verdict, reason: "asked by phone" });

  it("I6: is taken back while nothing has borne it out, and its question goes", async () => {
    const { paymentId, submissionId } = await lost("cut-before");
    await say(submissionId, "did_happen");
    await at.pass(2 * HOUR_MS);
    await at.desk.work();
    expect(await tasksOf(paymentId)).toEqual(["mismatch"]);
    await say(submissionId, "did_not_happen");
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      state: "withdrawn",
      resolution: "did_not_happen",
    });
    expect(await tasksOf(paymentId)).toEqual(["not_sent"]);
    await cancel(paymentId);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("cancelled");
  });

  it("stands once the provider has borne it out", async () => {
    const { paymentId, submissionId } = await lost("cut-after");
    await say(submissionId, "did_happen");
    await at.pass(2 * HOUR_MS);
    await at.desk.work();
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    await expect(say(submissionId, "did_not_happen")).rejects.toMatchObject({ code: "move_not_allowed" });
  });
});

describe("what is parked after five faults of ours", () => {
  const park = async (submissionId: string) => {
    for (let n = 0; n < 5; n += 1)
      await inTransaction(at.desk.runtime.db, (tx) =>
        noteFault(tx, workerCtx(at.desk.runtime, at.desk.creditorId), submissionId),
      );
  };

  it("I2: stays a task with its cut-off that nobody can put away, until it is tried again and goes", async () => {
    const { paymentId, submissionId } = await issue(at);
    await park(submissionId);
    const [task] = await openTasks(at.desk, paymentId);
    const { cutoffAt } = await paymentOf(at.desk, paymentId);
    expect(task).toMatchObject({ kind: "submission_parked", dueAt: cutoffAt });
    await expect(closeTaskByHand(at.desk.as("admin"), task?.id ?? "")).rejects.toMatchObject({
      code: "move_not_allowed",
    });
    await expect(tryAgain(at.desk.as("auditor"), submissionId)).rejects.toMatchObject({
      code: "not_permitted",
    });
    await tryAgain(finance(), submissionId);
    expect(await tasksOf(paymentId)).toEqual([]);
    await at.pass(1_000);
    await at.desk.work();
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    await expect(tryAgain(finance(), submissionId)).rejects.toMatchObject({ code: "move_not_allowed" });
  });

  it("T3: is judged by its cut-off when it is tried again after it", async () => {
    const { paymentId, submissionId } = await issue(at);
    await park(submissionId);
    await at.moveTo("2026-11-23T09:00:00Z");
    await tryAgain(finance(), submissionId);
    await at.pass(1_000);
    await at.desk.work();
    expect(await tasksOf(paymentId)).toEqual(["missed_cutoff"]);
    expect(await createdFor(at, paymentId)).toEqual([]);
  });

  it("P8: are faults in a row: a call that was made ends them", async () => {
    const { submissionId } = await issue(at);
    for (let n = 0; n < 4; n += 1)
      await inTransaction(at.desk.runtime.db, (tx) => noteFault(tx, finance(), submissionId));
    await whileUnreachable(at, () => sendSubmission(at.desk.as("finance"), submissionId));
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "intended", faults: 0 });
  });

  it("P8: are counted over the look-ups between them, where each send fails on our side after its permit", async () => {
    const { paymentId, submissionId } = await issue(at);
    const broken = (creditorId: string): Ctx => {
      const ctx = workerCtx(at.desk.runtime, creditorId);
      const send = () => Promise.reject(new TypeError("a header that cannot be sent"));
      const { debitdirect } = ctx.providers;
      if (!debitdirect) throw new Error("no such provider");
      return { ...ctx, providers: { ...ctx.providers, debitdirect: { ...debitdirect, send } } };
    };
    for (let round = 0; round < 200; round += 1) {
      await at.pass(20_000);
      // Leases run in real time: whoever failed has lost its own.
      await inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(submissions).set({ leaseUntil: null }).where(eq(submissions.id, submissionId));
      });
      await workOnce(broken);
    }
    const tried = await triesOf(at.desk, submissionId);
    expect(tried.filter(({ permittedAt }) => permittedAt !== null)).toHaveLength(5);
    expect(await tasksOf(paymentId)).toContain("submission_parked");
  });

  it("is off the list of what stands still once somebody asks again", async () => {
    const { paymentId, submissionId } = await lost("cut-before");
    await park(submissionId);
    await at.pass(20_000);
    await askAgain(finance(), submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ faults: 0, lookUps: 1 });
    expect(await tasksOf(paymentId)).toEqual(["unknown_outcome"]);
  });

  it("is given up for a mandate, which can then be corrected", async () => {
    const there = await deskOnBetalingsservice("2026-11-20T09:00:00Z");
    const { mandateId, submissionId } = await there.mandate("0040 0440116243");
    for (let n = 0; n < 5; n += 1)
      await inTransaction(there.desk.runtime.db, (tx) =>
        noteFault(tx, workerCtx(there.desk.runtime, there.desk.creditorId), submissionId),
      );
    await stopMandate(there.desk.as("agent"), { mandateId, act: "withdraw", reason: "typed wrongly" });
    expect(await submissionOf(there.desk, submissionId)).toMatchObject({ state: "withdrawn" });
    expect(await openTasks(there.desk, mandateId)).toEqual([]);
    const again = { mandateId, act: "withdraw", reason: "typed wrongly" } as const;
    await expect(stopMandate(there.desk.as("agent"), again)).rejects.toMatchObject({
      code: "move_not_allowed",
    });
  });
});
