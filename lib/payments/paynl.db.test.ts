import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { attempts, moves, payments, submissions, tasks } from "@/db/schema";
import { verifyAudit } from "@/lib/audit/verify";
import { paynl } from "@/lib/providers/paynl/module";
import { sendSubmission } from "@/lib/submissions/send";
import { sendAgain } from "@/lib/submissions/send-again";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";

vi.setConfig({ testTimeout: 30_000 });

/** A Thursday morning. */
const start = "2026-11-19T09:00:00Z";
const DAY = 86_400_000;

const movesOf = async (at: PaynlDesk, subjectId: string) =>
  (
    await at.desk.runtime.db.read
      .select()
      .from(moves)
      .where(eq(moves.subjectId, subjectId))
      .orderBy(moves.version)
  ).map((one) => one.move);

const openTasks = (at: PaynlDesk, subjectId: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));

async function payment(at: PaynlDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, id));
  if (!row) throw new Error("no payment");
  return row;
}

async function submission(at: PaynlDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(submissions).where(eq(submissions.id, id));
  if (!row) throw new Error("no submission");
  return row;
}

/** The judge of "was it taken twice". */
const createdFor = (at: PaynlDesk, reference: string) =>
  at.simulator.journal.filter((entry) => entry.effect?.includes(`ref=${reference}`));

async function workUntil(at: PaynlDesk, so: () => Promise<boolean>, stepMs: number): Promise<void> {
  await until(so, async () => {
    await at.pass(stepMs);
    await at.desk.work();
  });
}

describe("a flexible mandate at PAY.", () => {
  it("is pending until its first debit is collected, which is PAY.'s own and becomes a payment here", async () => {
    const at = await deskOnPaynl(start);
    const id = await at.mandate();
    const made = await at.readMandate(id);
    expect(made).toMatchObject({ state: "pending", sending: "none" });
    expect(made.mandateNumber).toMatch(/^IO-/);
    await at.pass(1_000);
    await at.desk.work();
    expect(await at.paymentsOf(id)).toMatchObject([
      { origin: "provider", state: "pending", amountMinor: 12_500, currency: "EUR", customerNumber: "471" },
    ]);
    await workUntil(at, async () => (await at.readMandate(id)).state === "active", DAY / 2);
    const [first, ...others] = await at.paymentsOf(id);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ state: "settled", origin: "provider" });
    expect(await movesOf(at, first?.id ?? "")).toEqual(["receipt", "schedule", "settle"]);
    expect(await movesOf(at, id)).toEqual(["receipt", "activate"]);
    expect(await verifyAudit(at.desk.runtime.db, at.desk.creditorId)).toMatchObject({ brokenAt: null });
  });

  it("fails when its first debit is refused, and says why", async () => {
    const at = await deskOnPaynl(start);
    const id = await at.mandate({ iban: "NL95BUNQ0000000004" });
    await workUntil(at, async () => (await at.readMandate(id)).state !== "pending", DAY);
    expect(await at.readMandate(id)).toMatchObject({ state: "failed", reasonCode: "115" });
    expect(await at.paymentsOf(id)).toMatchObject([{ state: "rejected", reasonCode: "115" }]);
    expect(await openTasks(at, id)).toMatchObject([{ kind: "mandate_failed" }]);
  });

  it("takes further payments: one refused in the bank's words, one collected and taken back", async () => {
    const at = await deskOnPaynl(start);
    const mandateId = await at.activeMandate();
    const refused = await at.payment(mandateId, "32,01");
    const returned = await at.payment(mandateId, "48,02");
    for (const one of [refused, returned]) await sendSubmission(at.desk.as("finance"), one.submissionId);
    expect((await payment(at, refused.paymentId)).state).toBe("pending");

    await workUntil(at, async () => (await payment(at, refused.paymentId)).state === "rejected", 3 * DAY);
    const rejected = await payment(at, refused.paymentId);
    expect(rejected).toMatchObject({ reasonCode: "109", settledOn: null });
    expect(paynl.reasons[rejected.reasonCode ?? ""]?.class).toBe("soft");
    expect(await openTasks(at, refused.paymentId)).toMatchObject([
      { kind: "payment_rejected", role: "finance", amountMinor: 3_201, currency: "EUR" },
    ]);

    await workUntil(at, async () => (await payment(at, returned.paymentId)).state === "settled", 3 * DAY);
    expect((await payment(at, returned.paymentId)).reversibleUntil).not.toBeNull();
    await workUntil(at, async () => (await payment(at, returned.paymentId)).state === "chargeback", 4 * DAY);
    expect(await movesOf(at, returned.paymentId)).toEqual(["receipt", "schedule", "settle", "give_back"]);
    expect(await payment(at, returned.paymentId)).toMatchObject({ reasonCode: "286", origin: "desk" });
    // One refused and one returned debit leave the mandate as it is.
    expect((await at.readMandate(mandateId)).state).toBe("active");
  });

  it("is not charged before its first debit, and never when PAY. plans it by itself", async () => {
    const at = await deskOnPaynl(start);
    const flexible = await at.mandate();
    await expect(at.payment(flexible, "10,00")).rejects.toMatchObject({
      code: "mandate_not_usable",
      says: { en: expect.stringContaining("first debit") },
    });
    const series = await at.mandate({ type: "RECURRING", quantity: "2" });
    await expect(at.payment(series, "10,00")).rejects.toMatchObject({ code: "mandate_not_usable" });
  });
});

