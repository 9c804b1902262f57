import { beforeAll, describe, expect, it, vi } from "vitest";
import { inTransaction } from "@/db/transaction";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, openTasks, paymentOf, pollReads, theirWords } from "@/lib/testing/debitdirect-payments";
import { patchPayment } from "./door";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

async function sent(): Promise<string> {
  const { paymentId, submissionId } = await issue(at);
  await sendSubmission(at.desk.as("finance"), submissionId);
  return paymentId;
}

/** What the provider says next of a payment. */
const says = async (paymentId: string, words: object) =>
  pollReads(at, [await theirWords(at, paymentId, words)]);

describe("the door of payments", () => {
  it("A7: takes “rejected” of money that was collected for a chargeback", async () => {
    const paymentId = await sent();
    await says(paymentId, { status: "Settled" });
    await says(paymentId, { status: "Rejected" });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "chargeback" });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "chargeback" }]);
  });

  it.each([
    ["amount", { amount: 99_900 }, "amount 99900"],
    ["currency", { currency: "EUR" }, "EUR"],
    ["test flag", { test: false }, "live"],
  ])(
    "A13, I11: lets nothing in about a payment of another %s, and shows it to a person",
    async (_, theirs, said) => {
      const paymentId = await sent();
      const before = await paymentOf(at.desk, paymentId);
      await says(paymentId, { ...theirs, status: "Settled" });
      expect(await paymentOf(at.desk, paymentId)).toMatchObject({
        state: before.state,
        version: before.version,
        amountMinor: before.amountMinor,
      });
      expect(await openTasks(at.desk, paymentId)).toMatchObject([
        { kind: "mismatch", params: { theirs: said } },
      ]);
    },
  );

  it("I7: writes nothing for somebody who read the payment before it moved", async () => {
    const paymentId = await sent();
    const read = await paymentOf(at.desk, paymentId);
    await says(paymentId, { status: "Settled" });
    const { runtime, creditorId } = at.desk;
    const late = inTransaction(runtime.db, (tx) =>
      patchPayment(tx, workerCtx(runtime, creditorId), read, { unmapped: "Lost" }),
    );
    await expect(late).rejects.toMatchObject({ code: "changed_meanwhile" });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "settled", unmapped: null });
  });
});
