import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskAccount, maskCpr, maskIban } from "@/lib/identifiers/mask";

describe("masks", () => {
  it.each([
    [maskCpr, "0101701234", "010170-••••"],
    [maskCpr, "010170-1234", "010170-••••"],
    [maskCpr, "01017012345", "••••••••••"],
    [maskCpr, "", "••••••••••"],
    [maskAccount, "0440116243", "••••••6243"],
    [maskAccount, "0000001234", "••••••••34"],
    [maskAccount, "0000000001", "••••••••••"],
    [maskAccount, "", ""],
    [maskIban, "NL91ABNA0417164300", "NL •••• 4300"],
    [maskIban, "nl91 abna 0417 1643 00", "NL •••• 4300"],
    [maskIban, "NL91", "••••••••"],
  ])("%o hides %j as %s", (mask, text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it("never shows the serial of a CPR number or more than four digits of an account", () => {
    const digits = (length: number) =>
      fc
        .array(fc.constantFrom(..."123456789"), { minLength: length, maxLength: length })
        .map((it) => it.join(""));
    fc.assert(
      fc.property(digits(10), (value) => {
        expect(maskCpr(value).slice(6)).toBe("-••••");
        expect(maskAccount(value).replace(/\D/g, "")).toBe(value.slice(-4));
      }),
    );
  });
});
