import fc from "fast-check";
import { composeIBAN } from "ibantools";
import { describe, expect, it } from "vitest";
import { checkIban, formatIban, normaliseIban } from "@/lib/identifiers/iban";

const VALID = [
  ...["NL28INGB0000000001", "NL69INGB0123456789", "NL20INGB0001234567", "NL31ABNA0000000002"],
  ...["NL02ABNA0123456789", "NL91ABNA0417164300", "NL46RABO0000000003", "NL44RABO0123456789"],
  ...["NL39RABO0300065264", "NL95BUNQ0000000004", "NL18TRIO0000000005", "NL75ASNB0000000006"],
  ...["NL97REVO0000000007", "NL13TEST0123456789", "BE68539007547034", "DE89370400440532013000"],
  "DK5000400440116243",
];

describe("an IBAN", () => {
  it.each(VALID)("%s is valid", (value) => {
    expect(checkIban(value)).toEqual({ ok: true, value, country: value.slice(0, 2), warnings: [] });
  });

  it.each([
    "NL91 ABNA 0417 1643 00",
    "nl91abna0417164300",
    " NL91-ABNA-0417-1643-00\n",
    "NL91.ABNA.0417.1643.00",
    "NL91\u00a0ABNA\u202f0417\u20091643\u200b00",
    "NL91\u2013ABNA\u22120417\u00ad164300",
    "\uff2e\uff2c91ABNA0417164300",
  ])("%j is read as pasted", (text) => {
    expect(checkIban(text)).toMatchObject({ ok: true, value: "NL91ABNA0417164300" });
  });

  it.each([
    ["", { code: "empty" }],
    [" - ", { code: "empty" }],
    ["XX69INGB0123456789", { code: "country" }],
    ["12345678", { code: "country" }],
    ["US64SVBKUS6S3300958879", { code: "country" }],
    ["NL", { code: "length", expected: 18, actual: 2 }],
    ["NL69INGB012345678", { code: "length", expected: 18, actual: 17 }],
    ["DK500040044011624", { code: "length", expected: 18, actual: 17 }],
    ["NL69ING10123456789", { code: "characters" }],
    ["NL69 INGB 0123 4567 8O", { code: "characters" }],
    ["NLI9INGB0123456789", { code: "characters" }],
    ["NL91ABNA0417164300;", { code: "characters" }],
    ["NL91INGB0001234567", { code: "check_digits" }],
    ["NL00RABO0123456789", { code: "check_digits" }],
    ["NL91ABNA0417164301", { code: "check_digits" }],
    ["FO6264600001631634", { code: "outside_sepa", country: "FO" }],
    ["TR330006100519786457841326", { code: "outside_sepa", country: "TR" }],
  ])("%j is refused: %j", (text, problem) => {
    expect(checkIban(text)).toEqual({ ok: false, ...problem });
  });

  it.each([
    ["AL47212110090000000235698741", ["may_not_be_reachable", "address_required"]],
    ["ME25505000012345678951", ["may_not_be_reachable", "address_required"]],
    ["MD24AG000225100013104168", ["may_not_be_reachable", "address_required"]],
    ["MK07250120000058984", ["may_not_be_reachable", "address_required"]],
    ["RS35260005601001611379", ["may_not_be_reachable", "address_required"]],
    ["CH9300762011623852957", ["address_required"]],
    ["GB29NWBK60161331926819", ["address_required"]],
    ["NO9386011117947", []],
    ["NO6686011117948", ["national_check_digits"]],
    ["BE41539007547035", ["national_check_digits"]],
    ["IS140159260076545510730339", []],
  ])("%s passes with the warnings %j", (text, warnings) => {
    expect(checkIban(text)).toMatchObject({ ok: true, warnings });
  });

  it("never issues the check digits 00, 01 and 99, though they satisfy the arithmetic", () => {
    const twins: Record<string, string> = { "97": "00", "98": "01", "02": "99" };
    const found = new Set<string>();
    for (let n = 0; n < 400; n += 1) {
      const iban = composeIBAN({ countryCode: "NL", bban: `INGB${String(n).padStart(10, "0")}` }) ?? "";
      const twin = twins[iban.slice(2, 4)];
      if (twin === undefined) continue;
      found.add(twin);
      expect(checkIban(iban).ok).toBe(true);
      expect(checkIban(`NL${twin}${iban.slice(4)}`)).toEqual({ ok: false, code: "check_digits" });
    }
    expect([...found].sort()).toEqual(["00", "01", "99"]);
  });

  it("catches every single wrong digit and every swap of two neighbours", () => {
    const account = fc.integer({ min: 0, max: 9_999_999_999 }).map((n) => String(n).padStart(10, "0"));
    fc.assert(
      fc.property(account, fc.nat(9), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const iban = composeIBAN({ countryCode: "NL", bban: `RABO${digits}` }) ?? "";
        const where = 8 + at;
        const wrong = iban.slice(0, where) + ((Number(iban[where]) + by) % 10) + iban.slice(where + 1);
        expect(checkIban(iban).ok).toBe(true);
        expect(checkIban(wrong)).toEqual({ ok: false, code: "check_digits" });
        const swapped = iban.slice(0, 8 + at - 1) + iban[8 + at] + iban[8 + at - 1] + iban.slice(8 + at + 1);
        expect(checkIban(swapped).ok).toBe(swapped === iban);
      }),
    );
  });

  it("is letters and digits or refused, whatever is typed", () => {
    const nearly = fc.stringMatching(/^[A-Z]{2}[0-9]{2}[A-Z0-9 ]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), nearly), (text) => {
        const found = checkIban(text);
        if (found.ok) expect(found.value).toMatch(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/);
      }),
    );
  });

  it("is shown in groups of four", () => {
    expect(formatIban("NL91ABNA0417164300")).toBe("NL91 ABNA 0417 1643 00");
    expect(normaliseIban(formatIban("NL91ABNA0417164300"))).toBe("NL91ABNA0417164300");
  });
});
