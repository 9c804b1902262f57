import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, counters, messages, moves, payments, submissions, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { verifyAudit } from "@/lib/audit/verify";
import { breathe } from "@/lib/kernel/breathe";
import { createPayment } from "@/lib/payments/create";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { until } from "@/lib/testing/until";
import { sendSubmission } from "./send";

const before = "2026-11-20T09:00:00Z";

async function issue(at: DebitDirectDesk, values: Record<string, string> = {}) {
  return createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values: { amount: "1.236,75", text: "Heat December", due: "2026-12-01", ...values },
    despiteDuplicate: false,
  });
}

async function payment(at: DebitDirectDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, id));
  if (!row) throw new Error("no payment");
  return row;
}

async function submission(at: DebitDirectDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(submissions).where(eq(submissions.id, id));
  if (!row) throw new Error("no submission");
  return row;
}

/** The judge of "was it sent twice": what the provider's own journal says it created. */
const created = (at: DebitDirectDesk) =>
  at.simulator.journal.filter((entry) => entry.effect?.startsWith("payment.created"));

async function workUntil(at: DebitDirectDesk, id: string, state: string): Promise<void> {
  await until(
    async () => (await payment(at, id)).state === state,
    async () => {
      await at.pass(5_000);
      await at.desk.work();
    },
  );
}

/** A poll may bring the payment's news before the look-up closes the question. */
async function workUntilClosed(at: DebitDirectDesk, id: string): Promise<void> {
  await until(
    async () => (await submission(at, id)).closedAt !== null,
    async () => {
      await at.pass(5_000);
      await at.desk.work();
    },
  );
}

describe("a payment's whole life at a provider", () => {
  it("goes from ready over pending, scheduled and settled to a chargeback, each step with its evidence", async () => {
    const at = await deskOnDebitDirect(before);
    const { paymentId, landing } = await issue(at, { amount: "812,66" });
    expect(landing).toMatchObject({ window: "2026-11", due: "2026-12-01", onTime: true });
    expect((await payment(at, paymentId)).state).toBe("ready");
    await workUntil(at, paymentId, "pending");
    await at.moveTo("2026-11-24T12:00:00Z");
    await workUntil(at, paymentId, "scheduled");
    await at.moveTo("2026-12-02T12:00:00Z");
    await workUntil(at, paymentId, "settled");
    expect(await payment(at, paymentId)).toMatchObject({
      settledOn: "2026-12-01",
      reversibleUntil: "2026-12-07",
      claimUntil: "2028-01-01",
      window: "2026-11",
      slipped: false,
    });
    await at.moveTo("2026-12-07T12:00:00Z");
    await workUntil(at, paymentId, "chargeback");

    const { read } = at.desk.runtime.db;
    const story = await read
      .select()
      .from(moves)
      .where(eq(moves.subjectId, paymentId))
      .orderBy(moves.version);
    expect(story.map((one) => one.move)).toEqual(["receipt", "schedule", "settle", "give_back"]);
    for (const step of story) {
      const [message] = await read
        .select()
        .from(messages)
        .where(eq(messages.id, step.messageId ?? ""));
      expect(message?.answerBody).toContain(step.word ?? "nothing");
    }
    expect(created(at)).toHaveLength(1);
    const left = await read.select().from(counters).where(eq(counters.noun, "payments"));
    expect(left.filter((one) => one.count !== 0)).toMatchObject([
      { state: "chargeback", count: 1, amountMinor: 81_266, currency: "DKK", bucket: "2026-11" },
    ]);
    expect(await verifyAudit(at.desk.runtime.db, at.desk.creditorId)).toMatchObject({ brokenAt: null });
  });

  it("says before and after that a payment made a minute too late is taken a month later", async () => {
    const at = await deskOnDebitDirect("2026-11-22T22:58:00Z");
    await at.moveTo("2026-11-22T23:01:00Z");
    const { paymentId, landing } = await issue(at);
    expect(landing).toMatchObject({ window: "2026-12", due: "2027-01-04", onTime: false });
    expect(await payment(at, paymentId)).toMatchObject({ slipped: true, planned: "2027-01-04" });
    await workUntil(at, paymentId, "pending");
    expect(await payment(at, paymentId)).toMatchObject({
      slipped: true,
      planned: "2027-01-04",
      window: "2026-12",
    });
  });
});

