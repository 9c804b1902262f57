import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDanishAccount, readDanishAccount } from "@/lib/identifiers/danish-account";
import { checkIban } from "@/lib/identifiers/iban";

const SAMPLE = { ok: true, registration: "0040", account: "0440116243", iban: "DK5000400440116243" };

describe("a Danish account", () => {
  it.each([
    "0040 0440116243",
    "0040-0440116243",
    "0040\u20130440116243",
    "0040\u22120440116243",
    "0040 / 0440116243",
    "0040 0440 1162 43",
    "0040 440116243",
    "00400440116243",
    "0040440116243",
    " 0040\t0440116243 ",
    "DK50 0040 0440 1162 43",
    "dk5000400440116243",
  ])("is read from %j", (text) => {
    expect(readDanishAccount(text)).toEqual(SAMPLE);
  });

  it.each([
    ["", "registration", "length"],
    ["40 0440116243", "registration", "length"],
    ["00400 440116243", "registration", "length"],
    ["0040", "account", "length"],
    ["0040 04401162431", "account", "length"],
    ["0040 044O116243", "account", "characters"],
    ["OO40 0440116243", "iban", "not_danish"],
    ["00-4O 0440116243", "registration", "length"],
    ["0000 0440116243", "registration", "all_zero"],
    ["0040 0000000000", "account", "all_zero"],
    ["DK51 0040 0440 1162 43", "iban", "wrong"],
    ["DK50 0040 0440 1162 4", "iban", "wrong"],
    ["NL91 ABNA 0417 1643 00", "iban", "not_danish"],
  ])("%j is refused: %s %s", (text, field, code) => {
    expect(readDanishAccount(text)).toEqual({ ok: false, field, code });
  });

  it("from two fields keeps the leading zeros and pads the account", () => {
    expect(checkDanishAccount("0040", "440116243")).toEqual(SAMPLE);
    expect(checkDanishAccount("0040", "1")).toMatchObject({ ok: true, account: "0000000001" });
    expect(checkDanishAccount("40", "440116243")).toEqual({
      ok: false,
      field: "registration",
      code: "length",
    });
    expect(checkDanishAccount("OO40", "440116243")).toEqual({
      ok: false,
      field: "registration",
      code: "characters",
    });
  });

  it("comes back from its own IBAN, which passes the check", () => {
    const part = (digits: number) => fc.integer({ min: 1, max: 10 ** digits - 1 }).map(String);
    fc.assert(
      fc.property(part(4), part(10), (registration, account) => {
        const found = checkDanishAccount(registration.padStart(4, "0"), account);
        expect(found.ok && checkIban(found.iban).ok).toBe(true);
        expect(found.ok && readDanishAccount(found.iban)).toEqual(found);
      }),
    );
  });
});
