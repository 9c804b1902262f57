import { describe, expect, it } from "vitest";
import { readWish } from "./address";

describe("readWish", () => {
  it("reads rule, month and year", () => {
    expect(readWish({ rule: "nets-bs", month: "2026-11", year: "2027" })).toMatchObject({
      rule: "nets-bs",
      month: "2026-11",
      year: 2027,
    });
  });
  it.each([
    [{ month: "2026-13" }],
    [{ month: "1815-06" }],
    [{ month: ["2026-11", "2026-12"] }],
    [{ year: "20x6" }],
    [{ year: "2099" }],
    [{}],
  ])("leaves out what makes no sense: %j", (params) => {
    expect(readWish(params)).toMatchObject({ month: undefined, year: undefined });
  });
  it("keeps only what it understood in its links", () => {
    expect(readWish({ month: "x", rule: "nets-bs", other: "1" }).address.params).toEqual({
      rule: "nets-bs",
      month: undefined,
      year: undefined,
    });
  });
});
