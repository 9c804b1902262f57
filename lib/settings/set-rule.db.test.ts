import { desc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditLog, payments, settings } from "@/db/schema";
import { createPayment } from "@/lib/payments/create";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { deadlineFacts } from "./deadlines";
import { setRule } from "./set-rule";

const clock = { now: () => new Date("2026-11-20T11:52:00Z"), movable: true };
const standard = {
  rule: "nets-bs",
  cutoffTime: "23:59",
  dayBefore: "false",
  warningBankDays: "2",
  atRiskOnDeadlineDay: "true",
};
const kept = async (desk: TestDesk, rule = "nets-bs") =>
  (await deadlineFacts(desk.runtime.db.read, desk.creditorId, rule)).settings;

describe("setRule", () => {
  it("keeps only what differs from the rule itself", async () => {
    const desk = await testDesk(clock);
    await setRule(desk.as("admin"), { ...standard, cutoffTime: "09:00", dayBefore: "true" });
    expect(await kept(desk)).toEqual({ cutoffTime: "09:00", dayBefore: true });
  });

  it("keeps nothing once everything is as the rule has it", async () => {
    const desk = await testDesk(clock);
    await setRule(desk.as("admin"), { ...standard, warningBankDays: "5" });
    await setRule(desk.as("admin"), standard);
    expect(await desk.runtime.db.read.select().from(settings)).toEqual([]);
    const [entry] = await desk.runtime.db.read.select().from(auditLog).orderBy(desc(auditLog.seq));
    expect(entry).toMatchObject({ action: "rule.set", before: '{"warningBankDays":5}', after: "{}" });
  });

  it("leaves out what a rule has no setting for", async () => {
    const desk = await testDesk(clock);
    await setRule(desk.as("admin"), { ...standard, rule: "sepa-core", dayBefore: "true" });
    expect(await kept(desk, "sepa-core")).toEqual({ warningBankDays: 2, atRiskOnDeadlineDay: true });
  });

  it.each([
    [{ cutoffTime: "9:00" }, { cutoffTime: "clock_time" }],
    [{ cutoffTime: "24:00" }, { cutoffTime: "clock_time" }],
    [{ warningBankDays: "-1" }, { warningBankDays: "integer" }],
    [{ warningBankDays: "11" }, { warningBankDays: "out_of_range" }],
    [{ dayBefore: "maybe" }, { dayBefore: "choice" }],
  ])("refuses %j at its field", async (change, fields) => {
    const desk = await testDesk(clock);
    await expect(setRule(desk.as("admin"), { ...standard, ...change })).rejects.toMatchObject({
      code: "invalid",
      fields,
    });
  });

  it("is for those who may override deadlines, and for rules that exist", async () => {
    const desk = await testDesk(clock);
    await expect(setRule(desk.as("finance"), standard)).rejects.toMatchObject({ code: "not_permitted" });
    await expect(setRule(desk.as("admin"), { ...standard, rule: "moon" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("moves the cut-off of payments that wait to be sent", async () => {
    const { desk, mandateId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const { paymentId } = await createPayment(desk.as("finance"), {
      mandateId,
      values: { amount: "100", text: "Heat" },
      despiteDuplicate: false,
    });
    await setRule(desk.as("admin"), { ...standard, cutoffTime: "09:00", dayBefore: "true" });
    const [row] = await desk.runtime.db.read.select().from(payments).where(eq(payments.id, paymentId));
    expect(row?.cutoffAt?.toISOString()).toBe("2026-11-21T08:00:00.000Z");
  });
});
