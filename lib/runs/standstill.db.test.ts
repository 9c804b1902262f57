import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { mandates, runItems, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { noteFault } from "@/lib/submissions/lease";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { openTasks, proveAbsent } from "@/lib/testing/debitdirect-payments";
import { approver, customers, fileFor, madeThere, paymentsOf, rowsOf, runOf, sent } from "@/lib/testing/runs";
import { toldEnd } from "@/lib/testing/told-end";
import { until } from "@/lib/testing/until";
import { approveRun } from "./approve";
import { issueChunk } from "./issue-chunk";
import { planNextWindow } from "./next-window";
import { progressOf } from "./progress";
import { resumeRun } from "./resume";
import { sendRun } from "./send";
import { stopRun } from "./stop";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let numbers: string[];
// Each moves the clock over a cut-off, and begins before it.
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  numbers = await customers(at, 3);
});

const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const finance = () => at.desk.as("finance");
const progress = (runId: string) => progressOf(at.desk.runtime.db.read, runId);
/** Issues so many rows of a run. */
const issue = async (runId: string, most = 50) => {
  let left = most;
  await issueChunk(worker(), await runOf(at, runId), () => left-- === 0);
};
const untilState = (runId: string, state: string) =>
  until(
    async () => (await runOf(at, runId)).state === state,
    async () => {
      await at.pass(2_000);
      await at.desk.work();
    },
  );
const kinds = async (subjectId: string) => (await openTasks(at.desk, subjectId)).map((task) => task.kind);
const made = (prefix: string) => [...madeThere(at, prefix).keys()].sort();
const submissionIdOf = async (paymentId: string) => {
  const own = and(eq(submissions.subjectId, paymentId), eq(submissions.operation, "payment.create"));
  const [row] = await at.desk.runtime.db.read.select().from(submissions).where(own);
  return row?.id ?? "";
};
/** Five faults of ours in a row: it waits for a person. */
const park = async (paymentId: string) => {
  const id = await submissionIdOf(paymentId);
  for (let n = 0; n < 5; n += 1) await inTransaction(at.desk.runtime.db, (tx) => noteFault(tx, worker(), id));
};
/** Everything that missed its cut-off, approved and sent anew. Answers how many there were. */
const sendInNextWindow = async (runId: string) => {
  const planned = await planNextWindow(finance(), runId);
  const { contentHash } = await runOf(at, runId);
  await approveRun(approver(at), { runId, contentHash: contentHash ?? "" });
  await sendRun(finance(), runId);
  return planned;
};

describe("a run that a person stopped", () => {
  it("is work that is due by the first cut-off of what has not left", async () => {
    const runId = await sent(at, fileFor(numbers, "DUE"));
    await issue(runId, 1);
    const [payment] = await paymentsOf(at, runId);
    const first = new Date((payment?.cutoffAt?.getTime() ?? 0) - 3_600_000);
    const waiting = (await rowsOf(at, runId)).find((row) => row.state === "planned");
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx
        .update(runItems)
        .set({ cutoffAt: first })
        .where(eq(runItems.id, waiting?.id ?? ""));
    });
    await stopRun(finance(), runId);
    expect(await openTasks(at.desk, runId)).toMatchObject([
      { kind: "run_held", role: "finance", dueAt: first },
    ]);
  });

  it("goes on though one of its mandates has ended meanwhile; that row is set aside", async () => {
    const runId = await sent(at, fileFor(numbers, "ENDED"));
    await issue(runId, 1);
    await stopRun(finance(), runId);
    const row = (await rowsOf(at, runId)).find((one) => one.state === "planned");
    const end = { note: "moved", effectiveOn: "2026-11-10" };
    await recordEnd(finance(), toldEnd([row?.mandateId ?? ""], end));
    await resumeRun(finance(), runId);
    await untilState(runId, "done");
    expect((await progress(runId)).of).toMatchObject({ accepted: 2, refused: 1 });
    expect(await kinds(runId)).toEqual(["run_rows_refused"]);
  });
});

describe("a payment of a run that failed five times on our side", () => {
  it("has its turn again when a person lets the run go on", async () => {
    const runId = await sent(at, fileFor(numbers, "PARKED"));
    await issue(runId);
    const [one] = await paymentsOf(at, runId);
    await park(one?.id ?? "");
    await untilState(runId, "stopped");
    expect(await kinds(one?.id ?? "")).toEqual(["submission_parked"]);
    await resumeRun(finance(), runId);
    expect(await kinds(one?.id ?? "")).toEqual([]);
    await untilState(runId, "done");
    expect(made("PARKED")).toEqual(["PARKED-1", "PARKED-2", "PARKED-3"]);
  });

  it("goes in the next window when its cut-off has passed, with all its tries", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "MISSED"));
    await issue(runId);
    const [one] = await paymentsOf(at, runId);
    await park(one?.id ?? "");
    await untilState(runId, "stopped");
    await at.moveTo("2026-11-23T09:00:00Z");
    expect(await sendInNextWindow(runId)).toBe(1);
    await issue(runId);
    const own = eq(submissions.subjectId, one?.id ?? "");
    const [row] = await at.desk.runtime.db.read.select().from(submissions).where(own);
    expect(row).toMatchObject({ state: "intended", faults: 0 });
    expect(await kinds(one?.id ?? "")).toEqual([]);
    await untilState(runId, "done");
    expect(made("MISSED")).toEqual(["MISSED-1"]);
    expect(await kinds(runId)).toEqual([]);
  });
});

