import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { connections, messages } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { workerCtx } from "@/lib/runtime";
import { assume, paymentOf, submissionOf } from "@/lib/testing/debitdirect-payments";
import { deskOnPaynl, type PaynlDesk } from "@/lib/testing/paynl";
import { lookUpSubmission } from "./look-up";
import { sendSubmission } from "./send";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A provider to which every send is another debit, and a desk that repeats by itself. */
let at: PaynlDesk;
let mandateId: string;
let lost: { paymentId: string; submissionId: string };
beforeEach(async () => {
  at = await deskOnPaynl("2026-11-19T09:00:00Z");
  await assume(at, { after_absence: "resend", visibility_delay_seconds: "60" });
  mandateId = await at.activeMandate();
  lost = await at.payment(mandateId, "32,75");
  at.open = false;
  await at.settings({ visibilityLagSeconds: 36_000 });
  at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/v2/directdebits", times: 1 });
  await sendSubmission(worker(), lost.submissionId);
  await at.pass(16_000);
});

const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const look = () => lookUpSubmission(worker(), lost.submissionId);
const unreadable = (times: number) =>
  at.simulator.faults.arm({ kind: "status", method: "GET", path: "/v2/directdebits", status: 503, times });

async function made(): Promise<number> {
  const { reference } = await paymentOf(at.desk, lost.paymentId);
  return at.simulator.journal.filter((entry) => entry.effect?.includes(`ref=${reference}`)).length;
}

/** An event of the provider that names a payment. */
async function told(paymentId = lost.paymentId): Promise<void> {
  const { reference } = await paymentOf(at.desk, paymentId);
  const { providerId } = await at.readMandate(mandateId);
  const now = at.desk.runtime.clock.now();
  await inTransaction(at.desk.runtime.db, async (tx) => {
    await tx.insert(messages).values({
      ...{
        id: `msg_${paymentId}`,
        creditorId: at.desk.creditorId,
        connectionId: at.connectionId,
        direction: "in",
      },
      ...{ title: "incassopending", method: "POST", url: "", requestHeaders: {}, requestBody: "", at: now },
      ...{ result: "received", authenticity: "signed", dedupeKey: paymentId, repeats: 0, tries: 0, fence: 0 },
      hints: [{ about: "payment", ref: { reference, mandateProviderId: providerId } }],
      ...{ state: "waiting", nextAt: now },
    });
  });
}

describe("I1: an event stands against the proof of absence", () => {
  it("though it could not be read when it was looked at, by whatever minute the provider comes back", async () => {
    await told();
    unreadable(100_000);
    for (let minute = 0; minute < 62; minute += 1) {
      await at.pass(60_000);
      await at.desk.work();
    }
    at.simulator.faults.clear();
    for (let n = 0; n < 40; n += 1) {
      await at.pass(30_000);
      await at.desk.work();
    }
    expect(await made()).toBe(1);
  });

  it("and against a send that was kept back between the proof and its turn", async () => {
    await look();
    await at.pass(61_000);
    await look();
    expect(await submissionOf(at.desk, lost.submissionId)).toMatchObject({ state: "intended", absences: 2 });
    const keepBack = (heldUntil: Date | null) =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(connections).set({ heldUntil }).where(eq(connections.id, at.connectionId));
      });
    await keepBack(new Date(at.desk.runtime.clock.now().getTime() + 30_000));
    await told();
    await at.desk.work();
    await keepBack(null);
    await at.pass(60_000);
    await at.desk.work();
    expect(await made()).toBe(1);
    expect(await submissionOf(at.desk, lost.submissionId)).toMatchObject({ state: "unknown", tries: 1 });
  });

  it("but not when it is about another payment of ours", async () => {
    const other = await at.payment(mandateId, "41,00");
    await told(other.paymentId);
    await at.desk.work();
    await look();
    await at.pass(61_000);
    await look();
    expect(await submissionOf(at.desk, lost.submissionId)).toMatchObject({ absences: 2 });
  });
});
