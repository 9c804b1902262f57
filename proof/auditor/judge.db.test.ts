import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { messages } from "@/db/schema";
import { findConnection } from "@/lib/connections/open-line";
import { receiveMessage } from "@/lib/inbox/receive";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { assume, issue, workUntilClosed } from "@/lib/testing/debitdirect-payments";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import { judge } from "./judge";
import { readDesk } from "./read-desk";
import { readJournals } from "./read-journal";
import type { Violation } from "./rows";
import { type Books, lies, one } from "./testing/lies";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const violations = (books: Books): Violation[] =>
  judge(books.desk, books.provider, { settled: true, now: books.now });

/** A desk on which everything a payment may go through has happened: what is planted below must stand out. */
async function live(at: DebitDirectDesk): Promise<void> {
  const finance = at.desk.as("finance");
  const send = (id: string) => sendSubmission(finance, id);
  const cut = (kind: "cut-before" | "cut-after") =>
    at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });

  const settled = await issue(at, { due: "2026-12-01" });
  await send(settled.submissionId);
  cut("cut-after");
  const found = await issue(at);
  await send(found.submissionId);
  await workUntilClosed(at, found.submissionId);
  await assume(at, { visibility_delay_seconds: "10" });
  cut("cut-before");
  const repeated = await issue(at);
  await send(repeated.submissionId);
  await workUntilClosed(at, repeated.submissionId);
  const given = await issue(at);
  await cancelPayment(finance, { paymentId: given.paymentId, reason: "wrong bill" });
  const refused = await issue(at);
  const refusal = { status: 422, body: JSON.stringify({ message: "not like this" }) };
  at.simulator.faults.arm({ kind: "status", method: "POST", path: "/payments", times: 1, ...refusal });
  await send(refused.submissionId);
  await workUntilClosed(at, refused.submissionId);
  await stopMandate(finance, { mandateId: at.mandateId, act: "suspend", reason: "a dispute" });
  await stopMandate(finance, { mandateId: at.mandateId, act: "resume", reason: "" });
  const worker = workerCtx(at.desk.runtime, at.desk.creditorId);
  const connection = await findConnection(worker.db.read, at.desk.creditorId, at.connectionId);
  const event = {
    objectType: "payment",
    eventType: "updated",
    timeStamp: "2026-11-20T09:00:00.0Z",
    data: "x",
  };
  await receiveMessage(worker, connection, {
    method: "POST",
    query: {},
    headers: { "content-type": "application/json" },
    body: new TextEncoder().encode(JSON.stringify(event)),
  });
  await at.moveTo("2026-12-02T12:00:00Z");
  await at.desk.work();
  await at.desk.work();
}

let books: Books;
beforeAll(async () => {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  await live(at);
  books = {
    desk: await readDesk(at.desk.runtime.db.read),
    provider: readJournals({ debitdirect: at.simulator.journal }),
    now: at.desk.runtime.clock.now(),
  };
});

describe("the auditor", () => {
  it("finds nothing in sound books", () => {
    expect(books.desk.payments.map((row) => row.state).sort()).toEqual([
      "cancelled",
      "rejected",
      "settled",
      "settled",
      "settled",
    ]);
    expect(violations(books)).toEqual([]);
  });

  it.each(lies)("%s: finds %s", (invariant, _what, plant) => {
    const spoilt = structuredClone(books);
    plant(spoilt);
    expect(violations(spoilt).map((row) => row.invariant)).toContain(invariant);
  });

  it("leaves it to the person who said that a payment did not arrive, and gave it up", () => {
    const spoilt = structuredClone(books);
    const payment = one(spoilt.desk.payments, (row) => row.state === "cancelled");
    const intent = one(spoilt.desk.submissions, (row) => row.subjectId === payment.id);
    Object.assign(intent, { resolution: "did_not_happen", resolvedBy: "Else" });
    const debit = one(spoilt.provider.effects, (row) => row.kind === "debit.created");
    const { amountMinor, currency, reference: ours } = payment;
    spoilt.provider.effects.push({ ...debit, id: "arrived", ours, amountMinor, currency });
    expect(violations(spoilt)).toEqual([]);
    Object.assign(intent, { resolvedBy: null });
    expect(violations(spoilt).map((row) => row.invariant)).toContain("I1");
  });

  it("asks only for what must hold at every moment while work is under way", () => {
    const early = structuredClone(books);
    const message = one(early.desk.messages, (row) => row.direction === "in");
    Object.assign(message, { state: "waiting", appliedAt: null, nextAt: early.now });
    expect(judge(early.desk, early.provider, { settled: false, now: early.now })).toEqual([]);
  });

  it("reads the journals of Betalingsservice and of PAY. too", async () => {
    const bs = await deskOnBetalingsservice("2026-11-10T09:00:00Z");
    const { submissionId } = await bs.mandate("3199 1234560000");
    await sendSubmission(bs.desk.as("agent"), submissionId);
    const pay = await deskOnPaynl("2026-11-10T09:00:00Z");
    const mandateId = await pay.activeMandate();
    // What arrives now would come after the look at the books, or before it.
    pay.open = false;
    const second = await pay.payment(mandateId, "12,50");
    await sendSubmission(pay.desk.as("finance"), second.submissionId);
    const waits = () => pay.desk.runtime.db.read.select().from(messages).where(eq(messages.state, "waiting"));
    await until(
      async () => (await waits()).length === 0,
      async () => {
        await pay.pass(5_000);
        await pay.desk.work();
      },
    );
    for (const [at, name, kinds] of [
      [bs, "mastercard-bs", ["mandate.created"]],
      [pay, "paynl", ["mandate.created", "debit.created", "debit.created"]],
    ] as const) {
      const read = {
        desk: await readDesk(at.desk.runtime.db.read),
        provider: readJournals({ [name]: at.simulator.journal }),
        now: at.desk.runtime.clock.now(),
      };
      expect(read.provider.effects.map((row) => row.kind)).toEqual(kinds);
      expect(violations(read)).toEqual([]);
      read.provider.effects.push(...structuredClone(read.provider.effects));
      expect(violations(read).map((row) => row.invariant)).toContain("I1");
    }
  });
});
