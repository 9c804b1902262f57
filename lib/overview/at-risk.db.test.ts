import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { payments } from "@/db/schema";
import { createPayment } from "@/lib/payments/create";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { testDesk } from "@/lib/testing/desk";
import { until } from "@/lib/testing/until";
import { moneyAtRisk } from "./at-risk";

async function issue(at: DebitDirectDesk, amount: string): Promise<string> {
  const { paymentId } = await createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values: { amount, text: "Heat" },
    despiteDuplicate: false,
  });
  return paymentId;
}

const reached = (at: DebitDirectDesk, id: string, state: string) =>
  until(
    async () => {
      const [row] = await at.desk.runtime.db.read.select().from(payments).where(eq(payments.id, id));
      return row?.state === state;
    },
    async () => {
      await at.pass(5_000);
      await at.desk.work();
    },
  );

describe("money still at risk", () => {
  it("is nothing before anything was collected", async () => {
    const desk = await testDesk({ now: () => new Date("2026-11-20T11:52:00Z"), movable: true });
    expect(await moneyAtRisk(desk.as("finance"))).toEqual({ sums: [], ends: [] });
  });

  it("rises when a payment is collected, falls when it is given back, and when its last day has passed", async () => {
    const at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
    const finance = at.desk.as("finance");
    const kept = await issue(at, "200,00");
    // Ends in 66: collected, and charged back three days later.
    const back = await issue(at, "100,66");
    await reached(at, kept, "pending");
    await reached(at, back, "pending");
    expect((await moneyAtRisk(finance)).sums).toEqual([]);

    await at.moveTo("2026-12-02T12:00:00Z");
    await reached(at, kept, "settled");
    await reached(at, back, "settled");
    const both = { count: 2, amountMinor: 30_066 };
    const money = { currency: "DKK", test: true };
    expect(await moneyAtRisk(finance)).toEqual({
      sums: [{ ...money, claim: both, reversible: both }],
      ends: [{ on: "2026-12-07", ...money, ...both }],
    });

    await at.moveTo("2026-12-07T12:00:00Z");
    await reached(at, back, "chargeback");
    const one = { count: 1, amountMinor: 20_000 };
    // The last day itself still counts.
    expect(await moneyAtRisk(finance)).toEqual({
      sums: [{ ...money, claim: one, reversible: one }],
      ends: [{ on: "2026-12-07", ...money, ...one }],
    });

    await at.moveTo("2026-12-08T12:00:00Z");
    expect(await moneyAtRisk(finance)).toEqual({
      sums: [{ ...money, claim: one, reversible: { count: 0, amountMinor: 0 } }],
      ends: [],
    });
    await at.moveTo("2028-01-02T12:00:00Z");
    expect((await moneyAtRisk(finance)).sums).toEqual([]);
  });
});
