import { describe, expect, it } from "vitest";
import { checkDebtorGroup, checkPbsNumber, checkSalesLocation } from "@/lib/identifiers/creditor-numbers";
import { checkCustomerNumber, mayBeSameCustomerNumber } from "@/lib/identifiers/customer-number";

describe("a customer number", () => {
  it.each([
    ["12345", "000000000012345", true],
    ["000000000012345", "000000000012345", true],
    [" 7 ", "000000000000007", true],
    ["NV00012", "NV00012", false],
    ["bs12ab34cd", "BS12AB34CD", false],
    ["ABCDEFGHIJKLMNO", "ABCDEFGHIJKLMNO", false],
  ])("%j is kept as %s", (text, value, digitsOnly) => {
    expect(checkCustomerNumber(text)).toEqual({ ok: true, value, digitsOnly });
  });

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["1234567890123456", "length"],
    ["12-34", "characters"],
    ["12 34", "characters"],
    ["KØB1", "characters"],
  ])("%j is refused for being %s", (text, code) => {
    expect(checkCustomerNumber(text)).toEqual({ ok: false, code });
  });

  it("may be the same as another without leading zeros", () => {
    expect(mayBeSameCustomerNumber("000000000012345", "12345")).toBe(true);
    expect(mayBeSameCustomerNumber("nv1", "NV1")).toBe(true);
    expect(mayBeSameCustomerNumber("0", "000")).toBe(true);
    expect(mayBeSameCustomerNumber("12345", "123450")).toBe(false);
  });
});

describe("a creditor number", () => {
  it.each([
    ["02056372", "02056372", 2_056_372],
    ["2056372", "02056372", 2_056_372],
    ["0924 6584", "09246584", 9_246_584],
    ["40000", "00040000", 40_000],
  ])("%j is kept as %s", (text, value, wire) => {
    expect(checkPbsNumber(text)).toEqual({ ok: true, value, wire });
  });

  it.each([
    ["", "length"],
    ["123456789", "length"],
    ["0205637A", "characters"],
    ["00000000", "all_zero"],
  ])("%j is refused for %s", (text, code) => {
    expect(checkPbsNumber(text)).toEqual({ ok: false, code });
  });
});

describe("a debtor group number", () => {
  it.each([
    ["1", "00001", 1],
    ["00001", "00001", 1],
    ["99999", "99999", 99_999],
  ])("%j is kept as %s", (text, value, wire) => {
    expect(checkDebtorGroup(text)).toEqual({ ok: true, value, wire });
  });

  it.each([
    ["0", "all_zero"],
    ["100000", "length"],
    ["1a", "characters"],
  ])("%j is refused for %s", (text, code) => {
    expect(checkDebtorGroup(text)).toEqual({ ok: false, code });
  });
});

describe("a sales location", () => {
  it.each(["SL-1000-2000", "sl-1000-2000", " SL 1000 2000 ", "SL10002000"])("%j is read", (text) => {
    expect(checkSalesLocation(text)).toEqual({ ok: true, value: "SL-1000-2000" });
  });

  it.each(["", "SL-100-2000", "SL-1000-20000", "AT-1000-2000", "SL-1000-200O"])("%j is refused", (text) => {
    expect(checkSalesLocation(text)).toEqual({ ok: false, code: "shape" });
  });
});
