import { beforeAll, describe, expect, it, vi } from "vitest";
import * as debtorRoute from "@/app/api/v1/debtors/[id]/answer/route";
import * as mandateRoute from "@/app/api/v1/mandates/[id]/answer/route";
import * as paymentRoute from "@/app/api/v1/payments/[id]/answer/route";
import {
  getDebtorAnswerEndpoint,
  getMandateAnswerEndpoint,
  getPaymentAnswerEndpoint,
} from "@/lib/api/endpoints/answers";
import { ask, foreignKeyOn, keyOn } from "@/lib/api/testing";
import { createDebtor } from "@/lib/debtors/create";
import { recordEnd } from "@/lib/mandates/record-end";
import { cancelPayment } from "@/lib/payments/cancel";
import { freezeRun } from "@/lib/runs/freeze";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue } from "@/lib/testing/debitdirect-payments";
import { built, fileFor } from "@/lib/testing/runs";
import { toldEnd } from "@/lib/testing/told-end";
import { debtorAnswer, mandateAnswer } from "./of-debtor";
import { paymentAnswer } from "./of-payments";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
/** The payment of the first story. */
let paymentId: string;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const reader = () => at.desk.as("auditor");

/** The phone rings again and again about one customer; each answer is read from the database as it then is. */
describe("why a customer's heat was not collected", () => {
  it("follows the truth from nothing asked, through a run, a lost answer and a cancellation, to the end of the mandate", async () => {
    const asked = () => debtorAnswer(reader(), at.debtorId);
    expect(await asked()).toMatchObject({
      code: "nothing_asked",
      about: { noun: "mandate", id: at.mandateId },
      next: [{ code: "new_payment" }],
    });

    const runId = await built(at, fileFor(["100234"], "WHY"), "December");
    await freezeRun(at.desk.as("finance"), runId);
    expect(await asked()).toMatchObject({
      code: "run_waits_approval",
      about: { noun: "run", id: runId },
      next: [{ code: "approve_run", permission: "runs.approve" }],
    });

    await at.pass(60_000);
    const issued = await issue(at);
    const { submissionId } = issued;
    paymentId = issued.paymentId;
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const lost = await asked();
    expect(lost).toMatchObject({
      code: "payment_unknown",
      about: { noun: "payment", id: paymentId },
      next: [{ code: "check" }, { code: "decide" }],
    });
    const ago = at.desk.runtime.clock.now().getTime() - (lost.since?.getTime() ?? 0);
    expect(ago).toBeGreaterThanOrEqual(0);
    expect(ago).toBeLessThan(60_000);
    expect(await mandateAnswer(reader(), at.mandateId)).toEqual(lost);
    expect(await paymentAnswer(reader(), paymentId)).toEqual(lost);

    await at.pass(5_000);
    await at.desk.work();
    expect(await asked()).toMatchObject({ code: "payment_pending", about: { id: paymentId } });

    const second = await issue(at, { amount: "80,00" });
    await cancelPayment(at.desk.as("finance"), { paymentId: second.paymentId, reason: "paid by card" });
    expect(await paymentAnswer(reader(), second.paymentId)).toMatchObject({
      code: "payment_cancelled_here",
      params: { by: "finance", reason: "paid by card" },
    });
    // What is on its way is the better answer to a question about the customer.
    expect(await asked()).toMatchObject({ code: "payment_pending", about: { id: paymentId } });

    await at.pass(60_000);
    await recordEnd(at.desk.as("agent"), toldEnd([at.mandateId], { note: "has sold the house" }));
    const gone = await asked();
    expect(gone).toMatchObject({
      code: "payment_pending",
      also: [{ code: "mandate_gone" }, { code: "test" }],
    });
  });

  it("says of a customer without a mandate that there is none", async () => {
    const id = await createDebtor(at.desk.as("agent"), {
      kind: "person",
      name: "Bo Storm",
      customer_number: "70001",
    });
    expect(await debtorAnswer(reader(), id)).toMatchObject({
      code: "mandate_none",
      params: { name: "Bo Storm" },
    });
  });
});

describe("the answer through the API", () => {
  it("has the code, the sentence in the language asked for, and who may take the next step", async () => {
    const key = await keyOn(at.desk, "auditor");
    const of = (id: string, query = "") => ({ key, params: { id }, query });
    const english = await ask(getPaymentAnswerEndpoint, paymentRoute.GET, of(paymentId));
    expect(english.json).toMatchObject({
      about: { noun: "payment", id: paymentId },
      code: "payment_pending",
      text: expect.stringMatching(/^It is not its day yet/),
    });
    const danish = await ask(getPaymentAnswerEndpoint, paymentRoute.GET, of(paymentId, "language=da"));
    expect(danish.json).toMatchObject({
      code: english.json.code,
      text: expect.stringMatching(/^Dens dag er ikke kommet/),
    });
    const debtor = await ask(getDebtorAnswerEndpoint, debtorRoute.GET, of(at.debtorId));
    expect(debtor.status).toBe(200);
    const mandate = await ask(getMandateAnswerEndpoint, mandateRoute.GET, of(at.mandateId));
    expect(mandate.json).toMatchObject({ next: expect.any(Array) });
    const wrong = await ask(getPaymentAnswerEndpoint, paymentRoute.GET, of(paymentId, "language=fr"));
    expect(wrong.status).toBe(422);
  });

  it("is not there for another creditor", async () => {
    const key = await foreignKeyOn(at.desk, "auditor");
    for (const [endpoint, route, id] of [
      [getDebtorAnswerEndpoint, debtorRoute.GET, at.debtorId],
      [getMandateAnswerEndpoint, mandateRoute.GET, at.mandateId],
    ] as const)
      expect((await ask(endpoint, route, { key, params: { id } })).status).toBe(404);
  });
});
