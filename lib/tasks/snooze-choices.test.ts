import { describe, expect, it } from "vitest";
import { snoozeChoices } from "./snooze-choices";

const friday = new Date("2026-11-20T11:52:00Z");
const offered = (now: Date, limit: string | null) =>
  snoozeChoices(now, limit === null ? null : new Date(limit)).map(
    ({ name, until }) => `${name} ${until.toISOString()}`,
  );

describe("until when a task may be put aside", () => {
  it("is tomorrow morning, next Monday, or the last bank day before its cut-off", () => {
    expect(offered(new Date("2026-11-10T09:00:00Z"), "2026-11-22T22:59:59Z")).toEqual([
      "tomorrow 2026-11-11T07:00:00.000Z",
      "next_week 2026-11-16T07:00:00.000Z",
      "last_day 2026-11-20T07:00:00.000Z",
    ]);
  });
  it("never passes the cut-off", () => {
    expect(offered(friday, "2026-11-22T22:59:59Z")).toEqual(["tomorrow 2026-11-21T07:00:00.000Z"]);
    expect(offered(friday, "2026-11-20T22:59:59Z")).toEqual([]);
  });
  it("without a cut-off has no last day", () => {
    expect(offered(friday, null)).toEqual([
      "tomorrow 2026-11-21T07:00:00.000Z",
      "next_week 2026-11-23T07:00:00.000Z",
    ]);
  });
  it("offers a moment once", () => {
    expect(offered(new Date("2026-11-22T09:00:00Z"), null)).toEqual(["tomorrow 2026-11-23T07:00:00.000Z"]);
  });
  it("is eight in the morning in summer, too", () => {
    expect(offered(new Date("2026-06-29T09:00:00Z"), null)[0]).toBe("tomorrow 2026-06-30T06:00:00.000Z");
  });
});
