import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Field, FieldKind } from "@/lib/providers/contract";
import { checkFields, isAsked, maskValue } from "./check-fields";

const label = { en: "x", da: "x", nl: "x" };
const field = (kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name: "it",
  kind,
  label,
  required: true,
  ...more,
});
const options = [
  { value: "a", label },
  { value: "b", label },
];

function check(one: Field, given: string, environment: "production" | "sandbox" = "production") {
  const { values, problems } = checkFields([one], { it: given }, environment);
  return problems.it ? { problem: problems.it } : values.it;
}

describe("what is right is kept in one form", () => {
  it.each<[FieldKind, string, string]>([
    ["identity", "010170-1234", "0101701234"],
    ["identity", " 010170 1234 ", "0101701234"],
    ["identity", "０１０１７０１２３４", "0101701234"],
    ["identity", "13748136", "13748136"],
    ["identity", "DK 13 74 81 36", "13748136"],
    ["cvr", "DK13748136", "13748136"],
    ["danish_account", "0040 440116243", "0040 0440116243"],
    ["danish_account", "0040-0440116243", "0040 0440116243"],
    ["danish_account", "00400440116243", "0040 0440116243"],
    ["danish_account", "DK50 0040 0440 1162 43", "0040 0440116243"],
    ["iban", "nl91 abna 0417 1643 00", "NL91ABNA0417164300"],
    ["bic", "ingbnl2a", "INGBNL2A"],
    ["pbs_number", "2056372", "02056372"],
    ["debtor_group", "1", "00001"],
    ["customer_number", " ab12 ", "AB12"],
    ["customer_number", "０１ａ", "01A"],
    ["customer_number", "000100234", "000100234"],
    ["amount", "1.234,56", "123456"],
    ["amount", "0,01", "1"],
    ["amount", "21474836,47", "2147483647"],
    ["email", "anna@example.org", "anna@example.org"],
    ["day", "2028-02-29", "2028-02-29"],
    ["integer", "007", "7"],
    ["flag", "on", "true"],
    ["flag", "no", "false"],
    ["url", "https://desk.example.org/", "https://desk.example.org"],
    ["text", "  A\u030arhus <b>& Søn</b>  ", "Århus <b>& Søn</b>"],
    ["text", "'); drop table debtors;--", "'); drop table debtors;--"],
    ["secret", " keeps its blanks ", " keeps its blanks "],
    ["secret_text", "-----BEGIN PRIVATE KEY-----\nx\n", "-----BEGIN PRIVATE KEY-----\nx\n"],
  ])("%s: %j is %j", (kind, given, kept) => {
    expect(check(field(kind), given)).toBe(kept);
  });

  it("takes a personal number without its check digit: such numbers are issued", () => {
    expect(check(field("identity"), "0101701235")).toBe("0101701235");
    expect(check(field("identity"), "010107-4001")).toBe("0101074001");
  });

  it("takes a company number of a sandbox without its check digit, and only there", () => {
    expect(check(field("cvr"), "12345678", "sandbox")).toBe("12345678");
    expect(check(field("identity"), "12345678", "sandbox")).toBe("12345678");
    expect(check(field("cvr"), "12345678")).toEqual({ problem: "cvr_check_digit" });
  });
});

