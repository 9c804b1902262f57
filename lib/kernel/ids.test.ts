import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId } from "./ids";

const instant = fc.date({
  min: new Date("1971-01-01T00:00:00Z"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});

describe("a new id", () => {
  it("has its prefix and 26 letters that nobody takes for another", () => {
    expect(newId("pay", new Date("2026-11-20T09:00:00Z"))).toMatch(/^pay_[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it("sorts by when it was made, also over the end of a year", () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        if (earlier.getTime() === later.getTime()) return;
        expect(newId("sub", earlier) < newId("sub", later)).toBe(true);
      }),
    );
  });

  it("is made once: ten thousand of one millisecond are all different", () => {
    const now = new Date("2026-11-20T09:00:00Z");
    expect(new Set(Array.from({ length: 10_000 }, () => newId("aud", now))).size).toBe(10_000);
  });
});
