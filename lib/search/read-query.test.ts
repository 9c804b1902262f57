import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSecret, type Reading, readQuery } from "./read-query";

const kinds = (text: string) => readQuery(text).map((one) => one.kind);
const of = <Kind extends Reading["kind"]>(text: string, kind: Kind) =>
  readQuery(text).find((one): one is Extract<Reading, { kind: Kind }> => one.kind === kind);

describe("what a text could be", () => {
  it.each([
    ["mette han", ["name"]],
    ["1234", ["customerNumber", "lastFour", "phone", "amount", "reference", "mandateNumber"]],
    ["•••• 6243", ["lastFour"]],
    ["1.234,56", ["amount", "reference"]],
    ["8f14e45f-ceea-467f-a8f1-9d2e1a0b3c4d", ["key"]],
    ["8f14e45fceea467fa8f19d2e1a0b3c4d", ["key"]],
    ["NL91 ABNA 0417 1643 00", ["account"]],
    ["DK5000400440116243", ["account"]],
    ["010170-1234", ["identity"]],
    ["mette@post.ex", ["email"]],
    ["pay_01JD0000000000000000000000", ["id"]],
    ["x", []],
    ["", []],
    ["x".repeat(500), []],
  ])("%j: %j", (text, expected) => {
    expect(kinds(text).filter((kind) => kind !== "providerId")).toEqual(expect.arrayContaining(expected));
    if (expected.length < 2)
      expect(kinds(text).filter((kind) => !["reference", "customerNumber"].includes(kind))).toEqual(expected);
  });

  it.each([
    ["1.234,56", 123_456, null],
    ["1,234.56", 123_456, null],
    ["1.234", 123_400, null],
    ["1234", 123_400, null],
    ["kr. 99,50", 9_950, "DKK"],
    ["250 kr", 25_000, "DKK"],
    ["DKK 1236.75", 123_675, "DKK"],
    ["€ 25", 2_500, "EUR"],
    ["12 eur", 1_200, "EUR"],
  ])("%j is the amount %d in %s", (text, amountMinor, currency) => {
    expect(of(text, "amount")).toEqual({ kind: "amount", amountMinor, currency });
  });

  it.each([
    ["0612345678", "612345678"],
    ["+31 6 1234 5678", "612345678"],
    ["0031 (0)6 12345678", "612345678"],
    ["+45 20 12 34 56", "20123456"],
    ["20 12 34", "201234"],
    ["+45 2012", "2012"],
  ])("%j is a telephone number that begins with %s", (text, begins) => {
    expect(of(text, "phone")?.begins).toContain(begins);
  });

  it("reads a number of ten digits that may be a CPR number as that and as everything else", () => {
    expect(kinds("0101701234")).toEqual(expect.arrayContaining(["identity", "customerNumber", "account"]));
    expect(kinds("9999999999")).not.toContain("identity");
  });

  it("reads a Danish account as it is kept, however it is written", () => {
    for (const text of ["0040 0440116243", "0040-0440116243", "00400440116243", "DK50 0040 0440 1162 43"])
      expect(of(text, "account")?.values).toContain("0040 0440116243");
  });

  it("takes spaces out of a number and small letters for large ones", () => {
    expect(of("100 234", "customerNumber")?.begins).toBe("100234");
    expect(of("ab12", "customerNumber")?.begins).toBe("AB12");
    expect(of("inv-7", "reference")?.begins).toEqual(["inv-7", "INV-7"]);
  });

  it("tells what must not be written down", () => {
    expect(
      ["010170-1234", "NL91ABNA0417164300", "0040 0440116243"].map((text) => isSecret(readQuery(text))),
    ).toEqual([true, true, true]);
    expect(["mette hansen", "1234", "25313763"].map((text) => isSecret(readQuery(text)))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("never throws and never asks for a character that a database refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(JSON.stringify(readQuery(text))).not.toContain("\\u0000");
      }),
    );
  });
});
