import { eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { mandates, messages, payments, tasks } from "@/db/schema";
import { control, show } from "@/db/seed/simulators";
import { inTransaction } from "@/db/transaction";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, openTasks, paymentOf } from "@/lib/testing/debitdirect-payments";
import { applyMessage, dueMessages } from "./apply";
import { pollConnection } from "./poll";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
});

async function received(id: string, hints: readonly object[]): Promise<void> {
  const { runtime, creditorId } = at.desk;
  const now = runtime.clock.now();
  await inTransaction(runtime.db, async (tx) => {
    await tx.insert(messages).values({
      id,
      creditorId,
      connectionId: at.connectionId,
      direction: "in",
      title: "payment settled",
      method: "POST",
      url: "",
      requestHeaders: {},
      requestBody: "",
      result: "received",
      at: now,
      authenticity: "unsigned",
      dedupeKey: id,
      repeats: 0,
      hints,
      state: "waiting",
      tries: 0,
      nextAt: now,
      fence: 0,
    });
  });
}

async function message(id: string) {
  const [row] = await at.desk.runtime.db.read.select().from(messages).where(eq(messages.id, id));
  return row;
}

async function applyAll(): Promise<void> {
  const { runtime, creditorId } = at.desk;
  const worker = workerCtx(runtime, creditorId);
  for (const { id } of await dueMessages(worker, 50)) await applyMessage(worker, id);
}

const theirPayments = async () =>
  z
    .array(z.object({ handle: z.string(), reference: z.string().nullable() }))
    .parse(await show(at.simulator.url, "/_sim/payments"));

const reads = () =>
  at.simulator.journal.filter((entry) => entry.method === "GET" && entry.path.startsWith("/payments")).length;

describe("W6: a message whose object cannot be read again", () => {
  it("waits out an outage of hours without being parked, asks ever more seldom, and is applied after it", async () => {
    await received("msg_outage", [{ about: "payments" }]);
    const fault = { kind: "status", method: "GET", path: "/payments", status: 503, times: 10_000 } as const;
    at.simulator.faults.arm(fault);
    const asked = () => at.simulator.journal.filter((entry) => entry.fault === "status").length;
    for (let minutes = 0; minutes < 180; minutes += 1) {
      await at.pass(60_000);
      await applyAll();
    }
    expect(await message("msg_outage")).toMatchObject({ state: "waiting", tries: 0 });
    expect(asked()).toBeGreaterThan(15);
    expect(asked()).toBeLessThan(40);
    expect(await openTasks(at.desk, "msg_outage")).toEqual([]);
    at.simulator.faults.clear();
    await at.pass(600_000);
    await applyAll();
    expect(await message("msg_outage")).toMatchObject({ state: "done" });
  });

  it("W12: is parked with a task when the fault is ours, after five tries", async () => {
    await received("msg_fault", [{ about: "payment" }]);
    for (let tries = 0; tries < 5; tries += 1) {
      await at.pass(600_000);
      await applyAll();
    }
    expect(await message("msg_fault")).toMatchObject({ state: "parked", tries: 5 });
    expect(await openTasks(at.desk, "msg_fault")).toMatchObject([{ kind: "message_parked" }]);
  });
});

