import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { mandates, payments, tasks } from "@/db/schema";
import { API_KEY, type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { openTasks, paymentOf } from "@/lib/testing/debitdirect-payments";
import { until } from "@/lib/testing/until";
import { adoptFromTask } from "./adopt-from-task";
import { getFound } from "./found-task";

vi.setConfig({ testTimeout: 60_000 });

/** Somebody else makes a payment with the creditor's own key, and a poll finds it. */
async function madeThere(at: DebitDirectDesk) {
  const [mandate] = await at.desk.runtime.db.read
    .select()
    .from(mandates)
    .where(eq(mandates.id, at.mandateId));
  const answer = await fetch(`${at.simulator.url}/payments`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${API_KEY}:`).toString("base64")}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({
      mandate: mandate?.providerId,
      amount: 7_700,
      currency: "DKK",
      paymentDate: "2026-12-01T00:00:00Z",
      description: "By hand",
      reference: "HAND-1",
    }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { handle }: { handle: string } = JSON.parse(await answer.text());
  const subject = `${at.connectionId}/${handle}`;
  await until(
    async () => (await openTasks(at.desk, subject)).length > 0,
    async () => {
      await at.pass(60_000);
      await at.desk.work();
    },
  );
  const [task] = await openTasks(at.desk, subject);
  return { handle, subject, taskId: task?.id ?? "" };
}

const start = "2026-11-10T09:00:00Z";
const all = (at: DebitDirectDesk) => at.desk.runtime.db.read.select().from(payments);
const madeThereEver = (at: DebitDirectDesk) =>
  at.simulator.journal.filter((entry) => /ref=/.test(entry.effect ?? "")).length;

describe("A15: a payment that is there and unknown here", () => {
  it("is a task that says what is known of it, and is taken over by choice, once", async () => {
    const at = await deskOnDebitDirect(start);
    const { handle, subject, taskId } = await madeThere(at);
    expect(await all(at)).toEqual([]);
    const finance = at.desk.as("finance");
    expect(await getFound(finance, taskId)).toMatchObject({
      providerId: handle,
      mandate: { id: at.mandateId },
      task: { amountMinor: 7_700, currency: "DKK", params: { reference: "HAND-1", planned: "2026-12-01" } },
    });
    const id = await adoptFromTask(finance, { taskId, reason: "the bookkeeper made it by hand" });
    expect(await paymentOf(at.desk, id)).toMatchObject({
      state: "pending",
      providerId: handle,
      reference: "HAND-1",
      amountMinor: 7_700,
      debtorId: at.debtorId,
      planned: "2026-12-01",
    });
    expect(await openTasks(at.desk, subject)).toEqual([]);
    await expect(adoptFromTask(finance, { taskId, reason: "again" })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await all(at)).toHaveLength(1);
    // Taken over, and nothing was sent for it.
    expect(madeThereEver(at)).toBe(1);
  });

  it("is taken over once by two at the same time", async () => {
    const at = await deskOnDebitDirect(start);
    const { taskId } = await madeThere(at);
    const tries = await Promise.allSettled(
      ["one", "other"].map((reason) => adoptFromTask(at.desk.as("finance"), { taskId, reason })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(tries.filter((one) => one.status === "rejected")).toMatchObject([
      { reason: { code: "changed_meanwhile" } },
    ]);
    expect(await all(at)).toHaveLength(1);
  });

  it("needs a reason, and leaves the task where the provider cannot be read", async () => {
    const at = await deskOnDebitDirect(start);
    const { subject, taskId } = await madeThere(at);
    const finance = at.desk.as("finance");
    await expect(adoptFromTask(finance, { taskId, reason: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: { reason: "required" },
    });
    at.simulator.faults.arm({ kind: "status", method: "GET", path: "/payments", status: 503, times: 50 });
    await expect(adoptFromTask(finance, { taskId, reason: "mine" })).rejects.toMatchObject({
      code: "not_readable_there",
    });
    expect(await all(at)).toEqual([]);
    expect(await openTasks(at.desk, subject)).toHaveLength(1);
    expect(await at.desk.runtime.db.read.select().from(tasks).where(eq(tasks.id, taskId))).toMatchObject([
      { state: "open" },
    ]);
  });
});
