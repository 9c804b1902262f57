import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBankDay } from "@/lib/deadlines/calendars";
import { finality, finalityStage } from "@/lib/deadlines/finality";
import { addDays, day, daysBetween, monthOf } from "@/lib/kernel/day";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day("1990-01-01"), n));

describe("finality", () => {
  it.each([
    ["betalingsservice", "2024-05-01", "2024-05-07", "2025-06-01"],
    // 7 January 2024 is a Sunday; 7 April 2023 is Good Friday.
    ["betalingsservice", "2024-01-02", "2024-01-08", "2025-02-02"],
    ["betalingsservice", "2023-04-03", "2023-04-11", "2024-05-03"],
    // A payment later in the month can no longer be rejected once it is taken.
    ["betalingsservice", "2024-05-31", "2024-05-07", "2025-06-30"],
    ["sepa-core", "2026-05-04", "2026-06-29", "2027-06-04"],
    ["sepa-core", "2023-01-31", "2023-03-28", "2024-02-29"],
    ["leverandorservice", "2026-06-09", null, "2027-07-09"],
  ] as const)("of a %s payment taken on %s: free until %s, claim until %s", (scheme, taken, free, claim) => {
    expect(finality(scheme, day(taken))).toMatchObject({ reversibleUntil: free, claimUntil: claim });
  });

  it("passes its stages at the end of the last days in the scheme's zone", () => {
    const of = finality("betalingsservice", day("2024-05-01"));
    expect(finalityStage(of, new Date("2024-05-07T21:59:59.999Z"))).toBe("reversible");
    expect(finalityStage(of, new Date("2024-05-07T22:00:00.000Z"))).toBe("claimable");
    expect(finalityStage(of, new Date("2025-06-01T21:59:59.999Z"))).toBe("claimable");
    expect(finalityStage(of, new Date("2025-06-01T22:00:00.000Z"))).toBe("final");
    expect(finalityStage(finality("leverandorservice", day("2026-06-09")), new Date("2026-06-09"))).toBe(
      "claimable",
    );
  });

  it("ends rejection on a bank day of the payment month, and SEPA's free reversal after 56 days, always before the claim", () => {
    fc.assert(
      fc.property(anyDay, (taken) => {
        const danish = finality("betalingsservice", taken).reversibleUntil;
        expect(danish !== null && isBankDay("denmark", danish) && monthOf(danish) === monthOf(taken)).toBe(
          true,
        );
        expect(danish !== null && danish.slice(8) >= "07" && danish.slice(8) <= "12").toBe(true);
        const sepa = finality("sepa-core", taken);
        expect(sepa.reversibleUntil !== null && daysBetween(taken, sepa.reversibleUntil)).toBe(56);
        expect(sepa.reversibleUntil !== null && sepa.reversibleUntil < sepa.claimUntil).toBe(true);
      }),
    );
  });
});
