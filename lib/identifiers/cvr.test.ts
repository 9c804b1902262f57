import { describe, expect, it } from "vitest";
import { checkCvr } from "@/lib/identifiers/cvr";

describe("a CVR number", () => {
  it.each(["13748136", "52222222", "DK13748136", "dk 13 74 81 36", "13.74.81.36"])("%j is valid", (text) => {
    expect(checkCvr(text)).toEqual({ ok: true, value: text.replace(/\D/g, "") });
  });

  it.each([
    ["13748137", "check_digit"],
    ["31748136", "check_digit"],
    ["42222222", "check_digit"],
    ["62222222", "check_digit"],
    ["00000000", "check_digit"],
    ["1374813", "length"],
    ["137481360", "length"],
    ["", "length"],
    ["DK", "characters"],
    ["SE13748136", "characters"],
    ["1374813G", "characters"],
  ])("%j is refused for its %s", (text, code) => {
    expect(checkCvr(text)).toEqual({ ok: false, code });
  });

  it.each(["42222222", "62222222"])("%s, a sandbox number, passes without the check digit", (text) => {
    expect(checkCvr(text, { checkDigit: false })).toEqual({ ok: true, value: text });
    expect(checkCvr(text.slice(1), { checkDigit: false })).toEqual({ ok: false, code: "length" });
  });

  it("has exactly one good last digit, or none", () => {
    for (let stem = 1_000_000; stem < 1_000_400; stem += 1) {
      const good = [...Array(10).keys()].filter((last) => checkCvr(`${stem}${last}`).ok);
      expect(good.length).toBeLessThanOrEqual(1);
    }
  });
});
