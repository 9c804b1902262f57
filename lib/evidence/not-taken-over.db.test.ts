import { and, eq, like } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { mandates, moves, payments, submissions, tasks } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { createPayment } from "@/lib/payments/create";
import { sendSubmission } from "@/lib/submissions/send";
import { API_KEY, type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import type { TestDesk } from "@/lib/testing/desk";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { until } from "@/lib/testing/until";

vi.setConfig({ testTimeout: 30_000 });

const before = "2026-11-20T09:00:00Z";
const values = { amount: "1.236,75", text: "Heat December", due: "2026-12-01" };

async function issue(at: DebitDirectDesk): Promise<{ paymentId: string; submissionId: string }> {
  const made = await createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values,
    despiteDuplicate: false,
  });
  return { paymentId: made.paymentId, submissionId: made.submissionId ?? "" };
}

async function payment(at: DebitDirectDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, id));
  if (!row) throw new Error("no payment");
  return row;
}

const openTasks = (desk: TestDesk, subjectId: string) =>
  desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));

/** A payment that the provider has, and its own words about it, changed as a test says. */
async function issuedThenSaid(change: object) {
  const at = await deskOnDebitDirect(before);
  const { paymentId, submissionId } = await issue(at);
  await sendSubmission(at.desk.as("finance"), submissionId);
  const answer = at.simulator.journal.findLast(
    (entry) => entry.method === "POST" && entry.path === "/payments",
  );
  const said = { ...JSON.parse(answer?.answer ?? "{}"), ...change };
  const body = JSON.stringify({ results: [said], nextOffset: null, hasMore: false });
  at.simulator.faults.arm({ kind: "status", method: "GET", path: "/payments", status: 200, body, times: 1 });
  await at.pass(6_000);
  await at.desk.work();
  expect(at.simulator.faults.list()).toEqual([]);
  return { at, paymentId };
}

describe("what the provider says of a payment that is not ours as it stands", () => {
  it.each([
    ["I11: live instead of test", { test: false, status: "Settled" }, "live"],
    ["A13: another amount", { amount: 9_900_000, status: "Settled" }, "amount 9900000"],
    ["A13: an amount of a hundredth", { amount: 1_236, status: "Pending" }, "amount 1236"],
    ["A13: another currency", { currency: "SEK", status: "Settled" }, "SEK"],
  ])("%s: a task for finance, and nothing is taken over", async (_what, change, theirs) => {
    const { at, paymentId } = await issuedThenSaid(change);
    expect(await payment(at, paymentId)).toMatchObject({
      state: "pending",
      amountMinor: 123_675,
      currency: "DKK",
      test: true,
      settledOn: null,
    });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([
      { kind: "mismatch", role: "finance", params: { theirs }, amountMinor: 123_675 },
    ]);
  });

  it("I11: is not taken over either when the very first answer has another flag", async () => {
    const at = await deskOnDebitDirect(before);
    const { paymentId, submissionId } = await issue(at);
    const { reference } = await payment(at, paymentId);
    const [mandate] = await at.desk.runtime.db.read
      .select()
      .from(mandates)
      .where(eq(mandates.id, at.mandateId));
    const body = JSON.stringify({
      handle: "pay_notours",
      reference,
      amount: 123_675,
      currency: "DKK",
      status: "Pending",
      test: false,
      mandate: { handle: mandate?.providerId },
    });
    at.simulator.faults.arm({
      kind: "status-after",
      method: "POST",
      path: "/payments",
      status: 200,
      body,
      times: 1,
    });
    await sendSubmission(at.desk.as("finance"), submissionId);
    expect(await payment(at, paymentId)).toMatchObject({ state: "ready", providerId: null });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "mismatch" }]);
    const [sent] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(eq(submissions.id, submissionId));
    // Never sent again by itself: the provider has something under our reference.
    expect(sent?.state).toBe("confirmed");
  });

  it("A7: a status word nobody knows leaves the state as it was and asks a person, until a known one comes", async () => {
    const { at, paymentId } = await issuedThenSaid({ status: "Frozen" });
    expect(await payment(at, paymentId)).toMatchObject({ state: "pending", unmapped: "Frozen" });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([
      { kind: "unmapped_word", params: { word: "Frozen" } },
    ]);
    await at.moveTo("2026-11-24T12:00:00Z");
    await until(
      async () => (await payment(at, paymentId)).state === "scheduled",
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    expect(await payment(at, paymentId)).toMatchObject({ unmapped: null });
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });

  it.each([
    ["a number as text", { amount: "123675", status: "8" }, "settled"],
    ["no amount at all", { amount: null, status: "Settled" }, "settled"],
    ["more fields than before", { status: "Settled", fees: [{ amount: 1 }] }, "settled"],
    ["a status that is an object", { status: { name: "Settled" } }, "pending"],
    ["no status", { status: undefined }, "pending"],
  ])("A7, O9: %s is read for what it proves, and no more", async (_what, change, state) => {
    const { at, paymentId } = await issuedThenSaid(change);
    expect((await payment(at, paymentId)).state).toBe(state);
  });

  it("A15: one that we never issued is a task, and not a payment of ours", async () => {
    const at = await deskOnDebitDirect(before);
    const [mandate] = await at.desk.runtime.db.read
      .select()
      .from(mandates)
      .where(eq(mandates.id, at.mandateId));
    const answer = await fetch(`${at.simulator.url}/payments`, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${API_KEY}:`).toString("base64")}`,
        "content-type": "application/json",
        "idempotency-key": crypto.randomUUID(),
      },
      body: JSON.stringify({
        mandate: mandate?.providerId,
        amount: 5_000,
        currency: "DKK",
        reference: "made elsewhere",
        paymentDate: "2026-12-01",
      }),
    });
    expect(answer.status).toBe(200);
    await at.pass(6_000);
    await at.desk.work();
    const { read } = at.desk.runtime.db;
    expect(await read.select().from(payments)).toEqual([]);
    expect(await read.select().from(tasks).where(like(tasks.kind, "payment_unknown%"))).toMatchObject([
      { role: "finance", params: { reference: "made elsewhere" } },
    ]);
  });
});

