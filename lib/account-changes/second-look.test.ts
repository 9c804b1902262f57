import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { needsSecondLook } from "./second-look";

const BS = RULES["nets-bs"];
/** Monday 22 April 2024, 23:59 in Copenhagen. */
const cutoff = new Date("2024-04-22T21:59:00Z");

describe("a second look at a change of account", () => {
  it.each([
    ["2024-04-16T22:01:00Z", true], // Wednesday the 17th, a minute past midnight: three bank days
    ["2024-04-16T21:59:00Z", false], // Tuesday still: four
    ["2024-04-20T10:00:00Z", true], // over the weekend
    ["2024-04-22T21:59:00Z", true],
    ["2024-04-22T22:00:00Z", false], // passed: the next one counts
  ])("at %s: %s", (now, expected) => {
    expect(needsSecondLook(BS, new Date(now), [cutoff])).toBe(expected);
  });
  it("is not needed where no cut-off counts", () => {
    expect(needsSecondLook(BS, new Date("2024-04-22T10:00:00Z"), [])).toBe(false);
  });
});
