import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bankDaysBetween, isBankDay } from "@/lib/deadlines/calendars";
import { RULES } from "@/lib/deadlines/rules";
import { dayIn } from "@/lib/kernel/instant";
import { goalAt, nextReminder, reminders } from "./plan";

const facts = { overrides: [], settings: {} };
const BS = RULES["nets-bs"];
const days = (invitedAt: string) =>
  reminders(BS, new Date(invitedAt), facts).map((one) => dayIn(one.at, BS.zone));

describe("the reminders of an invitation", () => {
  it("come every five bank days, and two bank days before the last day that makes the window", () => {
    // April 2024: the cut-off is Monday the 22nd, so Friday the 19th is the last good day.
    const goal = goalAt(BS, new Date("2024-04-02T08:00:00Z"), facts);
    expect(goal).toMatchObject({ month: "2024-05", lastDay: "2024-04-19" });
    expect(days("2024-04-02T08:00:00Z").slice(0, 3)).toEqual(["2024-04-09", "2024-04-16", "2024-04-17"]);
  });

  it("go on for the next window, and end after the third", () => {
    const all = reminders(BS, new Date("2024-04-02T08:00:00Z"), facts);
    expect([...new Set(all.map((one) => one.goal.month))]).toEqual(["2024-05", "2024-06", "2024-07"]);
    const last = all.at(-1);
    expect(nextReminder(BS, new Date("2024-04-02T08:00:00Z"), last?.at ?? new Date(), facts)).toBeNull();
  });

  it("are soon when the window is about to close", () => {
    expect(days("2024-04-18T08:00:00Z")[0]).toBe("2024-04-19");
  });

  it("fall on bank days, at nine, in order, and never after the day that they name", () => {
    const instants = fc.date({
      min: new Date("2024-01-01T00:00:00Z"),
      max: new Date("2030-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (invitedAt) => {
        const all = reminders(BS, invitedAt, facts);
        expect(all.length).toBeGreaterThan(2);
        let before = invitedAt;
        for (const { at, goal } of all) {
          expect(at > before).toBe(true);
          before = at;
          const on = dayIn(at, BS.zone);
          expect(isBankDay("denmark", on)).toBe(true);
          expect(goal.lastDay !== null && on <= goal.lastDay).toBe(true);
          expect(goal.cutoffAt !== null && at < goal.cutoffAt).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("without windows are three, five bank days apart", () => {
    const rule = RULES["nets-ls"];
    const all = reminders(rule, new Date("2026-11-02T08:00:00Z"), facts).map((one) =>
      dayIn(one.at, rule.zone),
    );
    expect(all).toHaveLength(3);
    expect(all.slice(1).map((one, n) => bankDaysBetween("denmark", all[n] ?? one, one))).toEqual([5, 5]);
  });
});
