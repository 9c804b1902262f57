import { describe, expect, it } from "vitest";
import { month } from "@/lib/kernel/day";
import { listTasks } from "@/lib/tasks/list";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { cancelPayment } from "./cancel";
import { mandatesToCharge } from "./choose-mandate";
import { countPayments, paymentWindows } from "./counts";
import { createPayment } from "./create";
import { debtorMonth } from "./debtor-month";
import { findPayments } from "./find";
import { listPayments } from "./list";
import { withStandings } from "./standings";

async function issue(at: DebitDirectDesk, values: Record<string, string>): Promise<string> {
  const { paymentId } = await createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values: { text: "Heat", ...values },
    despiteDuplicate: true,
    duplicateReason: "a test of many",
  });
  return paymentId;
}

describe("payments by a number that is read aloud", () => {
  it("are found by reference, by our id and by the debtor's customer number, the newest first", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    const agent = at.desk.as("agent");
    const first = await issue(at, { amount: "100", reference: "INV-1" });
    await at.pass(1_000);
    const second = await issue(at, { amount: "200", reference: "INV-2" });
    const found = async (text: string) => (await findPayments(agent, text)).map((payment) => payment.id);
    expect(await found(" INV-1 ")).toEqual([first]);
    expect(await found(second)).toEqual([second]);
    expect(await found("100 234")).toEqual([second, first]);
    expect([await found("INV"), await found(""), await found("INV-1\u0000")]).toEqual([[], [], []]);
    expect(await findPayments({ ...agent, creditorId: "cre_other" }, "INV-1")).toEqual([]);
  });
});

describe("what the counters and sums say", () => {
  it("is how many payments stand where, by window and kind", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    const agent = at.desk.as("agent");
    const stopped = await issue(at, { amount: "100" });
    await issue(at, { amount: "200" });
    await issue(at, { amount: "300", due: "2027-01-04" });
    await cancelPayment(at.desk.as("finance"), { paymentId: stopped, reason: "twice" });
    const counts = await countPayments(agent);
    expect([...counts.byState].sort()).toEqual([
      ["cancelled", 1],
      ["ready", 2],
    ]);
    expect(counts.all).toBe(3);
    expect(await paymentWindows(agent, 6)).toEqual(["2026-12", "2026-11"]);
    expect(await paymentWindows(agent, 1)).toEqual(["2026-12"]);
    expect((await countPayments(agent, { window: "2026-12" })).all).toBe(1);
    expect((await countPayments(agent, { test: false })).all).toBe(0);
  });

  it("is what one debtor pays in a month, without what was stopped", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    const stopped = await issue(at, { amount: "100" });
    await issue(at, { amount: "200,50" });
    await issue(at, { amount: "300", due: "2027-01-04" });
    await cancelPayment(at.desk.as("finance"), { paymentId: stopped, reason: "twice" });
    const of = { debtorId: at.debtorId, currency: "DKK", test: true } as const;
    const agent = at.desk.as("agent");
    expect(await debtorMonth(agent, { ...of, month: month("2026-12") })).toEqual({
      count: 1,
      amountMinor: 20_050,
    });
    expect(await debtorMonth(agent, { ...of, test: false, month: month("2026-12") })).toEqual({
      count: 0,
      amountMinor: 0,
    });
    expect(await debtorMonth(agent, { ...of, debtorId: null, month: month("2026-12") })).toEqual({
      count: 0,
      amountMinor: 0,
    });
  });
});

describe("mandates to charge", () => {
  it("are found by a part of the debtor's name, with what stands against charging them", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    const agent = at.desk.as("agent");
    const [only, ...more] = await mandatesToCharge(agent, "ANDERS");
    expect(more).toEqual([]);
    expect(only).toMatchObject({ mandate: { id: at.mandateId }, currency: "DKK", obstacle: null });
    expect(await mandatesToCharge(agent, "nobody")).toEqual([]);
    expect((await mandatesToCharge(agent, "")).map((one) => one.mandate.id)).toEqual([at.mandateId]);
  });
});

describe("a page of payments with their standing", () => {
  it("tells what is being sent from what waits for a person, whose task ends with it", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    const id = await issue(at, { amount: "100" });
    const agent = at.desk.as("agent");
    const standing = async () => {
      const { rows } = await listPayments(agent);
      const described = await withStandings(agent, rows);
      return described.find((row) => row.payment.id === id)?.standing;
    };
    expect(await standing()).toMatchObject({ underway: "sending", modifier: undefined });
    // Its cut-off passes before the worker takes it up.
    await at.moveTo("2026-11-23T09:00:00Z");
    await at.desk.work();
    expect(await standing()).toMatchObject({ underway: undefined, modifier: "held" });
    const missed = async () => (await listTasks(agent, { kind: "missed_cutoff" })).rows.length;
    expect(await missed()).toBe(1);
    await cancelPayment(at.desk.as("finance"), { paymentId: id, reason: "no longer owed" });
    expect(await missed()).toBe(0);
  });

  it("keeps the page when a payment's scheme is no longer known", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    await issue(at, { amount: "100" });
    const agent = at.desk.as("agent");
    const { rows } = await listPayments(agent);
    const [old] = await withStandings(
      agent,
      rows.map((row) => ({ ...row, scheme: "of an older version" })),
    );
    expect(old?.standing).toEqual({ underway: "sending", modifier: undefined, end: null, final: false });
  });
});
