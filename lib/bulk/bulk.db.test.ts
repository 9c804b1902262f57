import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { bulkRows, bulks, requests, users } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { bulkOnce } from "@/lib/jobs/bulk";
import { getMandate } from "@/lib/mandates/get";
import { cancelPayment } from "@/lib/payments/cancel";
import { workerCtx } from "@/lib/runtime";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue, paymentOf, submissionOf, workUntilClosed } from "@/lib/testing/debitdirect-payments";
import { employ } from "@/lib/testing/imports";
import { getBulk, listBulkRows } from "./get";
import { openBulk } from "./open";
import { countIn } from "./progress";
import { startBulk } from "./start";
import type { BulkVerbName } from "./states";
import { stopBulk } from "./stop";
import { tidyBulks } from "./tidy";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  await employ(at.desk, "finance");
});

async function* listed(...ids: string[]) {
  yield ids.map((id) => ({ id }));
}

const finance = (): Ctx => at.desk.as("finance");
const open = (verb: BulkVerbName, ids: readonly string[], ctx = finance()) =>
  openBulk(ctx, { verb, query: "", rows: listed(...ids) });
const start = (bulkId: string, reason = "bankrupt") => startBulk(finance(), { bulkId, reason });
const work = () => bulkOnce((id) => workerCtx(at.desk.runtime, id));
const workToTheEnd = async () => {
  while ((await work()) > 0);
};
const rowsOf = (bulkId: string) =>
  at.desk.runtime.db.read.select().from(bulkRows).where(eq(bulkRows.bulkId, bulkId)).orderBy(bulkRows.n);

/** Payments that wait, and whose intents no worker takes meanwhile. */
const waiting = async (count: number) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) ids.push((await issue(at)).paymentId);
  return ids;
};

