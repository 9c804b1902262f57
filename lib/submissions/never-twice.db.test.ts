import { beforeAll, describe, expect, it, vi } from "vitest";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  assume,
  createdFor,
  issue,
  openTasks,
  paymentOf,
  proveAbsent,
  simulate,
  submissionOf,
  triesOf,
  whileUnreachable,
  workUntilClosed,
} from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import { askAgain } from "./ask-again";
import { sendSubmission } from "./send";
import { sendAgain } from "./send-again";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const send = (id: string) => sendSubmission(at.desk.as("finance"), id);
const cut = (kind: "cut-before" | "cut-after") =>
  at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });

describe("A16: a look-up that lags behind", () => {
  it("counts two 'ask again' in a breath as one absence, so that nothing is sent a second time", async () => {
    await simulate(at, { visibilityLagSeconds: 90 });
    await assume(at, { visibility_delay_seconds: "120" });
    cut("cut-after");
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    await at.pass(16_000);
    await askAgain(at.desk.as("finance"), submissionId);
    const asked = await askAgain(at.desk.as("finance"), submissionId);
    expect(asked).toMatchObject({ state: "unknown", absences: 1 });
    await workUntilClosed(at, submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    await assume(at, {});
    await simulate(at, { visibilityLagSeconds: 0 });
  });

  it("does so too where a second send would be a second debit", async () => {
    const there = await deskOnPaynl("2026-11-19T09:00:00Z");
    await assume(there, { after_absence: "resend", visibility_delay_seconds: "120" });
    const { paymentId, submissionId } = await there.payment(await there.activeMandate(), "32,75");
    there.open = false;
    await there.settings({ visibilityLagSeconds: 90 });
    there.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2/directdebits", times: 1 });
    await sendSubmission(there.desk.as("finance"), submissionId);
    await there.pass(16_000);
    const finance = there.desk.as("finance");
    await askAgain(finance, submissionId);
    expect(await askAgain(finance, submissionId)).toMatchObject({ state: "unknown", absences: 1 });
    await until(
      async () => (await submissionOf(there.desk, submissionId)).closedAt !== null,
      async () => {
        await there.pass(5_000);
        await there.desk.work();
      },
    );
    const { reference } = await paymentOf(there.desk, paymentId);
    const made = there.simulator.journal.filter((entry) => entry.effect?.includes(`ref=${reference}`));
    expect(made).toHaveLength(1);
  });

  it("finds at a person's release what has shown itself since it was proven absent, and sends nothing", async () => {
    const there = await deskOnPaynl("2026-11-19T09:00:00Z");
    const { paymentId, submissionId } = await there.payment(await there.activeMandate(), "32,75");
    there.open = false;
    await there.settings({ visibilityLagSeconds: 3_600 });
    there.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2/directdebits", times: 1 });
    await sendSubmission(there.desk.as("finance"), submissionId);
    await until(
      async () => (await openTasks(there.desk, paymentId)).some((one) => one.kind === "send_again"),
      async () => {
        await there.pass(5_000);
        await there.desk.work();
      },
    );
    const approver = there.desk.as("finance", { approver: true, name: "Carla" });
    there.simulator.faults.arm({
      kind: "status",
      method: "GET",
      path: "/v2/directdebits",
      status: 503,
      times: 1,
    });
    await expect(sendAgain(approver, submissionId)).rejects.toMatchObject({ code: "not_readable_there" });
    await there.pass(3_700_000);
    await expect(sendAgain(approver, submissionId)).rejects.toMatchObject({ code: "found_meanwhile" });
    expect(await submissionOf(there.desk, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    const { reference, state } = await paymentOf(there.desk, paymentId);
    expect(state).not.toBe("ready");
    const made = there.simulator.journal.filter((entry) => entry.effect?.includes(`ref=${reference}`));
    expect(made).toHaveLength(1);
  });

  it("asks nobody any more what became of a request that is proven not to have arrived", async () => {
    cut("cut-before");
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "unknown_outcome" }]);
    await proveAbsent(at, submissionId);
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "ready", sending: "sending" });
    await workUntilClosed(at, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("C6: a refused repeat after an unknown first attempt is looked up before it counts", async () => {
    await simulate(at, { visibilityLagSeconds: 90 });
    cut("cut-after");
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    await proveAbsent(at, submissionId);
    at.simulator.faults.arm({
      kind: "status",
      method: "POST",
      path: "/payments",
      status: 422,
      body: JSON.stringify({ title: "Mandate is not active.", traceId: "t-1" }),
      times: 1,
    });
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", tries: 2 });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "ready", sending: "unknown" });
    await at.pass(90_000);
    await workUntilClosed(at, submissionId);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending", sending: "none" });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    await simulate(at, { visibilityLagSeconds: 0 });
  });
});

describe("A12: a key whose failure the provider has saved", () => {
  it("is never followed by another one until an approver who did not make the payment releases it", async () => {
    await simulate(at, { failNextPayments: 1 });
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", keySpent: true });
    await until(
      async () => (await openTasks(at.desk, paymentId)).some((one) => one.kind === "send_again"),
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    await at.pass(3_600_000);
    await at.desk.work();
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", tries: 1 });
    // One payment, one line: what is proven is not also asked about.
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "send_again" }]);
    const maker = at.desk.as("finance", { approver: true });
    await expect(sendAgain(maker, submissionId)).rejects.toMatchObject({ code: "not_permitted" });
    await sendAgain(at.desk.as("finance", { approver: true, name: "Carla" }), submissionId);
    // Held back once on its way: the new key stays, the spent one never comes back.
    await whileUnreachable(at, () => send(submissionId));
    await send(submissionId);
    const tried = await triesOf(at.desk, submissionId);
    expect(tried.map((one) => one.state)).toEqual(["unknown", "held", "accepted"]);
    expect(tried[1]?.key).not.toBe(tried[0]?.key);
    expect(tried[2]?.key).toBe(tried[1]?.key);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });
});

