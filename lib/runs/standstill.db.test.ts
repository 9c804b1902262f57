import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runItems } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { recordEnd } from "@/lib/mandates/record-end";
import { workerCtx } from "@/lib/runtime";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { openTasks } from "@/lib/testing/debitdirect-payments";
import { customers, fileFor, paymentsOf, rowsOf, runOf, sent } from "@/lib/testing/runs";
import { toldEnd } from "@/lib/testing/told-end";
import { until } from "@/lib/testing/until";
import { issueChunk } from "./issue-chunk";
import { progressOf } from "./progress";
import { resumeRun } from "./resume";
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
