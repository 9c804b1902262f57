import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { healthOf } from "@/lib/connections/health";
import { findConnection } from "@/lib/connections/open-line";
import { probeConnection } from "@/lib/connections/probe";
import { pollOnce } from "@/lib/jobs/worker";
import { workerCtx } from "@/lib/runtime";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, submissionOf, triesOf, whileUnreachable } from "@/lib/testing/debitdirect-payments";
import { dueSends } from "./due";
import { lookUpSubmission } from "./look-up";
import { sendSubmission } from "./send";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

const send = (id: string) => sendSubmission(at.desk.as("finance"), id);
const connection = () => findConnection(at.desk.runtime.db.read, at.desk.creditorId, at.connectionId);
const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);

/** Sends new payments whose line is cut. */
async function lose(times: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < times; n += 1) {
    const { submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/payments", times: 1 });
    await send(submissionId);
    at.simulator.faults.clear();
    ids.push(submissionId);
  }
  return ids;
}

/** How long sends are kept back from now on, in seconds, rounded up to ten: the clock goes on while a test is at work. */
async function pause(): Promise<number> {
  const { heldUntil } = await connection();
  const ms = Math.max((heldUntil?.getTime() ?? 0) - at.desk.runtime.clock.now().getTime(), 0);
  return Math.ceil(ms / 10_000) * 10;
}

describe("a provider that does not answer", () => {
  it("is given a pause after five lost answers in a row, and then the next send is tried", async () => {
    await lose(4);
    expect(await pause()).toBe(0);
    await lose(1);
    expect(await pause()).toBe(30);
    const { submissionId } = await issue(at);
    await send(submissionId);
    expect(await triesOf(at.desk, submissionId)).toEqual([]);
    expect(await dueSends(worker(), 50)).toEqual([]);
    await at.pass(30_000);
    await send(submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "confirmed", tries: 1 });
  });

  it("gets longer pauses while it stays silent, and short ones again once it has answered", async () => {
    await lose(5);
    const pauses = [await pause()];
    for (let n = 0; n < 5; n += 1) {
      await at.pass((await pause()) * 1_000);
      await lose(1);
      pauses.push(await pause());
    }
    expect(pauses).toEqual([30, 60, 60, 60, 60, 60]);
    await at.pass(300_000);
    await send((await issue(at)).submissionId);
    expect(await connection()).toMatchObject({ lostInARow: 0 });
    await lose(4);
    expect(await pause()).toBe(0);
    await lose(1);
    expect(await pause()).toBe(30);
  });

  it("is not told twice by calls that were on their way together", async () => {
    await lose(4);
    const together = await Promise.all([1, 2, 3].map(() => issue(at)));
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/payments", times: 3 });
    await Promise.all(together.map(({ submissionId }) => send(submissionId)));
    at.simulator.faults.clear();
    expect(await pause()).toBe(30);
    await at.pass(30_000);
    await lose(1);
    expect(await pause()).toBe(60);
  });

  it("is not taken for one that refuses: any answer between lost ones begins the count anew", async () => {
    await lose(4);
    const { submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "status", method: "POST", path: "/payments", status: 500, times: 1 });
    await send(submissionId);
    await lose(4);
    expect(await pause()).toBe(0);
  });

  it("has a pause too when it cannot be reached at all", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await issue(at)).submissionId);
    await whileUnreachable(at, async () => {
      for (const id of ids) await send(id);
    });
    expect(await pause()).toBe(30);
    expect(healthOf({ hasCredential: true, ...(await connection()) })).toMatchObject({
      trouble: { kind: "unreachable" },
    });
  });

  it("is given no longer than a quarter of the time to the next cut-off", async () => {
    const { submissionId } = await issue(at);
    const deadlineAt = new Date(at.desk.runtime.clock.now().getTime() + 40_000);
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(submissions).set({ deadlineAt }).where(eq(submissions.id, submissionId));
    });
    await lose(5);
    expect(await pause()).toBe(10);
  });

  it("is looked up and polled all the same", async () => {
    const [first = ""] = await lose(5);
    await lookUpSubmission(worker(), first);
    expect(await submissionOf(at.desk, first)).toMatchObject({ lookUps: 1 });
    const { nextPollAt } = await connection();
    await at.pass(10_000);
    expect(await pollOnce(() => worker())).toBe(1);
    expect((await connection()).nextPollAt?.getTime()).toBeGreaterThan(nextPollAt?.getTime() ?? 0);
    expect(await pause()).toBeGreaterThan(0);
  });

  it("is said to be silent, until it has answered a probe", async () => {
    await lose(5);
    const health = async () => healthOf({ hasCredential: true, ...(await connection()) });
    expect(await health()).toMatchObject({ state: "trouble", trouble: { kind: "silent", detail: "" } });
    await probeConnection(at.desk.as("admin"), at.connectionId);
    expect(await health()).toEqual({ state: "works" });
    expect(await connection()).toMatchObject({ heldUntil: null, lostInARow: 0 });
  });
});