describe("A16: a message about something that does not show itself yet", () => {
  const named = (handle: string) => [{ about: "payment", ref: { providerId: handle } }];

  it("is asked about ever more seldom for as long as a day, and applied when it shows itself", async () => {
    const hours = 20;
    await control(at.simulator.url, "/_sim/settings", { visibilityLagSeconds: hours * 3_600 });
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    const { paymentId, submissionId } = await issue(at, { reference: "HIDDEN" });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const [made] = (await theirPayments()).filter((one) => one.reference === "HIDDEN");
    await received("msg_hidden", named(made?.handle ?? ""));
    const before = reads();
    for (let hour = 0; hour < hours - 1; hour += 1) {
      for (let part = 0; part < 4; part += 1) {
        await at.pass(900_000);
        await applyAll();
      }
    }
    expect(await message("msg_hidden")).toMatchObject({ state: "waiting", effect: "not there" });
    expect(await openTasks(at.desk, "msg_hidden")).toEqual([]);
    expect(reads() - before).toBeLessThan(25);
    for (let hour = 0; hour < 5; hour += 1) {
      await at.pass(3_600_000);
      await applyAll();
    }
    expect(await message("msg_hidden")).toMatchObject({ state: "done", subjectId: paymentId });
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ providerId: made?.handle });
    await control(at.simulator.url, "/_sim/settings", { visibilityLagSeconds: 0 });
  });

  it("is parked with a task after a day, and not before", async () => {
    await received("msg_nowhere", named("pay_nowhere000000000000000000"));
    for (let hour = 0; hour < 23; hour += 1) {
      await at.pass(3_600_000);
      await applyAll();
    }
    expect(await message("msg_nowhere")).toMatchObject({ state: "waiting" });
    for (let hour = 0; hour < 4; hour += 1) {
      await at.pass(3_600_000);
      await applyAll();
    }
    expect(await message("msg_nowhere")).toMatchObject({ state: "parked", effect: "not there" });
    expect(await openTasks(at.desk, "msg_nowhere")).toMatchObject([{ kind: "message_parked" }]);
  });
});

describe("a message whose last commit was not heard of", () => {
  it("D3: stays done, and does not wait again", async () => {
    await received("msg_unheard", [{ about: "payments" }]);
    const { runtime, creditorId } = at.desk;
    let broken = false;
    const db: typeof runtime.db = {
      ...runtime.db,
      transaction: async (work) => {
        const result = await runtime.db.transaction(work);
        if (broken || (await message("msg_unheard"))?.state !== "done") return result;
        broken = true;
        throw new Error("the connection broke at the commit");
      },
    };
    await applyMessage(workerCtx({ ...runtime, db }, creditorId), "msg_unheard");
    expect(broken).toBe(true);
    expect(await message("msg_unheard")).toMatchObject({ state: "done", nextAt: null, tries: 0 });
  });
});

describe("a list with a piece in it that cannot be let in", () => {
  const poll = () => pollConnection(workerCtx(at.desk.runtime, at.desk.creditorId), at.connectionId);

  it("lets the others in, and opens a task for that one alone", async () => {
    const [bad, good] = [await issue(at), await issue(at, { amount: "250,00" })];
    for (const { submissionId } of [bad, good]) await sendSubmission(at.desk.as("finance"), submissionId);
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(payments).set({ scheme: "of an older version" }).where(eq(payments.id, bad.paymentId));
    });
    await at.moveTo("2026-11-24T12:00:00Z");
    await poll();
    expect((await paymentOf(at.desk, good.paymentId)).state).toBe("scheduled");
    expect((await paymentOf(at.desk, bad.paymentId)).state).toBe("pending");
    expect(await openTasks(at.desk, `${at.connectionId}/Scheduled`)).toMatchObject([
      { kind: "evidence_failed", role: "admin" },
    ]);
  });

  it("A6: reads a customer's name with a NUL in it, and those beside it", async () => {
    const agreement = at.agreementHandle;
    const sign = (customerNumber: string, customerName: string) =>
      control(at.simulator.url, "/_sim/mandates", { agreement, customerNumber, customerName });
    await sign("100260", "Be\u0000rit");
    await sign("100261", "Bent");
    await poll();
    const { read } = at.desk.runtime.db;
    const found = await read.select().from(mandates).where(like(mandates.customerNumber, "10026%"));
    expect(found.map((one) => one.state)).toEqual(["active", "active"]);
    expect(found.map((one) => one.debtorName.includes("\u0000"))).toEqual([false, false]);
    const failed = await read.select().from(tasks).where(eq(tasks.kind, "evidence_failed"));
    expect(failed.filter((one) => one.params.about === "mandate")).toEqual([]);
  });
});
