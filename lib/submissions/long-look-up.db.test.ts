import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { lookUpOnce, sendOnce } from "@/lib/jobs/worker";
import { workerCtx } from "@/lib/runtime";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { assume, createdFor, issue, submissionOf } from "@/lib/testing/debitdirect-payments";
import { dueLookUps } from "./due";
import { lookUpSubmission } from "./look-up";
import { sendSubmission } from "./send";
import { LEASE_MS } from "./states";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const send = (id: string) => sendSubmission(at.desk.as("finance"), id);

async function unknown(kind: "cut-after" | "cut-before") {
  at.simulator.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });
  const made = await issue(at);
  await send(made.submissionId);
  await at.pass(16_000);
  return made;
}

describe("a look-up that takes long", () => {
  it("does not hold up what is to be sent", async () => {
    const lost = await unknown("cut-after");
    const waits = await issue(at);
    at.simulator.faults.arm({ kind: "hang", method: "GET", path: "/payments", times: 1 });
    let over = false;
    const asking = lookUpOnce(worker).then(() => {
      over = true;
    });
    await sendOnce(worker);
    expect(over).toBe(false);
    expect(await submissionOf(at.desk, waits.submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
    expect(await createdFor(at, waits.paymentId)).toHaveLength(1);
    await asking;
    expect(await submissionOf(at.desk, lost.submissionId)).toMatchObject({ state: "unknown" });
    await at.pass(60_000);
    await lookUpOnce(worker);
    expect(await submissionOf(at.desk, lost.submissionId)).toMatchObject({ state: "confirmed" });
  });

  it("keeps its lease to its end, so that nobody begins it anew", async () => {
    for (let made = 0; made < 6; made += 1) await send((await issue(at)).submissionId);
    await assume(at, { page_size: "2" });
    const { submissionId } = await unknown("cut-before");
    let pages = 0;
    const taken: number[] = [];
    const ctx: Ctx = worker();
    const slow: Ctx = {
      ...ctx,
      leases: { movable: true, now: () => new Date(ctx.leases.now().getTime() + pages * LEASE_MS * 0.7) },
      call: async (...what) => {
        taken.push((await dueLookUps(slow, 10)).length);
        pages += 1;
        return ctx.call(...what);
      },
    };
    await lookUpSubmission(slow, submissionId);
    expect(pages).toBeGreaterThan(3);
    expect(taken).toEqual(taken.map(() => 0));
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ absences: 1 });
    await assume(at, {});
  });
});
