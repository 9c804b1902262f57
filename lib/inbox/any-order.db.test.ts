import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { mandates, moves } from "@/db/schema";
import { control, show } from "@/db/seed/simulators";
import { findConnection, openLine } from "@/lib/connections/open-line";
import { paymentMoves } from "@/lib/payments/states";
import type { Incoming } from "@/lib/providers/contract";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { applyAll, inbox, listening, ordersOf, receive, webEvent } from "@/lib/testing/debitdirect-events";
import {
  createdFor,
  issue,
  openTasks,
  paymentOf,
  submissionOf,
  theirWords,
} from "@/lib/testing/debitdirect-payments";
import { until } from "@/lib/testing/until";
import { applyMessage } from "./apply";
import { pollConnection } from "./poll";
import { readList } from "./read-again";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const start = "2026-11-20T09:00:00Z";

const theirMandates = z.array(z.object({ handle: z.string(), customerNumber: z.string() }));
const bodyOf = ({ body }: Incoming) => new TextDecoder().decode(body);

/** Reads the provider's list once, with this payment alone on it. */
async function readAs(at: DebitDirectDesk, listed: object): Promise<void> {
  const ctx = workerCtx(at.desk.runtime, at.desk.creditorId);
  const connection = await findConnection(ctx.db.read, ctx.creditorId, at.connectionId);
  const body = JSON.stringify({ results: [listed], nextOffset: null, hasMore: false });
  at.simulator.faults.arm({ kind: "status", method: "GET", path: "/payments", status: 200, body, times: 1 });
  expect(await readList(ctx, connection, await openLine(ctx, connection), "payments")).toMatchObject({
    complete: true,
  });
}

const storyOf = (at: DebitDirectDesk, id: string) =>
  at.desk.runtime.db.read.select().from(moves).where(eq(moves.subjectId, id)).orderBy(moves.version);

describe("events of one object in any order", () => {
  it("W2: every order of a payment's events, and any of them missing, ends in the provider's state", async () => {
    const at = await deskOnDebitDirect(start);
    const listener = await listening(at, { handsOn: false });
    // Collected and given back: the longest story a payment has. One for every order of its two events.
    const orders = ordersOf([0, 1]).flatMap((order) => [order, order.slice(1)]);
    const made: string[] = [];
    for (const _ of orders) {
      const { paymentId, submissionId } = await issue(at, { amount: "812,66" });
      await sendSubmission(at.desk.as("finance"), submissionId);
      made.push(paymentId);
    }
    await at.moveTo("2026-12-07T12:00:00Z");
    for (const [n, order] of orders.entries()) {
      const paymentId = made[n] ?? "";
      const { providerId } = await paymentOf(at.desk, paymentId);
      const heard = listener.heard.filter((one) => bodyOf(one).includes(providerId ?? "?"));
      expect(heard).toHaveLength(2);
      for (const index of order) {
        const incoming = heard[index];
        if (incoming) await receive(at, incoming);
        await applyAll(at);
      }
      expect((await paymentOf(at.desk, paymentId)).state, order.join()).toBe("chargeback");
      expect((await storyOf(at, paymentId)).map(({ move }) => move)).toEqual(["receipt", "give_back"]);
    }
  });

  it("W2: every order in which a payment's states are read takes no step back, and ends at the furthest", async () => {
    const at = await deskOnDebitDirect(start);
    const words = ["Pending", "Scheduled", "Settled", "Chargeback"];
    for (const order of ordersOf(words)) {
      const { paymentId, submissionId } = await issue(at);
      await sendSubmission(at.desk.as("finance"), submissionId);
      for (const status of order)
        await readAs(at, await theirWords(at, paymentId, { status, settlementDate: "2026-12-01T00:00:00Z" }));
      expect((await paymentOf(at.desk, paymentId)).state, order.join()).toBe("chargeback");
      const story = await storyOf(at, paymentId);
      for (const { move, from, to } of story) {
        const edge = Object.entries(paymentMoves).find(([name]) => name === move)?.[1];
        expect(edge?.from, `${order.join()}: ${move}`).toContain(from);
        expect(edge?.to).toBe(to);
      }
    }
  });

  it("W2: every order of a mandate's events ends in the provider's state", async () => {
    const at = await deskOnDebitDirect(start);
    const listener = await listening(at, { handsOn: false });
    const { read } = at.desk.runtime.db;
    const orders = ordersOf([0, 1]).flatMap((order) => [order, order.slice(1)]);
    for (const [n, order] of orders.entries()) {
      const customerNumber = `20000${n}`;
      await control(at.simulator.url, "/_sim/mandates", { agreement: at.agreementHandle, customerNumber });
      const there = theirMandates.parse(await show(at.simulator.url, "/_sim/mandates"));
      const handle = there.find((one) => one.customerNumber === customerNumber)?.handle ?? "?";
      // Known here while it stood.
      await pollConnection(workerCtx(at.desk.runtime, at.desk.creditorId), at.connectionId);
      await control(at.simulator.url, `/_sim/mandates/${handle}/cancel`);
      await at.pass(1_000);
      const heard = listener.heard.filter((one) => bodyOf(one).includes(handle));
      expect(heard).toHaveLength(2);
      for (const index of order) {
        const incoming = heard[index];
        if (incoming) await receive(at, incoming);
        await applyAll(at);
      }
      const [mandate] = await read.select().from(mandates).where(eq(mandates.providerId, handle));
      expect(mandate?.state, order.join()).toBe("ended");
    }
  });
});

