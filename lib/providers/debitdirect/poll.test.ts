import { describe, expect, it } from "vitest";
import type { Environment, Values } from "@/lib/providers/contract";
import { nextPoll } from "./poll";

const minutes = (at: string, environment: Environment = "production", settings: Values = {}) =>
  (nextPoll(new Date(at), environment, settings).getTime() - Date.parse(at)) / 60_000;

describe("the next reading", () => {
  it.each([
    ["an ordinary day", "2024-04-15T09:00:00Z", 15],
    ["the processing day", "2024-04-23T09:00:00Z", 5],
    ["the day before it, late in UTC but already there in Denmark", "2024-04-22T22:30:00Z", 5],
    ["the day after", "2024-04-24T09:00:00Z", 15],
    ["the first bank day", "2024-05-01T09:00:00Z", 5],
    ["the third bank day", "2024-05-03T09:00:00Z", 5],
    ["a weekend among them", "2024-06-01T09:00:00Z", 15],
    ["the third bank day after a weekend", "2024-06-06T09:00:00Z", 5],
    ["the fourth bank day", "2024-06-07T09:00:00Z", 15],
    ["a processing day that only the rule knows", "2026-11-23T09:00:00Z", 5],
  ])("on %s (%s) is in %i minutes", (_, at, expected) => {
    expect(minutes(at)).toBe(expected);
  });

  it("in the simulator is in five seconds on any day", () => {
    expect(minutes("2024-04-15T09:00:00Z", "simulator")).toBeCloseTo(5 / 60);
    expect(minutes("2024-04-23T09:00:00Z", "simulator")).toBeCloseTo(5 / 60);
  });

  it("follows the settings, and is never slower on a busy day", () => {
    expect(minutes("2024-04-15T09:00:00Z", "production", { poll_seconds: "60" })).toBe(1);
    expect(minutes("2024-04-23T09:00:00Z", "production", { poll_seconds: "60" })).toBe(1);
    expect(minutes("2024-05-01T09:00:00Z", "production", { busy_first_bank_days: "0" })).toBe(15);
  });
});
