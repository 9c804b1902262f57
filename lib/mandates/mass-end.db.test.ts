import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { auditLog, mandates, payments, submissions, tasks } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { createDebtor } from "@/lib/debtors/create";
import { pollConnection } from "@/lib/inbox/poll";
import { createPayment } from "@/lib/payments/create";
import { workerCtx } from "@/lib/runtime";
import { closeTaskByHand } from "@/lib/tasks/close";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { assume } from "@/lib/testing/debitdirect-payments";
import { linkMandate } from "./link";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
});

const poll = () => pollConnection(workerCtx(at.desk.runtime, at.desk.creditorId), at.connectionId);
const mandateOf = async (customerNumber: string) => {
  const rows = await at.desk.runtime.db.read
    .select()
    .from(mandates)
    .where(eq(mandates.customerNumber, customerNumber))
    .orderBy(mandates.createdAt, mandates.id);
  return rows;
};
const open = async (kind: string) =>
  at.desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.kind, kind), eq(tasks.state, "open")));

/** So many debtors who signed up, each with a payment that waits. */
async function signedUp(count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, n) => `3000${10 + n}`);
  for (const customerNumber of numbers) {
    await createDebtor(at.desk.as("agent"), {
      kind: "person",
      name: `Bo ${customerNumber}`,
      customer_number: customerNumber,
    });
    await control(at.simulator.url, "/_sim/mandates", { agreement: at.agreementHandle, customerNumber });
  }
  await poll();
  for (const customerNumber of numbers) {
    const [mandate] = await mandateOf(customerNumber);
    await createPayment(at.desk.as("finance"), {
      mandateId: mandate?.id ?? "",
      values: { amount: "100,00", text: "Heat" },
      despiteDuplicate: false,
    });
  }
  return numbers;
}

const cancel = async (customerNumber: string) => {
  const rows = await mandateOf(customerNumber);
  await control(at.simulator.url, `/_sim/mandates/${rows.at(-1)?.providerId}/cancel`);
};
const bankChange = () =>
  control(at.simulator.url, "/_sim/mandates/cancel-all", { agreement: at.agreementHandle });

describe("mandates that end one by one", () => {
  it("each make a task when payments count on them, and none is held back", async () => {
    const [first = "", second = ""] = await signedUp(6);
    await cancel(first);
    await poll();
    expect(await open("mandate_gone")).toMatchObject([
      { noun: "mandate", role: "agent", params: { count: 1 } },
    ]);
    // Four in all, over days: never many at once.
    for (const number of [second]) {
      await at.pass(26 * 3_600_000);
      await cancel(number);
      await poll();
    }
    expect(await open("mandate_gone")).toHaveLength(2);
    expect(await open("mass_end")).toEqual([]);
  });
});

describe("R7: many mandates of one agreement that end within a day", () => {
  it("are held back: one task says so, nothing is closed or cancelled, and a person lets it go on", async () => {
    await signedUp(8);
    const { read } = at.desk.runtime.db;
    const waiting = await read.select().from(submissions).where(eq(submissions.state, "intended"));
    await bankChange();
    await poll();
    expect(await open("mass_end")).toMatchObject([
      {
        noun: "agreement",
        subjectId: at.agreementId,
        role: "finance",
        params: { count: 9 },
      },
    ]);
    expect(await open("mandate_gone")).toEqual([]);
    // Nothing automatic has touched what hung on them.
    expect((await read.select().from(payments)).map(({ state }) => state)).toEqual(
      Array.from({ length: 8 }, () => "ready"),
    );
    expect(await read.select().from(submissions).where(eq(submissions.state, "intended"))).toHaveLength(
      waiting.length,
    );
    await at.desk.work();
    expect((await read.select().from(payments)).map(({ state }) => state)).toEqual(
      Array.from({ length: 8 }, () => "ready"),
    );
    const [held] = await open("mass_end");
    await closeTaskByHand(at.desk.as("finance"), held?.id ?? "");
    expect(await open("mandate_gone")).toHaveLength(8);
  });

  it("by the share or by the number, and never below the floor: all three are settings", async () => {
    await assume(at, { mass_end_percent: "100", mass_end_count: "2", mass_end_floor: "1" });
    const [one = "", two = "", three = ""] = await signedUp(4);
    for (const number of [one, two]) await cancel(number);
    await poll();
    expect(await open("mass_end")).toEqual([]);
    await cancel(three);
    await poll();
    expect(await open("mass_end")).toMatchObject([{ params: { count: 3 } }]);
  });

  it("come back: each is tied to its debtor, keeps its history, and is not told of when the rest is let go", async () => {
    const [back = "", tied = ""] = await signedUp(8);
    // One whom a person had tied to a debtor of another number.
    const agent = at.desk.as("agent");
    await control(at.simulator.url, "/_sim/mandates", {
      agreement: at.agreementHandle,
      customerNumber: "0400001",
    });
    await poll();
    const [odd] = await mandateOf("0400001");
    const [known] = await mandateOf(tied);
    await linkMandate(agent, { mandateId: odd?.id ?? "", debtorId: known?.debtorId ?? "" });

    await bankChange();
    await poll();
    await at.pass(2 * 86_400_000);
    for (const customerNumber of [back, "0400001"])
      await control(at.simulator.url, "/_sim/mandates", { agreement: at.agreementHandle, customerNumber });
    await poll();
    const [before, after] = await mandateOf(back);
    expect([before?.state, after?.state]).toEqual(["ended", "active"]);
    expect(after?.debtorId).toBe(before?.debtorId);
    expect((await mandateOf("0400001")).map(({ debtorId }) => debtorId)).toEqual([
      known?.debtorId,
      known?.debtorId,
    ]);
    expect(await open("mandate_without_debtor")).toEqual([]);
    const told = await at.desk.runtime.db.read
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "mandate.reappeared"));
    expect(told).toHaveLength(2);

    const [held] = await open("mass_end");
    await closeTaskByHand(at.desk.as("finance"), held?.id ?? "");
    expect(await open("mandate_gone")).toHaveLength(7);
  });
});
