import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { mandates, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { workOnce } from "@/lib/jobs/worker";
import { stopMandate } from "@/lib/mandates/stop";
import { createPayment } from "@/lib/payments/create";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { closeTaskByHand } from "@/lib/tasks/close";
import { taskSubjects } from "@/lib/tasks/subjects";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { interrupted, openTasks } from "@/lib/testing/debitdirect-payments";
import { approver, customers, fileFor, madeThere, paymentsOf, rowsOf, runOf, sent } from "@/lib/testing/runs";
import { until } from "@/lib/testing/until";
import { approveRun } from "./approve";
import { issueChunk } from "./issue-chunk";
import { planNextWindow } from "./next-window";
import { progressOf } from "./progress";
import { sendRun } from "./send";
import { stopRun } from "./stop";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
let numbers: string[];
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  numbers = await customers(at, 6);
});

const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const finance = () => at.desk.as("finance");
const progress = (runId: string) => progressOf(at.desk.runtime.db.read, runId);
const issue = async (runId: string) => issueChunk(worker(), await runOf(at, runId), () => false);
const step = async () => {
  await at.pass(2_000);
  await at.desk.work();
};
const untilState = (runId: string, state: string) =>
  until(async () => (await runOf(at, runId)).state === state, step);
const reasons = async (runId: string) => (await rowsOf(at, runId)).map((row) => [row.state, row.reason]);
const madeOf = (prefix: string) => [...madeThere(at, prefix).keys()].sort();

describe("a row that is refused at its turn", () => {
  it("is finance's work, one task for the run, until somebody says that it is seen to", async () => {
    const runId = await sent(at, fileFor(numbers, "REFUSED"));
    const [first, second] = await rowsOf(at, runId);
    const suspended = [first, second].map((row) => ({ mandateId: row?.mandateId ?? "", reason: "disputed" }));
    for (const one of suspended) await stopMandate(finance(), { ...one, act: "suspend" });
    await untilState(runId, "done");
    for (const one of suspended) await stopMandate(finance(), { ...one, act: "resume" });
    expect((await progress(runId)).of).toMatchObject({ accepted: 4, refused: 2 });
    const [task, another] = await openTasks(at.desk, runId);
    expect(task).toMatchObject({ kind: "run_rows_refused", noun: "run", role: "finance" });
    expect(another).toBeUndefined();
    const subjects = await taskSubjects(finance(), task ? [task] : []);
    expect(subjects.get(runId)).toMatchObject({ name: "December", rowsRefused: 2 });
    await closeTaskByHand(finance(), task?.id ?? "");
    expect(await openTasks(at.desk, runId)).toEqual([]);
  });

  it("says so when another live payment has its reference by now", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "TAKEN"));
    await createPayment(finance(), {
      mandateId: at.mandateId,
      values: { amount: "77,00", text: "Heat", due: "2026-12-01", reference: "TAKEN-1" },
      despiteDuplicate: false,
    });
    await issue(runId);
    expect(await reasons(runId)).toEqual([["refused", "reference_paid"]]);
  });
});

describe("a fault of ours on one row", () => {
  const breakMandate = (id: string, scheme: string) =>
    inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(mandates).set({ scheme }).where(eq(mandates.id, id));
    });

  it("gives it pauses, so that what is mended within minutes costs nothing, and the others go on", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 3), "PAUSE"));
    const [row] = await rowsOf(at, runId);
    await breakMandate(row?.mandateId ?? "", "odd");
    for (let n = 0; n < 10; n += 1) await issue(runId);
    expect((await rowsOf(at, runId)).map((one) => [one.state, one.faults])).toEqual([
      ["planned", 1],
      ["issued", 0],
      ["issued", 0],
    ]);
    await at.pass(200);
    await at.desk.work();
    await at.desk.work();
    expect((await runOf(at, runId)).state).toBe("sending");
    expect((await progress(runId)).of).toMatchObject({ to_issue: 1, accepted: 2 });
    await at.pass(5_000);
    await issue(runId);
    expect((await rowsOf(at, runId))[0]).toMatchObject({ state: "planned", faults: 2 });
    await breakMandate(row?.mandateId ?? "", "nets-bs");
    await at.pass(30_000);
    await untilState(runId, "done");
    expect(madeOf("PAUSE")).toEqual(["PAUSE-1", "PAUSE-2", "PAUSE-3"]);
  });

  it("gives it up after five in a quarter of an hour, and says so", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "FAULT"));
    const [row] = await rowsOf(at, runId);
    await breakMandate(row?.mandateId ?? "", "odd");
    for (const ms of [0, 5_000, 30_000, 120_000]) {
      await at.pass(ms);
      await issue(runId);
    }
    await at.pass(599_000);
    await issue(runId);
    expect(await reasons(runId)).toEqual([["planned", null]]);
    await at.pass(1_000);
    await issue(runId);
    expect(await reasons(runId)).toEqual([["refused", "fault"]]);
    expect(await openTasks(at.desk, runId)).toMatchObject([{ kind: "run_rows_refused" }]);
    await breakMandate(row?.mandateId ?? "", "nets-bs");
  });
});

describe("a payment that somebody else holds for a moment", () => {
  it("has its turn again, and is not left behind when its sender dies", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 2), "LEASE"));
    await issue(runId);
    await stopRun(finance(), runId);
    await at.moveTo("2026-11-23T09:00:00Z");
    expect(await planNextWindow(finance(), runId)).toBe(2);
    const { contentHash } = await runOf(at, runId);
    await approveRun(approver(at), { runId, contentHash: contentHash ?? "" });
    await sendRun(finance(), runId);
    const [one] = await paymentsOf(at, runId);
    const held = eq(submissions.subjectId, one?.id ?? "");
    const [row] = await at.desk.runtime.db.read.select().from(submissions).where(held);
    // Takes it up, and dies before its permit.
    const dying = interrupted(worker(), 1, () => Promise.reject(new Error("killed")));
    await sendSubmission(dying, row?.id ?? "").catch(() => undefined);
    for (let n = 0; n < 10; n += 1) {
      await workOnce((id) => workerCtx(at.desk.runtime, id));
      await at.pass(1_000);
    }
    const itsRow = (await rowsOf(at, runId)).find((item) => item.paymentId === one?.id);
    expect(itsRow).toMatchObject({ state: "planned", faults: 0 });
    expect((await progress(runId)).of).toMatchObject({ to_issue: 1 });
    // Its lease runs out.
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx
        .update(submissions)
        .set({ leaseUntil: new Date(0) })
        .where(held);
    });
    await untilState(runId, "done");
    expect(madeOf("LEASE")).toEqual(["LEASE-1", "LEASE-2"]);
  });
});