describe("what the provider says of a mandate", () => {
  it("A7: in a word nobody knows leaves it pending and asks an admin", async () => {
    const at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
    const { mandateId, submissionId } = await at.mandate("0040 0440116243");
    await sendSubmission(at.desk.as("agent"), submissionId);
    const { read } = at.desk.runtime.db;
    const now = async () => {
      const [row] = await read.select().from(mandates).where(eq(mandates.id, mandateId));
      return row;
    };
    const key = (await now())?.requestKey;
    at.simulator.faults.arm({
      kind: "status",
      method: "POST",
      status: 200,
      body: JSON.stringify([{ uuid: key, statusCode: "PARKED", mandateId: "123456789" }]),
      times: 1,
    });
    await at.pass(6_000);
    await at.desk.work();
    expect(await now()).toMatchObject({ state: "pending", unmapped: "PARKED", mandateNumber: null });
    expect(await openTasks(at.desk, mandateId)).toMatchObject([{ kind: "unmapped_word", role: "admin" }]);
    expect(await read.select().from(moves).where(eq(moves.subjectId, mandateId))).toHaveLength(1);
  });

  it("A20: about another request is not applied to ours", async () => {
    const at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
    const { mandateId, submissionId } = await at.mandate("0040 0440116243");
    const other = { uuid: crypto.randomUUID(), statusCode: "VALIDATED", mandateId: "123456789" };
    at.simulator.faults.arm({
      kind: "status-after",
      method: "POST",
      status: 201,
      body: JSON.stringify(other),
      times: 1,
    });
    await sendSubmission(at.desk.as("agent"), submissionId);
    const [row] = await at.desk.runtime.db.read.select().from(mandates).where(eq(mandates.id, mandateId));
    expect(row).toMatchObject({ state: "draft", sending: "unknown", mandateNumber: null });
    await control(at.simulator.url, "/_sim/publish");
    await until(
      async () => {
        const [now] = await at.desk.runtime.db.read.select().from(mandates).where(eq(mandates.id, mandateId));
        return now?.state === "active";
      },
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
  });
});
