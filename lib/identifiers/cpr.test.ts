import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCpr } from "@/lib/identifiers/cpr";

describe("a CPR number", () => {
  it.each([
    ["0101901009", "1990-01-01", true],
    ["010190-1017", "1990-01-01", true],
    // Issued without the check digit: valid.
    ["0101701234", "1970-01-01", false],
    [" 010170 1234\u00a0", "1970-01-01", false],
    ["010170\u20131234", "1970-01-01", false],
    ["290200-4000", "2000-02-29", false],
    ["290224-4000", "2024-02-29", false],
  ])("%j is of someone born on %s, modulus 11: %s", (text, birthDate, modulus11) => {
    const value = text.replace(/\D/g, "");
    expect(checkCpr(text)).toEqual({ ok: true, value, birthDate, modulus11 });
  });

  // The seventh digit and the year's two digits at each border of the century table.
  it.each([
    ["010100", "0", "1900"],
    ["010199", "3", "1999"],
    ["010100", "4", "2000"],
    ["010136", "4", "2036"],
    ["010137", "4", "1937"],
    ["010199", "4", "1999"],
    ["010100", "5", "2000"],
    ["010157", "5", "2057"],
    ["010158", "5", "1858"],
    ["010199", "8", "1899"],
    ["010157", "8", "2057"],
    ["010136", "9", "2036"],
    ["010137", "9", "1937"],
  ])("%s with a %s is of %s", (date, seventh, year) => {
    expect(checkCpr(`${date}${seventh}000`)).toMatchObject({ ok: true, birthDate: `${year}-01-01` });
  });

  it.each([
    ["010170123", "length"],
    ["01017012345", "length"],
    ["", "length"],
    ["O10170-1234", "characters"],
    ["010170/1234", "characters"],
    ["3102701234", "date"],
    ["0013701234", "date"],
    ["0000000000", "date"],
    // 1900 was no leap year, 2000 was one.
    ["2902000000", "date"],
    ["2902234000", "date"],
    ["6101701234", "date"],
  ])("%j is refused for its %s", (text, code) => {
    expect(checkCpr(text)).toEqual({ ok: false, code });
  });

  it("holds modulus 11 for about one serial in eleven and is accepted for all of them", () => {
    const serials = Array.from({ length: 10_000 }, (_, n) => checkCpr(`150685${String(n).padStart(4, "0")}`));
    expect(serials.every((it) => it.ok)).toBe(true);
    const holding = serials.filter((it) => it.ok && it.modulus11).length;
    expect(holding).toBeGreaterThan(880);
    expect(holding).toBeLessThan(940);
  });

  it("is ten digits or refused, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .-]{8,14}$/)), (text) => {
        const found = checkCpr(text);
        if (found.ok) expect(found.value).toMatch(/^\d{10}$/);
      }),
    );
  });
});
