import { describe, expect, it } from "vitest";
import { checkBic, sameBic } from "@/lib/identifiers/bic";
import { dutchBankOf, NL_BANKS_AS_OF } from "@/lib/identifiers/nl-banks";

describe("a BIC", () => {
  it.each([
    ["INGBNL2A", "INGBNL2A"],
    ["ingbnl2a", "INGBNL2A"],
    ["INGB NL 2A XXX", "INGBNL2AXXX"],
    ["BOFSNL21002", "BOFSNL21002"],
  ])("%j is read as %s", (text, value) => {
    expect(checkBic(text)).toEqual({ ok: true, value, country: "NL", warnings: [] });
  });

  it.each([
    ["INGBNL2", "length"],
    ["INGBNL2AXX", "length"],
    ["", "length"],
    ["INGBXX2A", "country"],
    ["ING1NL2A", "characters"],
    ["INGBNL2!", "characters"],
  ])("%j is refused for its %s", (text, code) => {
    expect(checkBic(text)).toEqual({ ok: false, code });
  });

  it.each([
    ["INGBNL2A", "NL", []],
    ["DEUTDEFF", "NL", ["country_differs"]],
    ["BARCGGSP", "GB", []],
    ["BARCGGSP", "FR", ["country_differs"]],
    ["CRLYREXX", "FR", []],
  ])("%s beside an IBAN of %s warns %j", (text, country, warnings) => {
    expect(checkBic(text, country)).toMatchObject({ ok: true, warnings });
  });

  it("of eight characters is the head office", () => {
    expect(sameBic("INGBNL2A", "INGBNL2AXXX")).toBe(true);
    expect(sameBic("BOFSNL21", "BOFSNL21002")).toBe(false);
    expect(sameBic("INGBNL2A", "RABONL2U")).toBe(false);
  });
});

describe("the bank of a Dutch IBAN", () => {
  it.each([
    ["NL69INGB0123456789", "INGBNL2A", "ING"],
    ["NL44RABO0123456789", "RABONL2U", "Rabobank"],
    ["NL91ABNA0417164300", "ABNANL2A", "ABN AMRO"],
    ["NL95BUNQ0000000004", "BUNQNL2A", "bunq"],
    ["NL18TRIO0000000005", "TRIONL2U", "Triodos"],
    ["NL75ASNB0000000006", "ASNBNL21", "ASN Bank"],
    ["NL97REVO0000000007", "REVONL22", "Revolut"],
  ])("%s is %s, %s", (iban, bic, name) => {
    expect(dutchBankOf(iban)).toEqual({ bic, name });
    expect(checkBic(bic, "NL")).toMatchObject({ ok: true, warnings: [] });
  });

  it("is unknown for a code that is not on the list, and for another country", () => {
    expect(dutchBankOf("NL13TEST0123456789")).toBeUndefined();
    expect(dutchBankOf("BE68INGB0123456789")).toBeUndefined();
    expect(NL_BANKS_AS_OF).toMatch(/^20\d\d-\d\d$/);
  });
});