describe("what is wrong is refused with its reason", () => {
  it.each<[FieldKind, string, string]>([
    ["identity", "3102701234", "cpr_date"],
    ["identity", "0013701234", "cpr_date"],
    ["identity", "290201-1234", "cpr_date"],
    ["identity", "010170123", "cpr_length"],
    ["identity", "101701234", "cpr_zero_dropped"],
    ["identity", "10170-1234", "cpr_zero_dropped"],
    ["identity", "01017012345", "cpr_length"],
    ["identity", "010170-123a", "cpr_characters"],
    ["identity", "13748137", "cvr_check_digit"],
    ["cvr", "1374813", "cvr_length"],
    ["cvr", "1374813x", "cvr_characters"],
    ["cvr", "00000000", "cvr_check_digit"],
    ["danish_account", "004 0440116243", "account_registration_length"],
    ["danish_account", "0040 04401162431", "account_account_length"],
    ["danish_account", "0040", "account_account_length"],
    ["danish_account", "0040 0000000000", "account_account_all_zero"],
    ["danish_account", "0000 0440116243", "account_registration_all_zero"],
    ["danish_account", "004x 0440116243", "account_registration_characters"],
    ["danish_account", "NL91ABNA0417164300", "account_iban_not_danish"],
    ["danish_account", "DK5100400440116243", "account_iban_wrong"],
    ["iban", "NL92ABNA0417164300", "iban_check_digits"],
    ["iban", "NL91ABNA041716430", "iban_length"],
    ["iban", "XX91ABNA0417164300", "iban_country"],
    ["iban", "NL91ABNA04171643Ø0", "iban_characters"],
    ["iban", "TR330006100519786457841326", "iban_outside_sepa"],
    ["bic", "INGBNL2", "bic_length"],
    ["bic", "INGBXX2A", "bic_country"],
    ["pbs_number", "123456789", "number_length"],
    ["pbs_number", "00000000", "number_all_zero"],
    ["debtor_group", "12345a", "number_characters"],
    ["debtor_group", "123456", "number_length"],
    ["customer_number", "1234567890123456", "customer_number_length"],
    ["customer_number", "12-34", "customer_number_characters"],
    ["customer_number", "søn", "customer_number_characters"],
    ["amount", "1e3", "amount_unreadable"],
    ["amount", "0", "amount_not_positive"],
    ["amount", "-0", "amount_not_positive"],
    ["amount", "-5", "amount_not_positive"],
    ["amount", "1.234", "amount_ambiguous"],
    ["amount", "21474836,48", "amount_too_large"],
    ["email", "anna@example", "email"],
    ["email", "anna@@example.org", "email"],
    ["email", "Anna <anna@example.org>", "email"],
    ["day", "2027-02-29", "day"],
    ["day", "20-11-2026", "day"],
    ["day", "9999-12-31", "day"],
    ["integer", "1.5", "integer"],
    ["integer", "-1", "integer"],
    ["integer", "1e3", "integer"],
    ["integer", "1234567890", "integer"],
    ["choice", "c", "choice"],
    ["choice", "A", "choice"],
    ["url", "javascript:alert(1)", "url"],
    ["url", "desk.example.org", "url"],
    ["text", "one\ttwo", "control_characters"],
    ["text", "one\r\ntwo", "control_characters"],
    ["text", "nul\u0000", "control_characters"],
    ["text", "gpj.\u202eexe", "control_characters"],
    ["text", "two\u2028lines", "control_characters"],
    ["text", "c1\u0085", "control_characters"],
    ["text", "x".repeat(501), "too_long"],
    ["email", `${"x".repeat(500)}@example.org`, "too_long"],
    ["secret", "x".repeat(501), "too_long"],
    ["secret_text", "x".repeat(40_001), "too_long"],
    ["secret_file", "x".repeat(400_001), "too_long"],
  ])("%s: %j is %s", (kind, given, problem) => {
    expect(check(field(kind, { options }), given)).toEqual({ problem });
  });

  it("refuses what is longer than its own field, outside its range or not of its pattern", () => {
    expect(check(field("text", { maxLength: 3 }), "abcd")).toEqual({ problem: "too_long" });
    const count = field("integer", { min: 2, max: 4 });
    expect([1, 2, 4, 5].map((value) => check(count, String(value)))).toEqual([
      { problem: "out_of_range" },
      "2",
      "4",
      { problem: "out_of_range" },
    ]);
    const code = field("text", { pattern: "SL-\\d{4}|AT" });
    expect(check(code, "SL-1000")).toBe("SL-1000");
    for (const wrong of ["xAT", "ATx", "SL-10001"])
      expect(check(code, wrong)).toEqual({ problem: "pattern" });
  });
});

describe("what is asked for", () => {
  const form: Field[] = [
    field("choice", { name: "kind", options }),
    field("text", { name: "only_b", when: { field: "kind", is: ["b"] } }),
    field("text", { name: "note", required: false }),
    field("flag", { name: "test", required: false }),
  ];

  it("is required, unless it is optional or belongs to another choice", () => {
    expect(checkFields(form, { kind: "a" }, "production")).toEqual({
      values: { kind: "a", test: "false" },
      problems: {},
    });
    expect(checkFields(form, { kind: "b", only_b: " \n " }, "production").problems).toEqual({
      only_b: "required",
    });
    expect(checkFields(form, {}, "production").problems).toEqual({ kind: "required" });
  });

  it("is all that is kept: what no field asks for is dropped", () => {
    const given = { kind: "a", only_b: "x", extra: "x", creditorId: "cre_other", constructor: "x" };
    const { values } = checkFields(form, given, "production");
    expect(Object.keys(values).sort()).toEqual(["kind", "test"]);
    expect(isAsked(field("text", { when: { field: "toString", is: ["x"] } }), {})).toBe(false);
  });

  it("is answered for any text whatever, and what is kept is right a second time", () => {
    const kinds: FieldKind[] = ["identity", "danish_account", "iban", "bic", "customer_number", "day"];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: "binary" }), (kind, given) => {
        const kept = check(field(kind), given);
        if (typeof kept === "string") expect(check(field(kind), kept)).toBe(kept);
      }),
    );
  });
});

describe("a sensitive value on the screen", () => {
  it.each<[FieldKind, string, string]>([
    ["identity", "0101701234", "010170-••••"],
    ["identity", "13748136", "13748136"],
    ["danish_account", "0040 0440116243", "0040 ••••••6243"],
    ["iban", "NL91ABNA0417164300", "NL •••• 4300"],
    ["secret", "hunter2", "••••"],
  ])("%s %s is %s", (kind, value, shown) => {
    expect(maskValue(field(kind), value)).toBe(shown);
  });
});