describe("a recurring mandate at PAY.", () => {
  it("plans its own debits; each becomes a payment here, and after the last one it has ended", async () => {
    const at = await deskOnPaynl(start);
    const id = await at.mandate({ type: "RECURRING", quantity: "3", amount: "20,00" });
    await workUntil(at, async () => (await at.readMandate(id)).state === "active", 6 * DAY);
    await workUntil(at, async () => (await at.readMandate(id)).state === "ended", 12 * DAY);
    expect(await at.readMandate(id)).toMatchObject({ endedBy: "expiry" });
    const made = await at.paymentsOf(id);
    expect(made.map((one) => [one.origin, one.state, one.amountMinor])).toEqual(
      Array.from({ length: 3 }, () => ["provider", "settled", 2_000]),
    );
    expect(new Set(made.map((one) => one.planned?.slice(0, 7))).size).toBe(3);
    // Nothing of it was sent by us but the mandate.
    expect(await at.desk.runtime.db.read.select().from(submissions)).toHaveLength(1);
  });
});

describe("a payment whose answer is lost", () => {
  it("A2: is looked up by its reference, and there is one debit", async () => {
    const at = await deskOnPaynl(start);
    const { paymentId, submissionId } = await at.payment(await at.activeMandate(), "32,75");
    at.open = false;
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2/directdebits", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    expect(await payment(at, paymentId)).toMatchObject({ state: "ready", sending: "unknown" });
    expect(await openTasks(at, paymentId)).toMatchObject([{ kind: "unknown_outcome" }]);
    await workUntil(at, async () => (await submission(at, submissionId)).closedAt !== null, 5_000);
    const found = await payment(at, paymentId);
    expect(found).toMatchObject({ state: "pending", sending: "none" });
    expect(found.providerId).toMatch(/^IL-/);
    expect(await submission(at, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    expect(createdFor(at, found.reference)).toHaveLength(1);
    expect(await openTasks(at, paymentId)).toEqual([]);
  });

  it("A1: is never sent again by itself; an approver who did not make it may, once it was absent twice", async () => {
    const at = await deskOnPaynl(start);
    const { paymentId, submissionId } = await at.payment(await at.activeMandate(), "32,75");
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/v2/directdebits", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const approver = at.desk.as("finance", { approver: true, name: "Carla" });
    await expect(sendAgain(approver, submissionId)).rejects.toMatchObject({ code: "move_not_allowed" });
    await workUntil(
      at,
      async () => (await openTasks(at, paymentId)).some((one) => one.kind === "send_again"),
      5_000,
    );
    const waiting = await submission(at, submissionId);
    expect(waiting).toMatchObject({ state: "unknown", nextAt: null, tries: 1 });
    expect(waiting.absences).toBeGreaterThanOrEqual(2);
    const { reference } = await payment(at, paymentId);
    expect(createdFor(at, reference)).toEqual([]);

    const maker = at.desk.as("finance", { approver: true });
    await expect(sendAgain(maker, submissionId)).rejects.toMatchObject({ code: "not_permitted" });
    await sendAgain(approver, submissionId);
    await workUntil(at, async () => (await submission(at, submissionId)).closedAt !== null, 5_000);
    const tried = await at.desk.runtime.db.read
      .select()
      .from(attempts)
      .where(eq(attempts.submissionId, submissionId))
      .orderBy(attempts.n);
    expect(tried.map((one) => one.state)).toEqual(["unknown", "accepted"]);
    expect(new Set(tried.map((one) => one.bodySha256)).size).toBe(1);
    expect(createdFor(at, reference)).toHaveLength(1);
    expect(await openTasks(at, paymentId)).toEqual([]);
  });

  it("A4, A5: a 500 is unknown and looked up, a 429 waits and goes by itself", async () => {
    const at = await deskOnPaynl(start);
    const mandateId = await at.activeMandate();
    const failing = await at.payment(mandateId, "10,06");
    const limited = await at.payment(mandateId, "10,07");
    await sendSubmission(at.desk.as("finance"), failing.submissionId);
    expect((await submission(at, failing.submissionId)).state).toBe("unknown");
    await sendSubmission(at.desk.as("finance"), limited.submissionId);
    expect(await submission(at, limited.submissionId)).toMatchObject({ state: "intended", tries: 1 });
    await workUntil(at, async () => (await payment(at, limited.paymentId)).state === "pending", 20_000);
    expect(await submission(at, limited.submissionId)).toMatchObject({ state: "confirmed", tries: 3 });
    expect(createdFor(at, (await payment(at, limited.paymentId)).reference)).toHaveLength(1);
  });
});
