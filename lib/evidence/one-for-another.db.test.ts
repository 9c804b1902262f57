import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { agreements, mandates, tasks } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { inTransaction } from "@/db/transaction";
import { addAgreement } from "@/lib/connections/agreement";
import { findConnection } from "@/lib/connections/open-line";
import { cancelPayment } from "@/lib/payments/cancel";
import type { PaymentEvidence } from "@/lib/providers/contract";
import { workerCtx } from "@/lib/runtime";
import { lookUpSubmission } from "@/lib/submissions/look-up";
import { sendSubmission } from "@/lib/submissions/send";
import { API_KEY, type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, openTasks, paymentOf, pollReads, theirWords } from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import { admitEvidence } from "./admit";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const send = (id: string) => sendSubmission(at.desk.as("finance"), id);
const read = () => at.desk.runtime.db.read;
const strangers = () => read().select().from(tasks).where(like(tasks.kind, "payment_unknown%"));

async function handleOf(mandateId: string): Promise<string> {
  const [row] = await read().select().from(mandates).where(eq(mandates.id, mandateId));
  return row?.providerId ?? "";
}

/** A payment that somebody else makes at the provider, with our key and a reference of ours. */
async function madeElsewhere(mandate: string, reference: string): Promise<void> {
  const answer = await fetch(`${at.simulator.url}/payments`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${API_KEY}:`).toString("base64")}`,
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify({
      mandate,
      amount: 123_675,
      currency: "DKK",
      reference,
      paymentDate: "2026-12-01",
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

async function poll(): Promise<void> {
  await at.pass(6_000);
  await at.desk.work();
}

describe("two payments at the provider under one reference of ours", () => {
  it("A15: are not taken for one: the second is a task, and ours keeps its own", async () => {
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    const ours = await paymentOf(at.desk, paymentId);
    await madeElsewhere(await handleOf(at.mandateId), ours.reference);
    const before = (await strangers()).length;
    await poll();
    expect(await strangers()).toHaveLength(before + 1);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({
      state: "pending",
      providerId: ours.providerId,
    });
  });

  it("A15: both found by one look-up are not one either", async () => {
    const { paymentId, submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await send(submissionId);
    const { reference } = await paymentOf(at.desk, paymentId);
    await madeElsewhere(await handleOf(at.mandateId), reference);
    const before = (await strangers()).length;
    await until(
      async () => (await paymentOf(at.desk, paymentId)).sending === "none",
      async () => {
        await at.pass(5_000);
        await lookUpSubmission(workerCtx(at.desk.runtime, at.desk.creditorId), submissionId);
      },
    );
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
    expect(await strangers()).toHaveLength(before + 1);
  });

  it("A20: an older one under another mandate does not move ours, and is not found in its place", async () => {
    const signUp = { agreement: at.agreementHandle, customerNumber: "100240" };
    await control(at.simulator.url, "/_sim/mandates", signUp);
    await poll();
    const [other] = await read().select().from(mandates).where(eq(mandates.customerNumber, "100240"));
    const { paymentId, submissionId } = await issue(at, { reference: "INVOICE-7" });
    // Ours waits; only the inbox and the poll are at work.
    await madeElsewhere(other?.providerId ?? "", "INVOICE-7");
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/payments", times: 1 });
    await send(submissionId);
    await poll();
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "ready", providerId: null });
    await until(
      async () => (await paymentOf(at.desk, paymentId)).state === "pending",
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    const made = at.simulator.journal.filter((entry) => entry.effect?.endsWith("ref=INVOICE-7"));
    expect(made.map((one) => one.effect?.includes("payment.created"))).toEqual([true, true]);
    const { providerId } = await paymentOf(at.desk, paymentId);
    expect(made[1]?.answer).toContain(`"${providerId}"`);
  });
});

describe("money that moves there for a payment that is over here", () => {
  it.each(["cancelled", "rejected"] as const)("A13: settled there and %s here is a task", async (here) => {
    const { paymentId, submissionId } = await issue(at);
    if (here === "cancelled")
      await cancelPayment(at.desk.as("finance"), { paymentId, reason: "paid in cash" });
    else {
      const body = JSON.stringify({ title: "Mandate is not active.", traceId: "t-1" });
      at.simulator.faults.arm({
        kind: "status",
        method: "POST",
        path: "/payments",
        status: 422,
        body,
        times: 1,
      });
      await send(submissionId);
    }
    expect((await paymentOf(at.desk, paymentId)).state).toBe(here);
    await pollReads(at, [await theirWords(at, paymentId, { status: "Settled" })]);
    expect((await paymentOf(at.desk, paymentId)).state).toBe(here);
    expect((await openTasks(at.desk, paymentId)).filter((one) => one.kind === "mismatch")).toMatchObject([
      { role: "finance", params: { theirs: "settled" } },
    ]);
  });
});

describe("words of DebitDirect that say less than they seem", () => {
  it("a chargeback whose collection was never told ends as a chargeback, not as a rejection", async () => {
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    await pollReads(at, [await theirWords(at, paymentId, { status: "Chargeback", settlementDate: null })]);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "chargeback" });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "chargeback" }]);
  });

  it("a cancellation that is only asked for leaves a pending payment pending", async () => {
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    await pollReads(at, [await theirWords(at, paymentId, { status: "PendingCancel" })]);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending", unmapped: null });
  });
});

