import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { counters, moves, payments, submissions } from "@/db/schema";
import { verifyAudit } from "@/lib/audit/verify";
import { breathe } from "@/lib/kernel/breathe";
import type { Incoming } from "@/lib/providers/contract";
import { sendSubmission } from "@/lib/submissions/send";
import { deskOnPaynl, inboxOf, type PaynlDesk } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";

vi.setConfig({ testTimeout: 30_000 });

const start = "2026-11-19T09:00:00Z";
const DAY = 86_400_000;

const movesOf = async (at: PaynlDesk, subjectId: string) =>
  (
    await at.desk.runtime.db.read
      .select()
      .from(moves)
      .where(eq(moves.subjectId, subjectId))
      .orderBy(moves.version)
  ).map((one) => one.move);

/** Hands calls to the inbox at the same moment, as a provider does that retries while we are slow. */
const atOnce = (at: PaynlDesk, calls: readonly Incoming[]) =>
  Promise.all(calls.map((incoming) => at.receive(incoming)));

/** A fixed order that is none: the same on every run. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const keyed = items.map((item) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** What a whole life must have left behind, however it was told: each step once, figures and chain in order. */
async function expectOneLife(at: PaynlDesk, mandateId: string): Promise<void> {
  const [first, ...others] = await at.paymentsOf(mandateId);
  expect(others).toEqual([]);
  const story = await movesOf(at, first?.id ?? "");
  expect(story.at(-1)).toBe("give_back");
  expect(new Set(story).size).toBe(story.length);
  expect(first).toMatchObject({ state: "chargeback", reasonCode: "286" });
  expect(await at.readMandate(mandateId)).toMatchObject({ state: "active" });
  const left = await at.desk.runtime.db.read.select().from(counters).where(eq(counters.noun, "payments"));
  expect(left.filter((one) => one.count !== 0)).toMatchObject([
    { state: "chargeback", count: 1, amountMinor: first?.amountMinor },
  ]);
  expect(await verifyAudit(at.desk.runtime.db, at.desk.creditorId)).toMatchObject({ brokenAt: null });
}

