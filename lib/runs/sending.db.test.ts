import { and, eq, isNotNull } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { connections, payments, submissions } from "@/db/schema";
import { workOnce } from "@/lib/jobs/worker";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { replanPayment } from "@/lib/payments/replan";
import { workerCtx } from "@/lib/runtime";
import { dueSends } from "@/lib/submissions/due";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { interrupted, openTasks, simulate, whileUnreachable } from "@/lib/testing/debitdirect-payments";
import {
  approver,
  customers,
  fileFor,
  HEAD,
  madeThere,
  paymentsOf,
  rowsOf,
  runOf,
  sent,
} from "@/lib/testing/runs";
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
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  numbers = await customers(at, 12);
});

const worker = () => workerCtx(at.desk.runtime, at.desk.creditorId);
const finance = () => at.desk.as("finance");
const progress = (runId: string) => progressOf(at.desk.runtime.db.read, runId);
const issue = async (runId: string) => issueChunk(worker(), await runOf(at, runId), () => false);
const untilState = (runId: string, state: string) =>
  until(
    async () => (await runOf(at, runId)).state === state,
    async () => {
      await at.pass(2_000);
      await at.desk.work();
    },
  );
const once = (prefix: string, count: number) =>
  new Map(Array.from({ length: count }, (_, index) => [`${prefix}-${index + 1}`, 1]));
const sorted = (made: Map<string, number>) => [...made].sort(([a], [b]) => a.localeCompare(b));

describe("a run that is sent", () => {
  it("comes to its end with every row accounted for and made once; a second press changes nothing", async () => {
    const runId = await sent(at, fileFor(numbers, "ALL"));
    expect(await progress(runId)).toMatchObject({ total: 12, of: { to_issue: 12 } });
    await sendRun(finance(), runId);
    await untilState(runId, "done");
    expect((await progress(runId)).of).toMatchObject({ to_issue: 0, accepted: 12, held: 0, refused: 0 });
    expect(sorted(madeThere(at, "ALL"))).toEqual(sorted(once("ALL", 12)));
    await expect(sendRun(finance(), runId)).rejects.toMatchObject({ code: "move_not_allowed" });
    const made = await paymentsOf(at, runId);
    expect(made.map((one) => one.reference).sort()).toEqual([...once("ALL", 12).keys()].sort());
    const [submission] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(eq(submissions.subjectId, made[0]?.id ?? ""));
    // It is the preparer's wish, whoever does it: a second send of it needs somebody else.
    expect(submission).toMatchObject({ actorId: finance().actor.id });
  });

  it("P6: is issued once by several workers at once", async () => {
    const runId = await sent(at, fileFor(numbers, "MANY"));
    await Promise.all(Array.from({ length: 6 }, () => issue(runId)));
    expect(await progress(runId)).toMatchObject({ total: 12, of: { to_issue: 0, sending: 12 } });
    expect(await paymentsOf(at, runId)).toHaveLength(12);
    await Promise.all(Array.from({ length: 3 }, () => workOnce((id) => workerCtx(at.desk.runtime, id))));
    await untilState(runId, "done");
    expect(sorted(madeThere(at, "MANY"))).toEqual(sorted(once("MANY", 12)));
  });

  it("P4: goes on where it stood when its worker died, at whichever commit", async () => {
    const runId = await sent(at, fileFor(numbers, "DIES"));
    for (let nth = 1; nth <= 9; nth += 1) {
      const dying = interrupted(worker(), nth, () => Promise.reject(new Error("killed")));
      // As of one that is killed: the first error ends it, nothing of it goes on.
      let dead = false;
      const mortal = {
        ...dying,
        db: {
          ...dying.db,
          transaction: async <T>(work: Parameters<typeof dying.db.transaction<T>>[0]): Promise<T> => {
            if (dead) throw new Error("dead");
            return dying.db.transaction(work).catch((error: unknown) => {
              dead = true;
              throw error;
            });
          },
        },
      };
      await issueChunk(mortal, await runOf(at, runId), () => dead).catch(() => undefined);
      const { total, of } = await progress(runId);
      expect(total).toBe(12);
      expect(await paymentsOf(at, runId)).toHaveLength(of.sending);
    }
    await untilState(runId, "done");
    expect((await progress(runId)).of.accepted).toBe(12);
    expect(sorted(madeThere(at, "DIES"))).toEqual(sorted(once("DIES", 12)));
  });

  it("leaves out at its turn what has become impossible, and says why", async () => {
    const [a = "", b = "", c = ""] = numbers;
    const runId = await sent(at, fileFor([a, b, c], "LATE"));
    const [first] = await rowsOf(at, runId);
    const suspended = { mandateId: first?.mandateId ?? "", reason: "disputed" } as const;
    await stopMandate(finance(), { ...suspended, act: "suspend" });
    await issue(runId);
    expect((await rowsOf(at, runId)).map((row) => [row.state, row.reason])).toEqual([
      ["refused", "mandate_not_active"],
      ["issued", null],
      ["issued", null],
    ]);
    await untilState(runId, "done");
    expect((await progress(runId)).of).toMatchObject({ accepted: 2, refused: 1 });
    await stopMandate(finance(), { ...suspended, act: "resume" });
  });

  it("counts each of its payments where it ends: refused, cancelled, unknown and then found", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 4), "ENDS"));
    await issue(runId);
    const [one, two, three] = await paymentsOf(at, runId);
    await cancelPayment(finance(), { paymentId: one?.id ?? "", reason: "paid in cash" });
    const send = async (paymentId: string | undefined) => {
      const [row] = await at.desk.runtime.db.read
        .select()
        .from(submissions)
        .where(eq(submissions.subjectId, paymentId ?? ""));
      await sendSubmission(worker(), row?.id ?? "");
    };
    const fault = { method: "POST", path: "/payments", times: 1 };
    at.simulator.faults.arm({ ...fault, kind: "status", status: 422, body: '{"message":"no"}' });
    await send(two?.id);
    at.simulator.faults.arm({ ...fault, kind: "cut-after" });
    await send(three?.id);
    expect((await progress(runId)).of).toEqual({
      ...{ to_issue: 0, sending: 1, accepted: 0, refused: 1, unknown: 1, held: 0, cancelled: 1 },
    });
    await untilState(runId, "done");
    expect((await progress(runId)).of).toMatchObject({ accepted: 2, refused: 1, unknown: 0, cancelled: 1 });
  });
});