describe("a debit that the provider seems to have made by itself", () => {
  const theirs = (there: PaynlDesk, mandateProviderId: string, providerId: string): PaymentEvidence => ({
    about: "payment",
    word: "91",
    rule: "paynl.debit.91",
    at: there.desk.runtime.clock.now(),
    reason: null,
    ref: { providerId, mandateProviderId },
    state: "pending",
    providerId,
    amountMinor: 3_275,
    currency: "EUR",
    planned: null,
    scheduledOn: null,
    settledOn: null,
    test: null,
    madeByProvider: true,
  });

  it("is not adopted while one of ours of that amount is on its way: it may be that very one", async () => {
    const there = await deskOnPaynl("2026-11-19T09:00:00Z");
    const { db } = there.desk.runtime;
    const ctx = workerCtx(there.desk.runtime, there.desk.creditorId);
    const mandateId = await there.activeMandate();
    const code = (await there.readMandate(mandateId)).providerId ?? "";
    const connection = await findConnection(db.read, there.desk.creditorId, there.connectionId);
    const say = (providerId: string) =>
      inTransaction(db, (tx) =>
        admitEvidence(tx, ctx, connection, theirs(there, code, providerId), { message: async () => "msg_1" }),
      );
    const { submissionId } = await there.payment(mandateId, "32,75");
    there.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2/directdebits", times: 1 });
    there.open = false;
    await sendSubmission(there.desk.as("finance"), submissionId);
    expect((await say("IL-9000-0000-0001")).effect).toBe("waits for our own");
    expect(await there.paymentsOf(mandateId)).toHaveLength(2);
    await until(
      async () => (await there.paymentsOf(mandateId)).every((one) => one.sending === "none"),
      async () => {
        await there.pass(5_000);
        await there.desk.work();
      },
    );
    expect((await say("IL-9000-0000-0002")).effect).toBe("moved:receipt");
    expect(await there.paymentsOf(mandateId)).toHaveLength(3);
  });
});

describe("I11: a test and a live agreement of one scheme on one connection", () => {
  let agreementId = "";
  const live = async () => {
    const [row] = await read().select().from(agreements).where(eq(agreements.id, agreementId));
    if (!row) throw new Error("no agreement");
    return row;
  };
  beforeAll(async () => {
    const added = await addAgreement(at.desk.as("admin"), {
      connectionId: at.connectionId,
      values: {
        name: "Heat, live",
        scheme: "nets-bs",
        cvr_number: "13748136",
        pbs_number: "02056372",
        debtor_group: "00001",
        agreement_type: "standard",
        test: "false",
      },
    });
    agreementId = added.agreementId;
    await at.desk.work();
  });

  it("one that the provider has with the other flag is a task, and is not taken for usable", async () => {
    const said = { handle: (await live()).providerId, scheme: "nets-bs", state: "Active", test: true };
    const body = JSON.stringify({ results: [said], nextOffset: null, hasMore: false });
    const path = "/merchants/agreements";
    at.simulator.faults.arm({ kind: "status", method: "GET", path, status: 200, body, times: 1 });
    await poll();
    expect(await live()).toMatchObject({ state: "pending", test: false });
    expect(await openTasks(at.desk, (await live()).id)).toMatchObject([
      { kind: "mismatch", noun: "agreement", role: "admin", params: { theirs: "test" } },
    ]);
  });

  it("a mandate that names neither is tied to neither: a task for each customer number", async () => {
    const { providerId } = await live();
    await control(at.simulator.url, `/_sim/agreements/${providerId}/activate`);
    for (const customerNumber of ["100250", "100251"])
      await control(at.simulator.url, "/_sim/mandates", { agreement: providerId, customerNumber });
    await poll();
    expect(await live()).toMatchObject({ state: "active" });
    expect(await read().select().from(mandates).where(like(mandates.customerNumber, "10025%"))).toEqual([]);
    for (const customerNumber of ["100250", "100251"])
      expect(await openTasks(at.desk, `${at.connectionId}/${customerNumber}`)).toMatchObject([
        { kind: "mandate_without_agreement", params: { customerNumber } },
      ]);
  });
});
