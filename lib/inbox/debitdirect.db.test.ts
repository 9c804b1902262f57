import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { connections, mandates, moves, payments, tasks } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { findConnection } from "@/lib/connections/open-line";
import { createDebtor } from "@/lib/debtors/create";
import { linkMandate } from "@/lib/mandates/link";
import { createPayment } from "@/lib/payments/create";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { applyAll, inbox, listening } from "@/lib/testing/debitdirect-events";
import { until } from "@/lib/testing/until";
import { receiveMessage } from "./receive";

vi.setConfig({ testTimeout: 30_000 });

const before = "2026-11-20T09:00:00Z";

const settings = (at: DebitDirectDesk, of: object) => control(at.simulator.url, "/_sim/settings", of);

async function issue(at: DebitDirectDesk, amount: string): Promise<string> {
  const { paymentId, submissionId } = await createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values: { amount, text: "Heat December", due: "2026-12-01" },
    despiteDuplicate: false,
  });
  await sendSubmission(at.desk.as("finance"), submissionId ?? "");
  return paymentId;
}

async function payment(at: DebitDirectDesk, id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, id));
  if (!row) throw new Error("no payment");
  return row;
}

const openTasks = (at: DebitDirectDesk, subjectId: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));

describe("web events of DebitDirect", () => {
  it.each(["handle", "json-text", "object"])(
    "lead to the payment and the mandate when their data is a %s, without a poll",
    async (dataForm) => {
      const at = await deskOnDebitDirect(before);
      await listening(at);
      await settings(at, { dataForm });
      const id = await issue(at, "812,66");
      await at.moveTo("2026-12-02T12:00:00Z");
      await applyAll(at);
      expect(await payment(at, id)).toMatchObject({ state: "settled", settledOn: "2026-12-01" });
      await at.moveTo("2026-12-07T12:00:00Z");
      await applyAll(at);
      expect((await payment(at, id)).state).toBe("chargeback");

      const signUp = { agreement: at.agreementHandle, customerNumber: "100235" };
      await createDebtor(at.desk.as("agent"), {
        kind: "person",
        name: "Bent Berg",
        customer_number: "100235",
      });
      await control(at.simulator.url, "/_sim/mandates", signUp);
      await applyAll(at);
      const found = await at.desk.runtime.db.read
        .select()
        .from(mandates)
        .where(eq(mandates.customerNumber, "100235"));
      expect(found).toMatchObject([{ state: "active", debtorName: "Bent Berg" }]);
      for (const one of await inbox(at))
        expect(one).toMatchObject({ state: "done", authenticity: "unsigned", tries: 0 });
    },
  );

  it("W1, W2: in any order and five times each have one effect", async () => {
    const at = await deskOnDebitDirect(before);
    await listening(at);
    await settings(at, { eventCopies: 5, eventOrder: "reversed" });
    const id = await issue(at, "812,66");
    await at.moveTo("2026-12-07T12:00:00Z");
    await applyAll(at);
    const story = await at.desk.runtime.db.read
      .select()
      .from(moves)
      .where(eq(moves.subjectId, id))
      .orderBy(moves.version);
    expect(story.map((one) => one.move)).toEqual(["receipt", "give_back"]);
    const kept = await inbox(at);
    expect(kept.map((one) => one.repeats)).toEqual(kept.map(() => 4));
  });

  it("bring the reason of a rejection, read from the payment itself", async () => {
    const at = await deskOnDebitDirect(before);
    await listening(at);
    const id = await issue(at, "100,13");
    await at.moveTo("2026-12-02T12:00:00Z");
    await applyAll(at);
    expect(await payment(at, id)).toMatchObject({
      state: "rejected",
      reasonText: "Ikke dækning på kontoen",
    });
    expect(await openTasks(at, id)).toMatchObject([{ kind: "payment_rejected" }]);
  });

  it("W9: that never come are made up for by polling, reasons included", async () => {
    const at = await deskOnDebitDirect(before);
    await listening(at);
    await settings(at, { loseEvents: 1 });
    const [rejected, collected] = [await issue(at, "100,13"), await issue(at, "250,00")];
    await at.moveTo("2026-12-02T12:00:00Z");
    await until(
      async () => (await payment(at, rejected)).reasonText !== null,
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    expect(await inbox(at)).toEqual([]);
    expect(await payment(at, collected)).toMatchObject({ state: "settled", settledOn: "2026-12-01" });
    expect(await payment(at, rejected)).toMatchObject({
      state: "rejected",
      reasonText: "Ikke dækning på kontoen",
    });
  });

  it("are noted on the connection, and an unreadable one is kept and does no harm", async () => {
    const at = await deskOnDebitDirect(before);
    const { runtime, creditorId } = at.desk;
    const connection = await findConnection(runtime.db.read, creditorId, at.connectionId);
    for (const body of [[0xff, 0xfe, 0x00], [0x7b], []])
      expect(
        await receiveMessage(workerCtx(runtime, creditorId), connection, {
          method: "POST",
          query: {},
          headers: {},
          body: new Uint8Array(body),
        }),
      ).toMatchObject({ reply: { status: 200 } });
    await applyAll(at);
    expect((await inbox(at)).map((one) => one.state)).toEqual(["done", "done", "done"]);
    const [row] = await runtime.db.read.select().from(connections).where(eq(connections.id, at.connectionId));
    expect(row?.lastEventAt).not.toBeNull();
  });
});

describe("a mandate that no debtor of ours fits", () => {
  it("is kept and shown to an agent, who ties it to its debtor by choice", async () => {
    const at = await deskOnDebitDirect(before);
    const { read } = at.desk.runtime.db;
    await control(at.simulator.url, "/_sim/mandates", {
      agreement: at.agreementHandle,
      customerNumber: "0100999",
    });
    const found = async () => {
      const [row] = await read.select().from(mandates).where(eq(mandates.customerNumber, "0100999"));
      return row;
    };
    await until(
      async () => (await found()) !== undefined,
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    const mandateId = (await found())?.id ?? "";
    expect(await found()).toMatchObject({ state: "active", debtorId: null });
    expect(await openTasks(at, mandateId)).toMatchObject([
      { kind: "mandate_without_debtor", role: "agent", params: { customerNumber: "0100999" } },
    ]);

    const debtorId = await createDebtor(at.desk.as("agent"), {
      kind: "person",
      name: "Carl Carlsen",
      customer_number: "100999",
    });
    // Another number but for its zeros: only a person may say that it is the same debtor.
    await at.pass(10_000);
    await at.desk.work();
    expect(await found()).toMatchObject({ debtorId: null });
    await linkMandate(at.desk.as("agent"), { mandateId, debtorId });
    expect(await found()).toMatchObject({ debtorId, debtorName: "Carl Carlsen" });
    expect(await openTasks(at, mandateId)).toEqual([]);
    await expect(
      linkMandate(at.desk.as("agent"), { mandateId, debtorId: at.debtorId }),
    ).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
  });
});