describe("one event, many times and late", () => {
  let at: DebitDirectDesk;
  beforeAll(async () => {
    at = await deskOnDebitDirect(start);
  });

  it("W1: fifty copies at the same moment are one message with forty-nine repeats, and one effect", async () => {
    const listener = await listening(at, { handsOn: false });
    const { paymentId, submissionId } = await issue(at, { amount: "250,00" });
    await sendSubmission(at.desk.as("finance"), submissionId);
    await at.moveTo("2026-12-02T12:00:00Z");
    const event = listener.heard.findLast((one) => bodyOf(one).includes("settled"));
    if (!event) throw new Error("nothing was announced");
    const answers = await Promise.all(Array.from({ length: 50 }, () => receive(at, event)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const [kept, ...more] = await inbox(at);
    expect([kept?.repeats, more.length]).toEqual([49, 0]);
    // Applied by as many workers as there are copies: one of them does it.
    const worker = workerCtx(at.desk.runtime, at.desk.creditorId);
    await Promise.all(Array.from({ length: 10 }, () => applyMessage(worker, kept?.id ?? "")));
    expect((await storyOf(at, paymentId)).map(({ move }) => move)).toEqual(["receipt", "settle"]);
    expect((await inbox(at))[0]).toMatchObject({
      state: "done",
      subjectId: paymentId,
      outcome: [
        { effect: "moved:settle", subjectId: paymentId, from: "pending", to: "settled", word: "Settled" },
      ],
    });
  });

  it("W5: one that is a month old decides nothing: what the provider says now does", async () => {
    const { paymentId, submissionId } = await issue(at, { amount: "312,66", due: "2027-01-04" });
    await sendSubmission(at.desk.as("finance"), submissionId);
    const { providerId } = await paymentOf(at.desk, paymentId);
    await at.moveTo("2027-02-20T12:00:00Z");
    await receive(at, webEvent("payment", "scheduled", providerId, "2026-12-21T05:00:00.0Z"));
    await applyAll(at);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("chargeback");
    await receive(at, webEvent("payment", "settled", providerId, "2027-01-04T05:00:00.0Z"));
    await applyAll(at);
    expect((await paymentOf(at.desk, paymentId)).state).toBe("chargeback");
    expect((await storyOf(at, paymentId)).map(({ move }) => move)).toEqual(["receipt", "give_back"]);
  });
});

describe("an event that is faster than the answer to our own request", () => {
  it("W3: is attached by our reference, and there is one payment there and here", async () => {
    const at = await deskOnDebitDirect(start);
    const { paymentId, submissionId } = await issue(at);
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    await sendSubmission(at.desk.as("finance"), submissionId);
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({ state: "unknown" });
    const [there] = await createdFor(at, paymentId);
    const handle = /payment\.created (\S+)/.exec(there?.effect ?? "")?.[1] ?? "";
    await receive(at, webEvent("payment", "scheduled", handle));
    await applyAll(at);
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ state: "pending" });
    expect((await paymentOf(at.desk, paymentId)).providerId).not.toBeNull();
    await until(
      async () => (await submissionOf(at.desk, submissionId)).closedAt !== null,
      async () => {
        await at.pass(5_000);
        await at.desk.work();
      },
    );
    expect(await submissionOf(at.desk, submissionId)).toMatchObject({
      state: "confirmed",
      resolution: "found",
    });
    expect(await createdFor(at, paymentId)).toHaveLength(1);
    expect(await openTasks(at.desk, paymentId)).toEqual([]);
  });
});
