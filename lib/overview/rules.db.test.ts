import { describe, expect, it } from "vitest";
import { month } from "@/lib/kernel/day";
import { createPayment } from "@/lib/payments/create";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { testDesk } from "@/lib/testing/desk";
import { ownRules } from "./rules";
import { windowCounts } from "./window-counts";

const clock = { now: () => new Date("2026-11-20T11:52:00Z"), movable: true };

describe("ownRules", () => {
  it("is empty before the first agreement", async () => {
    const desk = await testDesk(clock);
    expect(await ownRules(desk.as("agent"))).toEqual([]);
  });

  it("names the rule of each scheme once, with the agreements that collect by it", async () => {
    const { desk, agreementId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    const [only, ...more] = await ownRules(desk.as("agent"));
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      rule: { id: "nets-bs" },
      label: { en: "Betalingsservice" },
      uses: [{ agreementId, agreement: "02056372", provider: "DebitDirect", state: "active" }],
    });
  });
});

describe("windowCounts", () => {
  it("counts a year's payments by their window", async () => {
    const { desk, mandateId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
    for (const amount of ["100", "200"])
      await createPayment(desk.as("finance"), {
        mandateId,
        values: { amount, text: "Heat" },
        despiteDuplicate: false,
      });
    const counts = await windowCounts(desk.as("agent"), 2026);
    expect(counts.get(month("2026-11"))).toBe(2);
    expect(counts.get(month("2026-10"))).toBe(0);
  });
});