describe("bulk work", () => {
  it("says before how many it would be, what they come to, and which are left out and why", async () => {
    const [one = "", other = "", ended = ""] = await waiting(3);
    await cancelPayment(finance(), { paymentId: ended, reason: "paid in cash" });
    const id = await open("cancel_payments", [one, other, ended, "pay_nobodys"]);
    const { bulk, parts } = await getBulk(finance(), id);
    expect(bulk.state).toBe("open");
    expect(parts).toMatchObject([
      { state: "left_out", how: "", why: "ended", count: 1 },
      {
        state: "planned",
        how: "here",
        why: "",
        count: 2,
        sums: [{ currency: "DKK", amountMinor: 247_350, test: true }],
      },
    ]);
    await work();
    expect((await paymentOf(at.desk, one)).state).toBe("ready");
  });

  it("is done once by one yes, however often it is pressed and worked on", async () => {
    const ids = await waiting(3);
    const id = await open("cancel_payments", ids);
    await Promise.all([start(id), start(id)]);
    await Promise.all([work(), work()]);
    await workToTheEnd();
    await start(id);
    await workToTheEnd();
    const { bulk, parts } = await getBulk(finance(), id);
    expect(bulk.state).toBe("done");
    expect(parts).toMatchObject([{ state: "done", how: "here", count: 3 }]);
    for (const paymentId of ids) {
      const payment = await paymentOf(at.desk, paymentId);
      expect([payment.state, payment.version]).toEqual(["cancelled", 1]);
    }
  });

  it("goes on after a death between a row and its note as if nothing had happened", async () => {
    const ids = await waiting(2);
    const id = await open("cancel_payments", ids);
    await start(id);
    await workToTheEnd();
    // What a process that died there leaves: the verb is committed, and its row still waits.
    await inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(bulkRows).set({ state: "planned", how: "" }).where(eq(bulkRows.bulkId, id));
      await tx.update(bulks).set({ state: "going" }).where(eq(bulks.id, id));
    });
    await workToTheEnd();
    expect((await getBulk(finance(), id)).parts).toMatchObject([{ state: "done", how: "here", count: 2 }]);
  });

  it("refuses a row that changed since it was looked at, and does the others", async () => {
    const [stays = "", changes = ""] = await waiting(2);
    const id = await open("cancel_payments", [changes, stays]);
    await cancelPayment(finance(), { paymentId: changes, reason: "paid in cash" });
    await start(id);
    await workToTheEnd();
    const { rows } = await listBulkRows(finance(), id, "refused");
    expect(rows).toMatchObject([{ subjectId: changes, why: "move_not_allowed" }]);
    expect((await paymentOf(at.desk, stays)).state).toBe("cancelled");
  });

  it("asks the provider to stop what is there, by one intent each", async () => {
    const asked = () =>
      at.simulator.journal.filter(({ effect }) => effect?.startsWith("payment.cancel")).length;
    const before = asked();
    const { paymentId, submissionId } = await issue(at);
    await workUntilClosed(at, submissionId);
    const id = await open("cancel_payments", [paymentId]);
    expect((await getBulk(finance(), id)).parts).toMatchObject([{ state: "planned", how: "there" }]);
    await start(id);
    await workToTheEnd();
    expect((await getBulk(finance(), id)).parts).toMatchObject([{ state: "done", how: "there" }]);
    const [request] = await at.desk.runtime.db.read
      .select()
      .from(requests)
      .where(eq(requests.key, `${id}:1`));
    // Once more by hand, as after a death: the verb knows its request.
    const again = {
      paymentId,
      reason: "bankrupt",
      request: { key: `${id}:1`, fingerprint: request?.fingerprint ?? "" },
    };
    expect(await cancelPayment(finance(), again)).toBe(request?.result);
    await workUntilClosed(at, String(request?.result));
    expect((await submissionOf(at.desk, String(request?.result))).state).toBe("confirmed");
    expect((await paymentOf(at.desk, paymentId)).state).toBe("cancelled");
    expect(asked()).toBe(before + 1);
  });

  it("begins no further row once it is stopped, and goes on with the rest", async () => {
    const ids = await waiting(25);
    const id = await open("cancel_payments", ids);
    await start(id);
    await work();
    await stopBulk(finance(), id);
    await workToTheEnd();
    const stopped = await getBulk(finance(), id);
    expect([stopped.bulk.state, stopped.bulk.stopReason]).toEqual(["stopped", "person"]);
    expect([countIn(stopped.parts, "done"), countIn(stopped.parts, "planned")]).toEqual([20, 5]);
    await startBulk(finance(), { bulkId: id, reason: "another one" });
    await workToTheEnd();
    const done = await getBulk(finance(), id);
    expect([done.bulk.state, done.bulk.reason]).toEqual(["done", "bankrupt"]);
    expect(countIn(done.parts, "done")).toBe(25);
  });

  it("rests when whoever asked for it may not any more", async () => {
    const [paymentId = ""] = await waiting(1);
    const id = await open("cancel_payments", [paymentId]);
    await start(id);
    const become = (role: "auditor" | "finance") =>
      inTransaction(at.desk.runtime.db, async (tx) => {
        await tx.update(users).set({ role }).where(eq(users.id, "usr_finance_"));
      });
    await become("auditor");
    await workToTheEnd();
    await become("finance");
    const { bulk } = await getBulk(finance(), id);
    expect([bulk.state, bulk.stopReason]).toEqual(["stopped", "rights"]);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("ready");
  });

  it("is its owner's alone, wants a reason where the verb wants one, and the verb's right", async () => {
    const [paymentId = ""] = await waiting(1);
    const id = await open("cancel_payments", [paymentId]);
    await expect(getBulk(at.desk.as("finance", { name: "Bent" }), id)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(start(id, "  ")).rejects.toMatchObject({ code: "invalid", fields: { reason: "required" } });
    await expect(open("cancel_payments", [paymentId], at.desk.as("agent"))).rejects.toMatchObject({
      code: "not_permitted",
    });
    await expect(open("cancel_payments", ["pay_nobodys"])).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes at most five thousand rows", async () => {
    const [paymentId = ""] = await waiting(1);
    async function* endless() {
      for (;;) yield Array.from({ length: 100 }, () => ({ id: paymentId }));
    }
    await expect(
      openBulk(finance(), { verb: "ask_payments", query: "", rows: endless() }),
    ).rejects.toMatchObject({ code: "too_many_rows" });
  });
});

describe("mandates in bulk", () => {
  it("are suspended, left out while they are, resumed, and asked about", async () => {
    const stateOf = async () => (await getMandate(finance(), at.mandateId)).state;
    const done = async (verb: BulkVerbName) => {
      const id = await open(verb, [at.mandateId]);
      await start(id);
      await workToTheEnd();
      return (await getBulk(finance(), id)).parts;
    };
    expect(await done("suspend_mandates")).toMatchObject([{ state: "done", how: "suspend" }]);
    expect(await stateOf()).toBe("suspended");
    const again = await open("suspend_mandates", [at.mandateId]);
    expect((await getBulk(finance(), again)).parts).toMatchObject([{ state: "left_out", why: "state" }]);
    expect(await done("resume_mandates")).toMatchObject([{ state: "done", how: "resume" }]);
    expect(await stateOf()).toBe("active");
    expect(await done("ask_mandates")).toMatchObject([{ state: "done", how: "same" }]);
  });
});

describe("old bulk work", () => {
  it("is forgotten: a look after days, what was done after a quarter", async () => {
    const [paymentId = ""] = await waiting(1);
    const looked = await open("ask_payments", [paymentId]);
    const worked = await open("ask_payments", [paymentId]);
    await start(worked);
    await workToTheEnd();
    await at.pass(3 * 86_400_000);
    await tidyBulks(workerCtx(at.desk.runtime, ""));
    expect([(await rowsOf(looked)).length, (await rowsOf(worked)).length]).toEqual([0, 1]);
    await at.pass(90 * 86_400_000);
    await tidyBulks(workerCtx(at.desk.runtime, ""));
    expect(await rowsOf(worked)).toEqual([]);
  });
});
