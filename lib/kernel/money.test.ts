import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AmountProblem, MAX_AMOUNT_MINOR, parseAmount } from "./money";

describe("an amount as people type it", () => {
  it.each<[string, number]>([
    ["1234", 123_400],
    ["1234.5", 123_450],
    ["1234,56", 123_456],
    ["1.234,56", 123_456],
    ["1,234.56", 123_456],
    ["1.234.567,89", 123_456_789],
    ["1,234,567", 123_456_700],
    ["1 234,56", 123_456],
    ["1\u00a0234,56", 123_456],
    ["1\u202f234,56", 123_456],
    ["1'234.56", 123_456],
    ["  12,00  ", 1_200],
    ["0,01", 1],
    ["007", 700],
    ["21474836,47", MAX_AMOUNT_MINOR],
  ])("%j is %i minor units", (text, amountMinor) => {
    expect(parseAmount(text)).toEqual({ ok: true, amountMinor });
  });

  it.each<[string, AmountProblem]>([
    ["", "amount_unreadable"],
    ["   ", "amount_unreadable"],
    ["abc", "amount_unreadable"],
    ["1e3", "amount_unreadable"],
    ["0x10", "amount_unreadable"],
    ["Infinity", "amount_unreadable"],
    ["NaN", "amount_unreadable"],
    ["+5", "amount_unreadable"],
    ["5 kr", "amount_unreadable"],
    ["€5", "amount_unreadable"],
    ["5,", "amount_unreadable"],
    [".5", "amount_unreadable"],
    ["1,2,3", "amount_unreadable"],
    ["1.23.45", "amount_unreadable"],
    ["12.345,6789", "amount_unreadable"],
    ["1,234,56", "amount_unreadable"],
    ["1.234.56", "amount_unreadable"],
    ["12,345.678", "amount_unreadable"],
    ["1234.567", "amount_unreadable"],
    ["１２", "amount_unreadable"],
    ["1.234", "amount_ambiguous"],
    ["1,234", "amount_ambiguous"],
    ["999,000", "amount_ambiguous"],
    ["0", "amount_not_positive"],
    ["0,00", "amount_not_positive"],
    ["-0", "amount_not_positive"],
    ["-5", "amount_not_positive"],
    ["- 5", "amount_not_positive"],
    ["21474836,48", "amount_too_large"],
    ["99999999999", "amount_too_large"],
    ["9".repeat(400), "amount_too_large"],
  ])("%j is refused as %s", (text, problem) => {
    expect(parseAmount(text)).toEqual({ ok: false, problem });
  });

  it("reads back every amount it may carry, in Danish, Dutch and English grouping", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MAX_AMOUNT_MINOR }), (amountMinor) => {
        for (const locale of ["da-DK", "nl-NL", "en-GB"]) {
          const text = (amountMinor / 100).toLocaleString(locale, {
            minimumFractionDigits: 2,
            maximumFractionDigits: 2,
          });
          expect(parseAmount(text)).toEqual({ ok: true, amountMinor });
        }
      }),
    );
  });

  it("answers a whole, positive number within 32 bits, or a problem, whatever the text", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9., 'e]{0,20}$/));
    fc.assert(
      fc.property(text, (given) => {
        const read = parseAmount(given);
        if (!read.ok) return;
        expect(Number.isInteger(read.amountMinor)).toBe(true);
        expect(read.amountMinor).toBeGreaterThan(0);
        expect(read.amountMinor).toBeLessThanOrEqual(MAX_AMOUNT_MINOR);
      }),
    );
  });
});
