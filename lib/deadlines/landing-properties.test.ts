import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { isBankDay } from "@/lib/deadlines/calendars";
import { cutoffState, nextCutoff } from "@/lib/deadlines/cutoff";
import { landing } from "@/lib/deadlines/landing";
import { RULES } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import { windowOf, windowsOfYear } from "@/lib/deadlines/windows";
import { addDays, addMonths, type Day, day, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";

const BS = RULES["nets-bs"];
const anyRule = fc.constantFrom(...Object.values(RULES));
const anyMoment = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
const anySettings = fc.constantFrom<Partial<RuleSettings>>(
  {},
  { cutoffTime: "09:00" },
  { dayBefore: true },
  { keepDueInMonth: false },
  { leadBankDays: 5, cutoffTime: "15:30" },
);
/** A wish from four months back to a year ahead of the moment. */
const anyWish = fc.option(fc.integer({ min: -120, max: 370 }), { nil: undefined });

function wish(at: Date, zone: string, days: number | undefined): Day | undefined {
  return days === undefined ? undefined : addDays(dayIn(at, zone), days);
}

describe("every landing", () => {
  it("lies ahead, on a bank day of its collection month, with a cut-off that has not passed", () => {
    fc.assert(
      fc.property(anyRule, anyMoment, anyWish, anySettings, (rule, at, days, settings) => {
        const wanted = wish(at, rule.zone, days);
        const found = landing(rule, at, wanted, [], settings);
        expect(found.due > dayIn(at, rule.zone)).toBe(true);
        expect(isBankDay(rule.calendar, found.due)).toBe(true);
        expect(monthOf(found.due)).toBe(found.collectionMonth);
        expect(found.cutoffAt >= at).toBe(true);
        expect(dayIn(found.cutoffAt, rule.zone) < found.due).toBe(true);
        expect(found.movedFrom).toBe(wanted === found.due ? undefined : wanted);
        expect(found.window).toBe(rule.kind === "monthly" ? addMonths(found.collectionMonth, -1) : null);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is on time exactly when the wanted month's cut-off has not passed", () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -120, max: 370 }), (at, days) => {
        const wanted = addDays(dayIn(at, BS.zone), days);
        const found = landing(BS, at, wanted);
        const { cutoffAt } = windowOf(BS, addMonths(monthOf(wanted), -1));
        expect(found.onTime).toBe(at <= cutoffAt);
        // What is on time stays in the wanted month.
        if (found.onTime) expect(found.collectionMonth).toBe(monthOf(wanted));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never gets earlier by issuing later", () => {
    const delay = fc.integer({ min: 0, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(anyRule, anyMoment, delay, anySettings, (rule, at, ms, settings) => {
        const later = new Date(at.getTime() + ms);
        const first = landing(rule, at, undefined, [], settings);
        const second = landing(rule, later, undefined, [], settings);
        expect(second.due >= first.due).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("turns exactly after its own cut-off", () => {
    fc.assert(
      fc.property(anyRule, anyMoment, anySettings, (rule, at, settings) => {
        const { cutoffAt, due } = landing(rule, at, undefined, [], settings);
        const late = new Date(cutoffAt.getTime() + 1);
        expect(landing(rule, cutoffAt, due, [], settings)).toMatchObject({ due, onTime: true });
        expect(landing(rule, late, due, [], settings).onTime).toBe(false);
        expect(landing(rule, late, undefined, [], settings).due > due).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("on a server in any zone", () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it("everything comes out the same", () => {
    const moments = ["2024-04-22T21:59:59.999Z", "2026-03-29T00:59:00.000Z", "2026-10-25T23:00:00.000Z"];
    const everything = () =>
      JSON.stringify({
        years: [1999, 2024, 2026, 2099].map((year) => windowsOfYear(BS, year)),
        landings: moments.flatMap((at) =>
          Object.values(RULES).map((rule) => [
            landing(rule, new Date(at), undefined),
            landing(rule, new Date(at), day("2026-10-26")),
            nextCutoff(rule, new Date(at)),
            cutoffState(rule, new Date(at)),
          ]),
        ),
      });
    const zones = [
      "UTC",
      "Europe/Copenhagen",
      "Pacific/Kiritimati",
      "Pacific/Pago_Pago",
      "Asia/Kathmandu",
      "America/St_Johns",
    ];
    const offsets = new Set<number>();
    const answers = new Set<string>();
    for (const zone of zones) {
      process.env.TZ = zone;
      offsets.add(new Date("2024-04-22T12:00:00Z").getTimezoneOffset());
      answers.add(everything());
    }
    // The zone of the process really changed, and the answer did not.
    expect(offsets.size).toBe(zones.length);
    expect(answers.size).toBe(1);
  });
});
