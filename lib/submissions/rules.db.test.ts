import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { isUniqueViolation } from "@/db/errors";
import { creditors, mandates, messages, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import { probeConnection } from "@/lib/connections/probe";
import { moveMandate } from "@/lib/mandates/door";
import { stopMandate } from "@/lib/mandates/stop";
import { NOT_THERE } from "@/lib/messages/not-there";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import {
  createdFor,
  interrupted,
  issue,
  openTasks,
  paymentOf,
  proveAbsent,
  submissionOf,
} from "@/lib/testing/debitdirect-payments";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { lease } from "./lease";
import { lookUpSubmission } from "./look-up";
import { insertAttempt } from "./record-attempt";
import { resolveUnknown } from "./resolve-unknown";
import { openIntent } from "./sealed";
import { sendSubmission } from "./send";
import { sendAgain } from "./send-again";
import { backToSending } from "./standing";
import { LEASE_MS } from "./states";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
/** Its mandate stays active, and its clock is moved far ahead. */
let later: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  later = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});
/** The lost answers of one test are not in a row with those of the next. */
beforeEach(() => probeConnection(at.desk.as("admin"), at.connectionId));

const send = (id: string) => sendSubmission(at.desk.as("finance"), id);
const lookUp = (id: string) => lookUpSubmission(workerCtx(at.desk.runtime, at.desk.creditorId), id);
const approver = () => at.desk.as("finance", { approver: true, name: "Carla" });
const cut = (kind: "cut-before" | "cut-after") =>
  at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });

/** A payment whose answer was lost; whether its request arrived is for the caller to say. */
async function lost(kind: "cut-before" | "cut-after") {
  const made = await issue(at);
  cut(kind);
  await send(made.submissionId);
  expect(await submissionOf(at.desk, made.submissionId)).toMatchObject({ state: "unknown" });
  return made;
}