describe("what is due goes by its deadline and then by its amount", () => {
  it("when there is more than can be taken up at once", async () => {
    const [a, b, c, d] = numbers;
    const runId = await sent(
      at,
      [
        HEAD,
        `${a};10,00;Heat;RANK-1;2027-01-04`,
        `${b};20,00;Heat;RANK-2;2026-12-01`,
        `${c};5.000,00;Heat;RANK-3;2027-01-04`,
        `${d};900,00;Heat;RANK-4;2026-12-01`,
      ].join("\n"),
    );
    await issue(runId);
    const own = new Map((await paymentsOf(at, runId)).map((one) => [one.id, one.reference]));
    const due = await dueSends(worker(), 50);
    const rows = await at.desk.runtime.db.read.select().from(submissions);
    const order = due.map((one) => own.get(rows.find((row) => row.id === one.id)?.subjectId ?? ""));
    expect(order).toEqual(["RANK-4", "RANK-2", "RANK-3", "RANK-1"]);
    await untilState(runId, "done");
  });

  it("A5: a provider that asks for a pause is not asked again by those that were taken up already", async () => {
    const runId = await sent(at, fileFor(numbers, "RATE"));
    await issue(runId);
    const before = at.simulator.journal.length;
    const headers = { "retry-after": "60" };
    at.simulator.faults.arm({
      kind: "status",
      method: "POST",
      path: "/payments",
      status: 429,
      headers,
      times: 99,
    });
    await at.desk.work();
    const refused = at.simulator.journal.slice(before).filter((entry) => entry.status === 429);
    // As many as were on their way at once, and none after them.
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(4);
    expect(await dueSends(worker(), 50)).toEqual([]);
    at.simulator.faults.clear();
    // Refused without a word of the provider's own, it goes again under the same key once two look-ups found nothing.
    await untilState(runId, "done");
    expect(sorted(madeThere(at, "RATE"))).toEqual(sorted(once("RATE", 12)));
  });
});

