import { describe, expect, it } from "vitest";
import { looksSecret } from "./looks-secret";

describe("what may be a CPR or an account", () => {
  it.each(["010170-1234", "0101701234", "0040 0440116243", "NL91 ABNA 0417 1643 00", "dk5000400440116243"])(
    "%j may",
    (text) => {
      expect(looksSecret(text)).toBe(true);
    },
  );
  it.each([
    "mette hansen",
    "100234",
    "INV-2026-0042",
    "1.234,56",
    "+45 20 12 34 56",
    "9999999999",
    "25313763",
  ])("%j may not", (text) => {
    expect(looksSecret(text)).toBe(false);
  });
});