describe("a failure that somebody between us and the provider may have answered", () => {
  const hidden = (kind: "status" | "status-after") =>
    at.simulator.faults.arm({
      ...{ kind, method: "POST", path: "/payments", times: 1 },
      ...{ status: 502, body: "<html>Bad Gateway</html>" },
    });

  it("is repeated under its own key once nothing is proven to be there, and made once", async () => {
    hidden("status");
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    await workUntilClosed(at, submissionId);
    const tried = await triesOf(at.desk, submissionId);
    expect(tried.map((one) => one.state)).toEqual(["unknown", "accepted"]);
    expect(tried[1]?.key).toBe(tried[0]?.key);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("waits for a person when the repeat shows that the provider had saved a failure of its own", async () => {
    await simulate(at, { failNextPayments: 1 });
    hidden("status-after");
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", keySpent: false });
    await until(
      async () => (await openTasks(at.desk, paymentId)).some((one) => one.kind === "send_again"),
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ keySpent: true, tries: 2 });
    expect(await createdFor(at, paymentId)).toEqual([]);
    await sendAgain(at.desk.as("finance", { approver: true, name: "Carla" }), submissionId);
    await workUntilClosed(at, submissionId);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });
});

describe("I4: a repeat", () => {
  it("carries the bytes that may have arrived, also after a later attempt was held and settings changed", async () => {
    cut("cut-before");
    const { paymentId, submissionId } = await issue(at);
    await send(submissionId);
    await proveAbsent(at, submissionId);
    await whileUnreachable(at, () => send(submissionId));
    await assume(at, { description_max: "4" });
    await send(submissionId);
    const tried = await triesOf(at.desk, submissionId);
    expect(tried.map((one) => one.state)).toEqual(["unknown", "held", "accepted"]);
    expect(new Set(tried.map((one) => one.bodySha256)).size).toBe(1);
    expect(new Set(tried.map((one) => one.key)).size).toBe(1);
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    await assume(at, {});
  });
});