describe("U8: a run that is stopped", () => {
  it("lets nothing further leave, says how many are where, and goes on under its approval", async () => {
    const runId = await sent(at, fileFor(numbers, "STOP"));
    await issue(runId);
    const [first] = await paymentsOf(at, runId);
    const [row] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(eq(submissions.subjectId, first?.id ?? ""));
    // Taken up and not permitted when the stop comes: it does not leave.
    await sendSubmission(
      interrupted(worker(), 1, () => stopRun(finance(), runId)),
      row?.id ?? "",
    );
    expect(madeThere(at, "STOP").size).toBe(0);
    const counts = await stopRun(finance(), runId);
    expect(counts).toMatchObject({ total: 12, of: { held: 12, sending: 0 }, held: { stopped: 12 } });
    await at.pass(10_000);
    await at.desk.work();
    expect(madeThere(at, "STOP").size).toBe(0);
    await resumeRun(finance(), runId);
    await untilState(runId, "done");
    expect(sorted(madeThere(at, "STOP"))).toEqual(sorted(once("STOP", 12)));
  });

  it("keeps back what had its permit and came back unsent after the stop", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "BACK"));
    await issue(runId);
    const [payment] = await paymentsOf(at, runId);
    const [row] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(eq(submissions.subjectId, payment?.id ?? ""));
    await whileUnreachable(at, () =>
      sendSubmission(
        interrupted(worker(), 2, () => stopRun(finance(), runId)),
        row?.id ?? "",
      ),
    );
    await at.pass(300_000);
    await at.desk.work();
    expect(madeThere(at, "BACK").size).toBe(0);
    expect(await progress(runId)).toMatchObject({ of: { held: 1 }, held: { stopped: 1 } });
    await resumeRun(finance(), runId);
    await untilState(runId, "done");
    expect(sorted(madeThere(at, "BACK"))).toEqual(sorted(once("BACK", 1)));
  });

  it("keeps back what was issued in the moment of the stop, and does not forget it when it goes on in that moment", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 1), "RACE"));
    await issue(runId);
    const [payment] = await paymentsOf(at, runId);
    const [row] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(eq(submissions.subjectId, payment?.id ?? ""));
    await stopRun(finance(), runId);
    await resumeRun(finance(), runId);
    await sendSubmission(
      interrupted(worker(), 1, async () => {
        await stopRun(finance(), runId);
        await resumeRun(finance(), runId);
      }),
      row?.id ?? "",
    );
    await untilState(runId, "done");
    expect(sorted(madeThere(at, "RACE"))).toEqual(sorted(once("RACE", 1)));
  });
});

describe("T3, T4: a cut-off that passes while a run is sent", () => {
  it("holds what has not left, in one group, and moves it by one action under a new approval", async () => {
    const runId = await sent(at, fileFor(numbers.slice(0, 6), "CUT"));
    const chunk = await runOf(at, runId);
    let issued = 0;
    await issueChunk(worker(), chunk, () => {
      issued += 1;
      return issued > 3;
    });
    const [gone] = await paymentsOf(at, runId);
    const [row] = await at.desk.runtime.db.read
      .select()
      .from(submissions)
      .where(eq(submissions.subjectId, gone?.id ?? ""));
    await sendSubmission(worker(), row?.id ?? "");
    expect((await progress(runId)).of).toMatchObject({ to_issue: 3, sending: 2, accepted: 1 });

    await at.moveTo("2026-11-23T09:00:00Z");
    await untilState(runId, "stopped");
    expect(await progress(runId)).toMatchObject({ of: { held: 5, accepted: 1 }, held: { cutoff: 5 } });
    expect(await openTasks(at.desk, runId)).toMatchObject([{ kind: "run_held", role: "finance" }]);
    // One group with one action: none of its payments can be moved alone, past the approval.
    const held = (await paymentsOf(at, runId)).find((one) => one.state === "ready");
    await expect(replanPayment(finance(), held?.id ?? "")).rejects.toMatchObject({ code: "of_a_run" });
    await expect(resumeRun(finance(), runId).then(() => untilState(runId, "stopped"))).resolves.not.toThrow();

    expect(await planNextWindow(finance(), runId)).toBe(5);
    const frozen = await runOf(at, runId);
    expect(frozen).toMatchObject({ state: "frozen", approvedHash: null });
    await at.desk.work();
    expect(madeThere(at, "CUT").size).toBe(1);
    await expect(sendRun(finance(), runId)).rejects.toMatchObject({ code: "move_not_allowed" });
    await approveRun(approver(at), { runId, contentHash: frozen.contentHash ?? "" });
    await sendRun(finance(), runId);
    await untilState(runId, "done");
    expect(sorted(madeThere(at, "CUT"))).toEqual(sorted(once("CUT", 6)));
    const planned = (await paymentsOf(at, runId)).map((one) => one.planned).sort();
    expect(planned).toEqual(["2026-12-01", ...Array(5).fill("2027-01-04")]);
    expect(await openTasks(at.desk, runId)).toEqual([]);
  });
});

describe("I8: whatever happened", () => {
  it("no payment of a run has two rows, and no row two payments", async () => {
    const { read } = at.desk.runtime.db;
    const issued = await read.select().from(payments).where(isNotNull(payments.runId));
    const references = issued.map((one) => one.reference);
    expect(new Set(references).size).toBe(references.length);
    const [connection] = await read
      .select()
      .from(connections)
      .where(and(eq(connections.id, at.connectionId)));
    expect(connection?.identity).toMatch(/\w/);
    await simulate(at, {});
  });
});
