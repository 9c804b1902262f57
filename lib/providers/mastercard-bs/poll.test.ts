import { describe, expect, it } from "vitest";
import { nextPoll } from "@/lib/providers/mastercard-bs/poll";

describe("when to ask again", () => {
  it.each([
    ["within the hour", "2026-11-20T10:14:59Z", "2026-11-20T10:15:00Z"],
    ["never at once", "2026-11-20T10:15:00Z", "2026-11-20T11:15:00Z"],
    ["from seven in the morning, Copenhagen", "2026-11-20T03:00:00Z", "2026-11-20T06:15:00Z"],
    ["until eight in the evening", "2026-11-19T19:00:00Z", "2026-11-19T19:15:00Z"],
    ["then on the next bank day", "2026-11-19T19:15:00Z", "2026-11-20T06:15:00Z"],
    ["not on a weekend", "2026-11-20T19:16:00Z", "2026-11-23T06:15:00Z"],
    ["in summer an hour earlier in UTC", "2026-07-01T02:00:00Z", "2026-07-01T05:15:00Z"],
    ["not over Easter", "2026-04-01T20:00:00Z", "2026-04-07T05:15:00Z"],
    ["not on Constitution Day", "2026-06-04T20:00:00Z", "2026-06-08T05:15:00Z"],
    ["over the turn of the year", "2026-12-30T20:00:00Z", "2027-01-04T06:15:00Z"],
    ["across the change of the clock", "2026-10-23T19:00:00Z", "2026-10-26T06:15:00Z"],
  ])("in production %s", (_, from, next) => {
    expect(nextPoll(new Date(from), "production", {})).toEqual(new Date(next));
  });

  it("in the sandbox is every 15 seconds, with the simulator every 5", () => {
    const from = new Date("2026-11-21T23:59:50Z");
    expect(nextPoll(from, "sandbox", {})).toEqual(new Date("2026-11-22T00:00:05Z"));
    expect(nextPoll(from, "simulator", {})).toEqual(new Date("2026-11-21T23:59:55Z"));
  });

  it("follows the settings, also odd ones", () => {
    const from = new Date("2026-11-20T10:00:00Z");
    const settings = { poll_minute: "40", poll_from_hour: "9", poll_to_hour: "8" };
    expect(nextPoll(from, "production", settings)).toEqual(new Date("2026-11-23T08:40:00Z"));
    expect(nextPoll(from, "simulator", { poll_simulator_seconds: "1" })).toEqual(
      new Date("2026-11-20T10:00:01Z"),
    );
  });
});
