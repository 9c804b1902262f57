import { beforeAll, describe, expect, it, vi } from "vitest";
import { payments } from "@/db/schema";
import { day } from "@/lib/kernel/day";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { paymentOf } from "@/lib/testing/debitdirect-payments";
import { createPayment } from "./create";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let at: DebitDirectDesk;
beforeAll(async () => {
  at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
});

describe("a payment issued on the strength of a day that was shown", () => {
  const issueFor = (foreseen: string, values = {}) =>
    createPayment(at.desk.as("finance"), {
      mandateId: at.mandateId,
      values: { amount: "412,50", text: "Heat December", ...values },
      despiteDuplicate: true,
      foreseen: day(foreseen),
    });

  it("is written while it lands on that day", async () => {
    const { paymentId } = await issueFor("2026-12-01");
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ planned: "2026-12-01" });
  });

  it("is not written once the cut-off has passed meanwhile, with or without a wish", async () => {
    await at.moveTo("2026-11-22T23:00:00Z");
    const before = await at.desk.runtime.db.read.select({ id: payments.id }).from(payments);
    const refusal = { code: "invalid", fields: { due: "landing_changed" } };
    await expect(issueFor("2026-12-01")).rejects.toMatchObject(refusal);
    await expect(issueFor("2026-12-01", { due: "2026-12-01" })).rejects.toMatchObject(refusal);
    expect(await at.desk.runtime.db.read.select({ id: payments.id }).from(payments)).toEqual(before);
    const { paymentId } = await issueFor("2027-01-04");
    expect(await paymentOf(at.desk, paymentId)).toMatchObject({ planned: "2027-01-04" });
  });
});