describe("an answer that is lost", () => {
  it("A1, A2: is unknown, is looked up, and leaves one payment at the provider", async () => {
    const at = await deskOnDebitDirect(before);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    const { paymentId, submissionId } = await issue(at);
    await sendSubmission(at.desk.as("finance"), submissionId ?? "");
    expect((await payment(at, paymentId)).sending).toBe("unknown");
    expect((await payment(at, paymentId)).state).toBe("ready");
    const { read } = at.desk.runtime.db;
    const open = and(eq(tasks.subjectId, paymentId), eq(tasks.state, "open"));
    expect(await read.select().from(tasks).where(open)).toMatchObject([{ kind: "unknown_outcome" }]);
    await workUntil(at, paymentId, "pending");
    await workUntilClosed(at, submissionId ?? "");
    expect(await submission(at, submissionId ?? "")).toMatchObject({ state: "confirmed", tries: 1 });
    expect(await read.select().from(tasks).where(open)).toEqual([]);
    expect(created(at)).toHaveLength(1);
  });

  it("A1: a request that never arrived is sent again only after two absences, with the same bytes and key", async () => {
    const at = await deskOnDebitDirect(before);
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/payments", times: 1 });
    const { paymentId, submissionId } = await issue(at);
    await workUntil(at, paymentId, "pending");
    await workUntilClosed(at, submissionId ?? "");
    const { read } = at.desk.runtime.db;
    const tried = await read
      .select()
      .from(attempts)
      .where(eq(attempts.submissionId, submissionId ?? ""))
      .orderBy(attempts.n);
    expect(tried.map((one) => one.state)).toEqual(["unknown", "accepted"]);
    expect(new Set(tried.map((one) => one.key)).size).toBe(1);
    expect(new Set(tried.map((one) => one.bodySha256)).size).toBe(1);
    expect((await submission(at, submissionId ?? "")).absences).toBeGreaterThanOrEqual(2);
    expect(created(at)).toHaveLength(1);
  });

  it("A3: a refused connection is proven unsent and goes again by itself", async () => {
    const at = await deskOnDebitDirect(before);
    const { submissionId } = await issue(at);
    await at.simulator.close();
    await sendSubmission(at.desk.as("finance"), submissionId ?? "");
    expect(await submission(at, submissionId ?? "")).toMatchObject({ state: "intended", tries: 1 });
  });

  it("P2: a sender that died after its permit leaves a row that is looked up and never sent again", async () => {
    const at = await deskOnDebitDirect(before);
    const { paymentId, submissionId } = await issue(at);
    // The provider has taken it and the sender's answer does not come: as good as dead, for as long as it waits.
    at.simulator.faults.arm({ kind: "hang", method: "POST", path: "/payments", times: 1 });
    const { read } = at.desk.runtime.db;
    const sending = sendSubmission(at.desk.as("finance"), submissionId ?? "");
    await until(async () => created(at).length === 1, breathe);
    expect(await submission(at, submissionId ?? "")).toMatchObject({ state: "in_flight" });
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(submissions).set({ leaseUntil: new Date(0) });
    });
    await workUntil(at, paymentId, "pending");
    expect(created(at)).toHaveLength(1);
    await sending;
    await workUntilClosed(at, submissionId ?? "");
    const tried = await read
      .select()
      .from(attempts)
      .where(eq(attempts.submissionId, submissionId ?? ""));
    expect(tried).toMatchObject([{ n: 1, state: "accepted" }]);
  }, 30_000);
});