describe("the rules of sending, each by itself", () => {
  it("I3: the database itself holds one open attempt of a submission, whoever writes it", async () => {
    const { submissionId } = await issue(at);
    const held = await submissionOf(at.desk, submissionId);
    const worker = workerCtx(at.desk.runtime, at.desk.creditorId);
    const connection = await findConnection(worker.db.read, worker.creditorId, held.connectionId);
    const prepared = providerOf(worker, connection).prepare(openIntent(worker, held), connection.settings);
    const open = (n: number) =>
      inTransaction(worker.db, (tx) => insertAttempt(tx, worker, held, n, prepared));
    await open(1);
    await expect(open(2)).rejects.toSatisfy(isUniqueViolation);
  });

  it("A1: what a look-up finds is let in at the record's door, and not only closes the question", async () => {
    const { paymentId, submissionId } = await lost("cut-after");
    await at.pass(20_000);
    await lookUp(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      state: "confirmed",
      resolution: "found",
    });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({
      state: "pending",
      providerId: expect.stringMatching(/^pay_/),
    });
  });

  it("P6: a submission is leased to one, until the lease has run out", async () => {
    const { submissionId } = await issue(at);
    const take = async (later: number) => {
      const { runtime, creditorId } = at.desk;
      const worker = workerCtx(runtime, creditorId);
      const leases = { ...worker.leases, now: () => new Date(worker.leases.now().getTime() + later) };
      return inTransaction(runtime.db, async (tx) => {
        const [row] = await tx.select().from(submissions).where(eq(submissions.id, submissionId));
        return row ? lease(tx, { ...worker, leases }, row) : null;
      });
    };
    expect(await take(0)).not.toBeNull();
    expect(await take(1_000)).toBeNull();
    expect(await take(LEASE_MS + 1_000)).not.toBeNull();
  });

  it("I6: absences from before a repeat do not count for the repeat", async () => {
    const { submissionId } = await lost("cut-before");
    await proveAbsent(at, submissionId);
    cut("cut-before");
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", absences: 0 });
    await at.pass(20_000);
    await lookUp(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", absences: 1 });
  });

  it("A5: a provider that asks for a pause is not called before it is over", async () => {
    const there = await deskOnPaynl("2026-11-19T09:00:00Z");
    const { submissionId } = await there.payment(await there.activeMandate(), "32,75");
    there.open = false;
    const posts = () => there.simulator.journal.filter((one) => one.method === "POST").length;
    there.simulator.faults.arm({
      kind: "status",
      method: "POST",
      path: "/v2/directdebits",
      status: 429,
      headers: { "retry-after": "300" },
      times: 1,
    });
    const [before, asked] = [there.desk.runtime.clock.now().getTime(), posts()];
    await sendSubmission(there.desk.as("finance"), submissionId);
    const { state, nextAt } = await submissionOf(there.desk, submissionId);
    expect(state).toBe("intended");
    expect((nextAt?.getTime() ?? 0) - before).toBeGreaterThanOrEqual(300_000);
    await there.pass(200_000);
    await there.desk.work();
    expect(posts() - asked).toBe(1);
    await there.pass(110_000);
    await there.desk.work();
    expect(await submissionOf(there.desk, submissionId)).toMatchObject({ state: "confirmed" });
  });

  it("I6: a verdict needs a reason", async () => {
    const { submissionId } = await lost("cut-after");
    const verdict = { submissionId, verdict: "did_not_happen", reason: "  " } as const;
    await expect(resolveUnknown(at.desk.as("finance"), verdict)).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: "required" },
    });
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown" });
  });

  it("I1: nobody may send again what is not proven absent", async () => {
    const { submissionId } = await lost("cut-after");
    await expect(sendAgain(approver(), submissionId)).rejects.toMatchObject({ code: "move_not_allowed" });
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", tries: 1 });
  });

  it("U8: a payment whose request has its permit is not cancelled here", async () => {
    const { paymentId, submissionId } = await issue(at);
    const cancel = () => cancelPayment(at.desk.as("finance"), { paymentId, reason: "moved out" });
    let refused: unknown = null;
    // The second commit of a sender is its permit.
    const held = interrupted(at.desk.as("finance"), 2, async () => {
      refused = await cancel().catch((error: unknown) => error);
    });
    await sendSubmission(held, submissionId);
    expect(refused).toMatchObject({ code: "already_open" });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending" });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
  });

  it("U8: nor is one that may be at the provider since an earlier try", async () => {
    const { paymentId, submissionId } = await lost("cut-before");
    await proveAbsent(at, submissionId);
    const cancel = cancelPayment(at.desk.as("finance"), { paymentId, reason: "moved out" });
    await expect(cancel).rejects.toMatchObject({ code: "may_have_left" });
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "intended" });
  });

  it.each([
    ["told of something that it does not show", NOT_THERE],
    ["told of something that nobody has looked at yet", null],
    ["told of something that could not be read yet", "the provider could not be read"],
  ])("I1: absence proves nothing while the provider has %s", async (_, told) => {
    const { submissionId } = await lost("cut-before");
    const { creditorId, connectionId } = await submissionOf(at.desk, submissionId);
    const id = `msg_hidden_${submissionId}`;
    const effectIs = (effect: string) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(messages).set({ effect, state: "parked" }).where(eq(messages.id, id));
      });
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.insert(messages).values({
        ...{ id, creditorId, connectionId, direction: "in", title: "event", method: "POST", url: "/events" },
        ...{ requestHeaders: {}, requestBody: "{}", result: "received", at: at.desk.runtime.clock.now() },
        ...{ dedupeKey: id, repeats: 0, tries: 3, fence: 0, state: "waiting", effect: told },
      });
    });
    for (let look = 0; look < 3; look += 1) {
      await at.pass(3_600_000);
      await lookUp(submissionId);
    }
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown", absences: 0 });
    // A person has it now: it no longer stands against the proof.
    await effectIs(NOT_THERE);
    await proveAbsent(at, submissionId);
  });

  it("I12: what becomes of a cancellation leaves the payment's own question, and its task, open", async () => {
    const { paymentId, submissionId } = await lost("cut-before");
    const own = await submissionOf(at.desk, submissionId);
    const cancel = { ...own, id: `${own.id}_c`, key: `${own.key}-c`, operation: "payment.cancel" as const };
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.insert(submissions).values(cancel);
      await backToSending(tx, workerCtx(at.desk.runtime, at.desk.creditorId), cancel, {});
    });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ sending: "unknown" });
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "unknown_outcome" }]);
  });

  it("I1: a mandate that an event has brought meanwhile is not created again", async () => {
    const bs = await deskOnBetalingsservice("2026-11-10T09:00:00Z");
    const { mandateId, submissionId } = await bs.mandate("3199 1234567890");
    const agent = bs.desk.as("agent");
    await inTransaction(bs.desk.runtime.db, async (tx) => {
      const [own] = await tx.select().from(mandates).where(eq(mandates.id, mandateId));
      if (own) await moveMandate(tx, agent, own, "receipt", {});
    });
    await sendSubmission(agent, submissionId);
    expect(await submissionOf(bs.desk, submissionId)).toMatchObject({
      state: "withdrawn",
      detail: "mandate is pending",
    });
    expect(bs.simulator.journal.filter((entry) => entry.effect?.startsWith("mandate.created"))).toEqual([]);
  });

  it("T3: a payment does not leave when its mandate was suspended meanwhile", async () => {
    const { paymentId, submissionId } = await issue(at);
    await stopMandate(at.desk.as("agent"), {
      mandateId: at.mandateId,
      act: "suspend",
      reason: "asked us to wait",
    });
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ detail: "mandate_not_active" });
    expect(await createdFor(at, paymentId)).toEqual([]);
    expect(await openTasks(at.desk, paymentId)).toMatchObject([{ kind: "mandate_ended_with_payments" }]);
  });

  it("T3: a payment does not leave when its cut-off has passed meanwhile", async () => {
    const { paymentId, submissionId } = await issue(later);
    const { cutoffAt } = await paymentOf(later.desk, paymentId);
    await later.moveTo(new Date((cutoffAt?.getTime() ?? 0) + 1_000).toISOString());
    await sendSubmission(later.desk.as("finance"), submissionId);
    expect(await submissionOf(later.desk, submissionId)).toMatchObject({ detail: "cutoff_passed" });
    expect(await createdFor(later, paymentId)).toEqual([]);
    expect(await openTasks(later.desk, paymentId)).toMatchObject([{ kind: "missed_cutoff" }]);
  });

  it("O3: nothing leaves while the creditor is fenced", async () => {
    const { runtime, creditorId } = later.desk;
    const fence = (fencedAt: Date | null) =>
      inTransaction(runtime.db, async (tx) => {
        await tx.update(creditors).set({ fencedAt }).where(eq(creditors.id, creditorId));
      });
    await later.moveTo("2026-12-10T09:00:00Z");
    const { paymentId, submissionId } = await issue(later, { due: "2027-02-01" });
    await fence(runtime.clock.now());
    await sendSubmission(later.desk.as("finance"), submissionId);
    expect(await submissionOf(later.desk, submissionId)).toMatchObject({ detail: "fenced" });
    expect(await createdFor(later, paymentId)).toEqual([]);
    await fence(null);
  });
});

describe("A6: an answer with characters that a database does not take is settled as any other", () => {
  it.each([
    [422, "Mandate is not \u0000active.", "refused"],
    [403, "Not \u0000yours.", "intended"],
  ])("%i", async (status, title, becomes) => {
    // A desk of its own: after a 403 the whole connection waits.
    const own = await deskOnDebitDirect("2026-11-10T09:00:00Z");
    const { submissionId } = await issue(own);
    const body = JSON.stringify({ title, traceId: "t\u0000" });
    own.simulator.faults.arm({ kind: "status", method: "POST", path: "/payments", status, body, times: 1 });
    await sendSubmission(own.desk.as("finance"), submissionId);
    expect(await submissionOf(own.desk, submissionId)).toMatchObject({ state: becomes });
  });
});
