import { describe, expect, it } from "vitest";
import {
  capitalised,
  formatAge,
  formatClock,
  formatDay,
  formatInstant,
  formatMoney,
  formatMoneyText,
  formatMonth,
  formatNumber,
  weekdayNames,
  zoneCity,
} from "@/lib/i18n/format";
import { day, month } from "@/lib/kernel/day";

describe("amounts", () => {
  it("come in two parts, with two decimals and the language's separators", () => {
    const money = { amountMinor: 140_231_650, currency: "DKK" } as const;
    expect(formatMoney(money, "en")).toEqual({ currency: "DKK", amount: "1,402,316.50" });
    expect(formatMoney(money, "da")).toEqual({ currency: "DKK", amount: "1.402.316,50" });
    expect(formatMoney({ amountMinor: 5, currency: "EUR" }, "nl")).toEqual({
      currency: "EUR",
      amount: "0,05",
    });
  });
  it("keep currency and figure on one line inside a sentence", () => {
    expect(formatMoneyText({ amountMinor: -14_850, currency: "EUR" }, "en")).toBe("EUR\u00a0-148.50");
  });
  it("group counts", () => {
    expect([formatNumber(2431, "en"), formatNumber(2431, "da"), formatNumber(7, "nl")]).toEqual([
      "2,431",
      "2.431",
      "7",
    ]);
  });
});

describe("days", () => {
  const of = day("2026-11-22");
  it.each([
    ["en", "22 Nov", "Sun 22 Nov", "Sunday 22 November 2026"],
    ["da", "22. nov", "søn 22. nov", "søndag 22. november 2026"],
    ["nl", "22 nov", "zo 22 nov", "zondag 22 november 2026"],
  ] as const)("are written the %s way", (locale, short, withWeekday, long) => {
    expect(formatDay(of, locale)).toBe(short);
    expect(formatDay(of, locale, { weekday: true })).toBe(withWeekday);
    expect(formatDay(of, locale, { style: "long", weekday: true, year: "always" })).toBe(long);
  });
  it("name the year only when it is another than the reader's", () => {
    expect(formatDay(day("2027-12-02"), "en", { year: of })).toBe("2 Dec 27");
    expect(formatDay(day("2027-01-04"), "en", { year: of, style: "long" })).toBe("4 January 2027");
    expect(formatDay(day("2026-12-02"), "en", { year: of })).toBe("2 Dec");
  });
  it("never carry a full stop after an abbreviation", () => {
    const months = Array.from({ length: 12 }, (_, i) => month(`2026-${String(i + 1).padStart(2, "0")}`));
    for (const locale of ["en", "da", "nl"] as const) {
      const words = [...months.map((m) => formatMonth(m, locale, "short")), ...weekdayNames(locale, "short")];
      expect(words.filter((word) => word.includes(".") || word.length > 4)).toEqual([]);
    }
  });
  it("have months with and without a year", () => {
    expect(formatMonth(month("2026-11"), "da")).toBe("november 2026");
    expect(formatMonth(month("2026-03"), "nl", "name")).toBe("maart");
    expect(formatMonth(month("2026-03"), "nl", "short")).toBe("mrt");
  });
});

describe("capitalised", () => {
  it("raises the first letter only", () => {
    expect(capitalised("søndag 22. november", "da")).toBe("Søndag 22. november");
    expect(capitalised("", "nl")).toBe("");
  });
});

describe("instants", () => {
  const cutOff = new Date("2026-11-22T22:59:00Z");
  it("are told in the scheme's zone with its city", () => {
    expect(formatInstant(cutOff, "en", "Europe/Copenhagen")).toBe("Sun 22 Nov 23:59 Copenhagen");
    expect(formatInstant(cutOff, "da", "Europe/Copenhagen")).toBe("søn 22. nov 23:59 København");
    expect(formatInstant(cutOff, "nl", "Europe/Amsterdam", { city: false })).toBe("zo 22 nov 23:59");
  });
  it("fall on the zone's day, not on UTC's", () => {
    expect(
      formatInstant(new Date("2026-12-31T23:30:00Z"), "en", "Europe/Copenhagen", { year: "always" }),
    ).toBe("Fri 1 Jan 2027 00:30 Copenhagen");
  });
  it("follow summer time", () => {
    expect(formatClock(new Date("2026-07-01T07:00:00Z"), "Europe/Copenhagen")).toBe("09:00");
    expect(formatClock(new Date("2026-01-01T07:00:00Z"), "Europe/Copenhagen")).toBe("08:00");
    expect(formatClock(new Date("2026-01-01T23:00:00Z"), "Europe/Copenhagen")).toBe("00:00");
  });
  it("name the city of a zone that has no translation", () => {
    expect(zoneCity("America/New_York", "da")).toBe("New York");
  });
});

describe("ages", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  it.each([
    [0, "now", "nu", "nu"],
    [-30, "now", "nu", "nu"],
    [26, "26 min", "26 min", "26 min"],
    [59.9, "59 min", "59 min", "59 min"],
    [60, "1 h", "1 t", "1 u"],
    [23 * 60 + 59, "23 h", "23 t", "23 u"],
    [8 * 24 * 60, "8 d", "8 d", "8 d"],
  ] as const)("of %s minutes use the largest unit, and hold it to the number", (minutes, en, da, nl) => {
    const held = [en, da, nl].map((text) => text.replace(" ", "\u00a0"));
    expect([
      formatAge(ago(minutes), now, "en"),
      formatAge(ago(minutes), now, "da"),
      formatAge(ago(minutes), now, "nl"),
    ]).toEqual(held);
  });
});