describe("a payment of a run of which a request may have left", () => {
  it("is not planned for the next window; once it is cancelled the run comes to its end", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 2), "LEFT"));
    await issue(runId);
    const [one, two] = await paymentsOf(at, runId);
    const id = await submissionIdOf(one?.id ?? "");
    at.simulator.faults.arm({ kind: "cut-before", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(worker(), id);
    await proveAbsent(at, id);
    await at.moveTo("2026-11-23T09:00:00Z");
    await untilState(runId, "stopped");
    expect((await progress(runId)).held).toMatchObject({ cutoff: 2 });
    expect(await sendInNextWindow(runId)).toBe(1);
    await untilState(runId, "stopped");
    expect((await progress(runId)).of).toMatchObject({ accepted: 1, held: 1 });
    expect(made("LEFT")).toEqual([two?.reference]);
    await expect(planNextWindow(finance(), runId)).rejects.toMatchObject({ code: "nothing_to_send" });
    await cancelPayment(finance(), { paymentId: one?.id ?? "", reason: "paid in cash" });
    await resumeRun(finance(), runId);
    await untilState(runId, "done");
    expect((await progress(runId)).of).toMatchObject({ accepted: 1, cancelled: 1 });
    expect(await kinds(runId)).toEqual([]);
  });
});

describe("a stopped run of which nothing is left to send", () => {
  it("can be brought to its end, whatever is wrong with its provider", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "OVER"));
    const [row] = await rowsOf(at, runId);
    const end = { note: "moved", effectiveOn: "2026-11-10" };
    await recordEnd(finance(), toldEnd([row?.mandateId ?? ""], end));
    await issue(runId);
    await stopRun(finance(), runId);
    await at.simulator.close();
    await resumeRun(finance(), runId);
    await untilState(runId, "done");
  });
});

describe("a row on which we fail again and again", () => {
  const breakMandate = (id: string, scheme: string) =>
    inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(mandates).set({ scheme }).where(eq(mandates.id, id));
    });

  it("T3: has its next turn before its cut-off, however many pauses it has had", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "NEAR"));
    const [row] = await rowsOf(at, runId);
    const mandateId = row?.mandateId ?? "";
    const cutoff = row?.cutoffAt.getTime() ?? 0;
    await at.moveTo(new Date(cutoff - 8 * 60_000).toISOString());
    await breakMandate(mandateId, "odd");
    for (const ms of [0, 5_000, 30_000, 120_000]) {
      await at.pass(ms);
      await issue(runId);
    }
    expect(await rowsOf(at, runId)).toMatchObject([{ state: "planned", faults: 4 }]);
    await breakMandate(mandateId, "nets-bs");
    await until(
      async () => (await rowsOf(at, runId))[0]?.state === "issued",
      async () => {
        await at.pass(10_000);
        await at.desk.work();
      },
    );
    expect(at.desk.runtime.clock.now().getTime()).toBeLessThan(cutoff);
  });

  it("I2: leaves its payment on a list when it is given up, though its run has another task", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 2), "GIVEN"));
    const [first, second] = await rowsOf(at, runId);
    await stopMandate(finance(), { mandateId: first?.mandateId ?? "", reason: "disputed", act: "suspend" });
    await issue(runId);
    await stopRun(finance(), runId);
    await at.moveTo("2026-11-23T09:00:00Z");
    await planNextWindow(finance(), runId);
    await approveRun(approver(at), { runId, contentHash: (await runOf(at, runId)).contentHash ?? "" });
    await sendRun(finance(), runId);
    await breakMandate(second?.mandateId ?? "", "odd");
    for (const ms of [0, 5_000, 30_000, 120_000, 600_000]) {
      await at.pass(ms);
      await issue(runId);
    }
    expect(await kinds(runId)).toEqual(expect.arrayContaining(["run_rows_refused", "run_held"]));
  });

  it("T3: lets the run be due by its first cut-off when it is stopped, though it had a task without one", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 2), "NODUE"));
    const [first] = await rowsOf(at, runId);
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx
        .update(runItems)
        .set({ window: "other" })
        .where(eq(runItems.id, first?.id ?? ""));
    });
    await issue(runId);
    expect(await openTasks(at.desk, runId)).toMatchObject([{ kind: "run_held", dueAt: null }]);
    await stopRun(finance(), runId);
    const [task] = await openTasks(at.desk, runId);
    expect(task?.dueAt).not.toBeNull();
  });
});