describe("exchange calls", () => {
  it.each([
    [{ method: "TXT_GET" }],
    [{ method: "TXT_POST", formEncoding: "multipart", idNames: "older" }],
    [{ method: "JSON_POST", shape: "both" }],
    [{ method: "SIGNED_JSON_POST", signatureAlgorithm: "sha512" }],
    [{ method: "JSON_GET", shape: "flat" }],
  ])("W1, W2: delivered as %j, each four times and out of order, have one effect", async (location) => {
    const at = await deskOnPaynl(start);
    await at.settings({
      duplicates: 3,
      outOfOrder: true,
      locations: { "SL-1000-2000": { retries: "none", ...location } },
    });
    const id = await at.mandate({ amount: "125,02" });
    for (let passed = 0; passed < 32; passed += 4) {
      await at.pass(4 * DAY);
      // Two workers with four lanes each, polling beside the inbox.
      await Promise.all([at.desk.work(), at.desk.work()]);
    }
    await at.pass(DAY);
    await at.applyAll();
    await expectOneLife(at, id);
    const kept = await inboxOf(at);
    expect(kept.every((one) => one.state === "done")).toBe(true);
    expect(kept.reduce((sum, one) => sum + one.repeats, 0)).toBeGreaterThan(kept.length);
    expect(at.listener.heard).toHaveLength(kept.reduce((sum, one) => sum + 1 + one.repeats, 0));
  });

  it.each([1, 2, 3])(
    "W1, W2: in any order, steps missing, old ones again at every step (order %i)",
    async (seed) => {
      const at = await deskOnPaynl(start);
      at.open = false;
      const id = await at.mandate({ amount: "125,02" });
      for (let step = 0; step < 8; step += 1) {
        await at.pass(4 * DAY);
        const some = shuffled(at.listener.heard, seed * 100 + step).slice(0, 3);
        await atOnce(at, [...some, ...some]);
        await at.applyAll();
      }
      await expectOneLife(at, id);
    },
  );

  it("W1: fifty copies at the same moment are one message with forty-nine repeats", async () => {
    const at = await deskOnPaynl(start);
    at.open = false;
    await at.mandate();
    await at.pass(1_000);
    const [call] = at.listener.heard;
    if (!call) throw new Error("nothing came");
    const replies = await atOnce(
      at,
      Array.from({ length: 50 }, () => call),
    );
    expect(new Set(replies.map((one) => `${one.status} ${one.body}`))).toEqual(new Set(["200 TRUE| stored"]));
    expect(await inboxOf(at)).toMatchObject([{ repeats: 49 }]);
  });

  it("W3: about a payment whose create has no answer yet are attached to it by reference", async () => {
    const at = await deskOnPaynl(start);
    const mandateId = await at.activeMandate();
    const { paymentId, submissionId } = await at.payment(mandateId, "32,75");
    const { read } = at.desk.runtime.db;
    const now = async () => {
      const [row] = await read.select().from(payments).where(eq(payments.id, paymentId));
      return row;
    };
    at.simulator.faults.arm({
      kind: "delay",
      method: "POST",
      path: "/v2/directdebits",
      times: 1,
      delay_ms: 1_500,
    });
    const sending = sendSubmission(at.desk.as("finance"), submissionId);
    await until(
      async () => (await now())?.state === "pending",
      async () => {
        await breathe();
        await at.simulator.settle();
        await at.applyAll();
      },
    );
    const [open] = await read.select().from(submissions).where(eq(submissions.id, submissionId));
    expect(open?.state).toBe("in_flight");
    await sending;
    const [closed] = await read.select().from(submissions).where(eq(submissions.id, submissionId));
    expect(closed).toMatchObject({ state: "confirmed", tries: 1 });
    expect(await at.paymentsOf(mandateId)).toHaveLength(2);
    expect(await movesOf(at, paymentId)).toEqual(["receipt"]);
  });

  it("W3: about a mandate whose create has no answer yet are attached to it, first debit and all", async () => {
    const at = await deskOnPaynl(start);
    const path = "/v2/directdebits/mandates";
    at.simulator.faults.arm({ kind: "delay", method: "POST", path, times: 1, delay_ms: 1_500 });
    const making = at.mandate();
    await until(
      async () => (await at.desk.runtime.db.read.select().from(payments)).length > 0,
      async () => {
        await breathe();
        await at.simulator.settle();
        await at.applyAll();
      },
    );
    const id = await making;
    expect(await at.readMandate(id)).toMatchObject({ state: "pending", sending: "none" });
    expect(await movesOf(at, id)).toEqual(["receipt"]);
    expect(await at.paymentsOf(id)).toMatchObject([{ origin: "provider", state: "pending" }]);
  });

  it("W5: that are a month old change nothing that is newer", async () => {
    const at = await deskOnPaynl(start);
    at.open = false;
    const id = await at.mandate({ amount: "125,02" });
    await at.pass(1_000);
    const old = [...at.listener.heard];
    for (let passed = 0; passed < 32; passed += 8) {
      await at.pass(8 * DAY);
      await at.desk.work();
    }
    const before = { mandate: await at.readMandate(id), payments: await at.paymentsOf(id) };
    await atOnce(at, old);
    await at.applyAll();
    expect(await at.paymentsOf(id)).toEqual(before.payments);
    expect(await at.readMandate(id)).toEqual(before.mandate);
    expect((await inboxOf(at)).map((one) => one.state)).toEqual(["done"]);
  });

  it("W6: wait with growing pauses while the provider cannot be read, and are applied once it can", async () => {
    const at = await deskOnPaynl(start);
    const id = await at.mandate();
    await at.pass(1_000);
    at.open = false;
    at.simulator.faults.arm({ kind: "status", status: 503, path: "/v2", times: 1_000 });
    const pauses: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      await at.applyAll();
      const [message] = await inboxOf(at);
      expect(message?.state).toBe("waiting");
      pauses.push((message?.nextAt?.getTime() ?? 0) - at.simulator.clock.now().getTime());
      await at.pass((pauses.at(-1) ?? 0) + 1_000);
    }
    expect(pauses.at(-1)).toBeGreaterThan(20 * (pauses[0] ?? 0));
    expect(await at.paymentsOf(id)).toEqual([]);
    at.simulator.faults.clear();
    await at.applyAll();
    expect((await inboxOf(at))[0]).toMatchObject({ state: "done" });
    expect(await at.paymentsOf(id)).toHaveLength(1);
  });

  it("that name nothing but our reference are enough to follow a payment to its end", async () => {
    const at = await deskOnPaynl(start);
    const mandateId = await at.activeMandate();
    const { paymentId, submissionId } = await at.payment(mandateId, "32,75");
    await sendSubmission(at.desk.as("finance"), submissionId);
    const actions = ["add", "pending", "send", "collected", "storno"].map((one) => `incasso${one}`);
    await at.settings({ loseActions: actions });
    await at.pass(21 * DAY);
    await at.applyAll();
    const [row] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, paymentId));
    expect(row?.state).toBe("settled");
  });
});
