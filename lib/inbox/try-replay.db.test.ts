import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as tables from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { applyAll, inbox, receive, webEvent } from "@/lib/testing/debitdirect-events";
import { issue, openTasks, paymentOf } from "@/lib/testing/debitdirect-payments";
import { replayMessage, replayMessages } from "./replay";
import { tryReplay } from "./try-replay";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const absent = JSON.stringify({ title: "Not Found", status: 404 });

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
});

/** Everything that a replay could change, as it stands. */
async function everything(): Promise<string> {
  const { read } = at.desk.runtime.db;
  const kept = [
    tables.mandates,
    tables.payments,
    tables.moves,
    tables.submissions,
    tables.messages,
    tables.tasks,
    tables.auditLog,
    tables.auditHeads,
    tables.counters,
    tables.connections,
  ];
  const rows: unknown[] = [];
  for (const table of kept) rows.push(await read.select().from(table));
  return JSON.stringify(rows);
}

/** A collected payment whose event came while the provider did not have it, for longer than a day: parked. */
async function parkedEvent(): Promise<{ paymentId: string; messageId: string }> {
  const { paymentId, submissionId } = await issue(at);
  await sendSubmission(at.desk.as("finance"), submissionId);
  await at.moveTo("2026-12-02T12:00:00Z");
  const { providerId } = await paymentOf(at.desk, paymentId);
  at.simulator.faults.arm({
    kind: "status",
    method: "GET",
    path: "/payments",
    status: 404,
    body: absent,
    times: 99,
  });
  await receive(at, webEvent("payment", "settled", { handle: providerId }));
  for (let hours = 0; hours < 26; hours += 1) {
    await applyAll(at);
    await at.pass(3_600_000);
  }
  at.simulator.faults.clear();
  const [message] = await inbox(at);
  return { paymentId, messageId: message?.id ?? "" };
}

describe("W11: an event whose object is not there", () => {
  it("is asked about for a day, then parked with a task and with the record it is about", async () => {
    const { paymentId, messageId } = await parkedEvent();
    expect(await inbox(at)).toMatchObject([
      { id: messageId, state: "parked", effect: "not there", subjectId: paymentId },
    ]);
    expect(await openTasks(at.desk, messageId)).toMatchObject([{ kind: "message_parked", role: "admin" }]);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("pending");
  });

  it("is parked at once when it is nothing of ours, and the next one is applied all the same", async () => {
    const { paymentId, submissionId } = await issue(at);
    await sendSubmission(at.desk.as("finance"), submissionId);
    await at.moveTo("2026-12-02T12:00:00Z");
    const { providerId } = await paymentOf(at.desk, paymentId);
    // Signed up and gone before we ever heard of it.
    const gone = { agreement: at.agreementHandle, customerNumber: "900001", status: "Cancelled" };
    await control(at.simulator.url, "/_sim/mandates", gone);
    const there = await (await fetch(`${at.simulator.url}/_sim/mandates`)).json();
    await receive(at, webEvent("mandate", "cancel", there.at(-1).handle));
    await receive(at, webEvent("payment", "settled", { handle: providerId }));
    await applyAll(at);
    const kept = await inbox(at);
    expect(kept.map(({ title, state, effect }) => [title, state, effect])).toEqual(
      expect.arrayContaining([
        ["mandate cancel", "parked", "not ours"],
        ["payment settled", "done", "moved:settle"],
      ]),
    );
    expect((await paymentOf(at.desk, paymentId)).state).toBe("settled");
  });
});

describe("a dry run", () => {
  it("says what a replay would change, keeps nothing, and the replay does just that", async () => {
    const { paymentId, messageId } = await parkedEvent();
    const before = await everything();
    const tried = await tryReplay(at.desk.as("admin"), messageId);
    expect(tried).toMatchObject({
      complete: true,
      absent: 0,
      admitted: [
        { about: "payment", effect: "moved:settle", subjectId: paymentId, from: "pending", to: "settled" },
      ],
    });
    expect(await everything()).toBe(before);

    await replayMessage(at.desk.as("admin"), messageId);
    expect(await openTasks(at.desk, messageId)).toEqual([]);
    await applyAll(at);
    const [message] = await inbox(at);
    expect(message).toMatchObject({ state: "done", outcome: tried.admitted });
    expect((await paymentOf(at.desk, paymentId)).state).toBe("settled");
  });

  it("says when the provider cannot be read, or does not have it, and when nothing would change", async () => {
    const { messageId } = await parkedEvent();
    const admin = at.desk.as("admin");
    const fail = (status: number, body: string) =>
      at.simulator.faults.arm({ kind: "status", method: "GET", path: "/payments", status, body, times: 1 });
    fail(503, "");
    expect(await tryReplay(admin, messageId)).toMatchObject({ complete: false, admitted: [] });
    fail(404, absent);
    expect(await tryReplay(admin, messageId)).toMatchObject({ complete: true, absent: 1, admitted: [] });
    await replayMessage(admin, messageId);
    await applyAll(at);
    expect((await tryReplay(admin, messageId)).admitted).toMatchObject([{ effect: "same" }]);
  });

  it("of a mandate that would be new here says so, and makes none", async () => {
    const made = { agreement: at.agreementHandle, customerNumber: "900002" };
    await control(at.simulator.url, "/_sim/mandates", made);
    const there = await (await fetch(`${at.simulator.url}/_sim/mandates`)).json();
    await receive(at, webEvent("mandate", "registration", there.at(-1).handle));
    const [message] = await inbox(at);
    const before = await everything();
    expect((await tryReplay(at.desk.as("admin"), message?.id ?? "")).admitted).toMatchObject([
      { about: "mandate", from: null, to: "active" },
    ]);
    expect(await everything()).toBe(before);
  });
});

describe("several parked events", () => {
  it("are replayed together; one that is not parked any more is left out, another creditor's is not there", async () => {
    const { messageId } = await parkedEvent();
    await receive(at, webEvent("mandate", "cancel", "md_unknownthere"));
    const other = (await inbox(at)).find(({ id }) => id !== messageId)?.id ?? "";
    const admin = at.desk.as("admin");
    expect(await replayMessages(admin, [messageId, other, messageId])).toBe(1);
    expect(await replayMessages(admin, [messageId])).toBe(0);
    const stranger = { ...admin, creditorId: "cre_other" };
    await expect(replayMessages(stranger, [messageId])).rejects.toMatchObject({ code: "not_found" });
    await expect(replayMessages(admin, [])).rejects.toMatchObject({ code: "invalid" });
    const { read } = at.desk.runtime.db;
    const audited = await read
      .select()
      .from(tables.auditLog)
      .where(eq(tables.auditLog.action, "message.replayed"));
    expect(audited).toHaveLength(1);
    expect(workerCtx(at.desk.runtime, at.desk.creditorId).permissions.has("messages.replay")).toBe(false);
  });
});
