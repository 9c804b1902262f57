import { beforeEach, describe, expect, it, vi } from "vitest";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { resolveUnknown } from "@/lib/submissions/resolve-unknown";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { createdFor, issue, openTasks, paymentOf, submissionOf } from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { pollConnection } from "./poll";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const poll = (at: DebitDirectDesk | PaynlDesk) =>
  pollConnection(workerCtx(at.desk.runtime, at.desk.creditorId), at.connectionId);

describe("a person's verdict", () => {
  let at: DebitDirectDesk;
  beforeEach(async () => {
    at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  });

  async function unknown(kind: "cut-after" | "cut-before") {
    const made = await issue(at);
    at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });
    await sendSubmission(at.desk.as("finance"), made.submissionId);
    expect(await submissionOf(at.desk, made.submissionId)).toMatchObject({ state: "unknown" });
    return made;
  }

  it("“did happen” and it is not there: a mismatch for a person, and nothing is sent again", async () => {
    const { paymentId, submissionId } = await unknown("cut-before");
    await resolveUnknown(at.desk.as("finance", { name: "Jonas" }), {
      submissionId,
      verdict: "did_happen",
      reason: "seen in their portal",
    });
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
    await at.pass(2 * HOUR_MS);
    await poll(at);
    await poll(at);
    expect(await openTasks(at.desk, paymentId)).toMatchObject([
      { kind: "mismatch", role: "finance", params: { verdict: "did_happen", by: "Jonas" } },
    ]);
    await at.desk.work();
    expect(await createdFor(at, paymentId)).toEqual([]);
  });

  it("“did happen” and it is there: the provider’s word moves it, and there is no task", async () => {
    const { paymentId, submissionId } = await unknown("cut-after");
    const verdict = { submissionId, verdict: "did_happen", reason: "their support said so" } as const;
    await resolveUnknown(at.desk.as("finance"), verdict);
    await at.pass(2 * HOUR_MS);
    await poll(at);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });

  it("while the provider cannot be read each has its turn, and none stands behind another for ever", async () => {
    const verdicts = ["did_happen", "did_happen", "did_not_happen", "did_not_happen"] as const;
    const made: string[] = [];
    for (const verdict of verdicts) {
      const { submissionId } = await unknown("cut-before");
      await resolveUnknown(at.desk.as("finance"), { submissionId, verdict, reason: "said on the phone" });
      made.push(submissionId);
      await at.pass(1_000);
    }
    await at.pass(2 * HOUR_MS);
    const asked = async () => {
      const rows = await Promise.all(made.map((id) => submissionOf(at.desk, id)));
      return rows.map(({ lookUps }) => lookUps);
    };
    const before = await asked();
    const answers = { kind: "status", status: 503, body: "{}", method: "GET", path: "/payments" } as const;
    for (let times = 1; times <= 2; times += 1) {
      at.simulator.faults.arm({ ...answers, times: 1_000 });
      await poll(at);
      at.simulator.faults.clear();
      await at.pass(HOUR_MS);
    }
    expect((await asked()).map((n, index) => n - (before[index] ?? 0))).toEqual([1, 1, 1, 1]);
  });

  it("“did not happen” and it is there: it is taken over, and a mismatch says so", async () => {
    const { paymentId, submissionId } = await unknown("cut-after");
    const verdict = { submissionId, verdict: "did_not_happen", reason: "not in their portal" } as const;
    await resolveUnknown(at.desk.as("finance", { name: "Karen" }), verdict);
    await at.pass(6_000);
    await at.desk.work();
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    expect(await openTasks(at.desk, paymentId)).toMatchObject([
      { kind: "mismatch", params: { verdict: "did_not_happen", by: "Karen", theirs: "pending" } },
    ]);
  });
});

describe("A15: “did not happen”, its mandate has ended since, and no event tells", () => {
  /** A debit that PAY. hides while its mandate ends, so many days later: what is at the bank by then runs on. */
  async function denied(hiddenHours: number, days = 0) {
    const at = await deskOnPaynl("2026-11-19T09:00:00Z");
    const mandateId = await at.activeMandate();
    const { paymentId, submissionId } = await at.payment(mandateId, "32,75");
    at.open = false;
    await at.settings({ visibilityLagSeconds: hiddenHours * 3_600 });
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2/directdebits", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const verdict = { submissionId, verdict: "did_not_happen", reason: "not in their portal" } as const;
    await resolveUnknown(at.desk.as("finance", { name: "Karen" }), verdict);
    await at.pass(days * DAY_MS);
    const end = await stopMandate(at.desk.as("agent"), { mandateId, act: "end", reason: "moved away" });
    await sendSubmission(at.desk.as("agent"), end ?? "");
    await at.pass(6_000);
    await at.desk.work();
    expect(await at.readMandate(mandateId)).toMatchObject({ state: "ended" });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "ready", providerId: null });
    return { at, paymentId };
  }

  const found = async ({ at, paymentId }: Awaited<ReturnType<typeof denied>>) => {
    const { state, providerId } = await paymentOf(at.desk, paymentId);
    return {
      state,
      there: providerId !== null,
      mismatches: (await openTasks(at.desk, paymentId))
        .filter(({ kind }) => kind === "mismatch")
        .map(({ params }) => params),
    };
  };

  it("it is found within a poll of showing itself, and put before a person", async () => {
    const late = await denied(3);
    await late.at.pass(HOUR_MS);
    await poll(late.at);
    expect(await found(late)).toEqual({ state: "ready", there: false, mismatches: [] });
    await late.at.pass(3 * HOUR_MS);
    await poll(late.at);
    expect(await found(late)).toMatchObject({ there: true, mismatches: [{ by: "Karen" }] });
    expect((await found(late)).state).not.toBe("ready");
  });

  it("it is found though the payment was cancelled after the verdict, and put before a person", async () => {
    const late = await denied(24 * 20, 15);
    const cancelled = { paymentId: late.paymentId, reason: "they pay by card" };
    await cancelPayment(late.at.desk.as("finance"), cancelled);
    await late.at.pass(2 * DAY_MS);
    await poll(late.at);
    expect(await found(late)).toEqual({ state: "cancelled", there: false, mismatches: [] });
    await late.at.pass(4 * DAY_MS);
    await poll(late.at);
    expect(await found(late)).toMatchObject({ state: "cancelled", mismatches: [{ theirs: "scheduled" }] });
  });

  it("it is still asked about after weeks in which nobody could ask", async () => {
    const late = await denied(3);
    await late.at.pass(25 * DAY_MS);
    await poll(late.at);
    expect(await found(late)).toMatchObject({ there: true, mismatches: [{ by: "Karen" }] });
  });

  it("after the first day it is asked about once a day, and after a month not any more", async () => {
    const late = await denied(24 * 30);
    const asked = () =>
      late.at.simulator.journal.filter(({ method, path }) => method === "GET" && path === "/v2/directdebits")
        .length;
    await late.at.pass(2 * DAY_MS);
    const before = asked();
    for (let hour = 0; hour < 48; hour += 1) {
      await late.at.pass(HOUR_MS);
      await poll(late.at);
    }
    expect(asked() - before).toBe(2);
    await late.at.pass(30 * DAY_MS);
    const then = asked();
    await poll(late.at);
    expect(asked()).toBe(then);
  });
});
