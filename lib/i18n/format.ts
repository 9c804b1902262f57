import { type Day, day as dayFrom, type Month, weekday, yearOf } from "@/lib/kernel/day";
import type { Zone } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import type { Currency, Money } from "@/lib/kernel/money";

/**
 * How amounts, days and instants are written. Language and zone are always said, never the machine's. Built on `Intl`
 * alone, so that a small island in the browser can use it too.
 */

const NO_BREAK_SPACE = "\u00a0";

/** A count: `1,204` in English, `1.204` in Danish and Dutch. */
export function formatNumber(value: number, locale: Locale): string {
  return numbers(locale, 0).format(value);
}

/** An amount in two parts, so that the currency can stand in its own muted column: `DKK` and `1,236.75`. */
export function formatMoney(money: Money, locale: Locale): { currency: Currency; amount: string } {
  return { currency: money.currency, amount: numbers(locale, 2).format(money.amountMinor / 100) };
}

/** An amount inside a sentence, held together by a no-break space: `DKK 1,236.75`. */
export function formatMoneyText(money: Money, locale: Locale): string {
  const { currency, amount } = formatMoney(money, locale);
  return `${currency}${NO_BREAK_SPACE}${amount}`;
}

export interface DayFormat {
  /** `short`: `1 Dec` (default). `long`: `1 December`. */
  style?: "short" | "long";
  /** `Tue 1 Dec`, `Tuesday 1 December`. */
  weekday?: boolean;
  /** A day here means: only when the year is another than that day's. Default `never`. */
  year?: "always" | "never" | Day;
}

/** `1 Dec`, `Tue 1 Dec`, `1 December 2026`; in Danish `tir 1. dec`, in Dutch `di 1 dec`. */
export function formatDay(day: Day, locale: Locale, format: DayFormat = {}): string {
  const { style = "short", year = "never" } = format;
  const names = namesOf(locale, style);
  const number = Number(day.slice(8, 10));
  const words = [
    format.weekday ? names.weekdays[weekday(day) - 1] : undefined,
    locale === "da" ? `${number}.` : String(number),
    names.months[Number(day.slice(5, 7)) - 1],
    yearWord(day, year, style),
  ];
  return words.filter((word) => word !== undefined).join(" ");
}

/** `November 2026`; `name` without its year, `short` as `Nov`. */
export function formatMonth(month: Month, locale: Locale, style: "full" | "name" | "short" = "full"): string {
  const name =
    namesOf(locale, style === "short" ? "short" : "long").months[Number(month.slice(5, 7)) - 1] ?? "";
  return style === "full" ? `${name} ${yearOf(month)}` : name;
}

/** Monday first: `Mon`, or `Monday`. */
export function weekdayNames(locale: Locale, style: "short" | "long"): readonly string[] {
  return namesOf(locale, style).weekdays;
}

/** The clock time in the zone, 24 hours: `23:59`. */
export function formatClock(instant: Date, zone: Zone): string {
  const { clock } = wall(instant, zone);
  return clock;
}

/** A moment with its city: `Sun 22 Nov 23:59 Copenhagen`. `year` as for days. */
export function formatInstant(
  instant: Date,
  locale: Locale,
  zone: Zone,
  format: DayFormat & { city?: boolean } = {},
): string {
  const { day, clock } = wall(instant, zone);
  const city = format.city === false ? [] : [zoneCity(zone, locale)];
  return [formatDay(day, locale, { weekday: true, ...format }), clock, ...city].join(" ");
}

/** The city a zone is named after, in the reader's language. */
export function zoneCity(zone: Zone, locale: Locale): string {
  return cities[zone]?.[locale] ?? zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** Danish and Dutch days and months begin small; at the head of a line or a page they begin as a sentence does. */
export function capitalised(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** How old something is, in its largest unit: `now`, `26 m`, `3 h`, `8 d`. What lies in the future is `now`. */
export function formatAge(from: Date, now: Date, locale: Locale): string {
  const minutes = Math.floor((now.getTime() - from.getTime()) / 60_000);
  const unit = ageUnits[locale];
  if (minutes < 1) return unit.now;
  if (minutes < 60) return `${minutes}${NO_BREAK_SPACE}${unit.minute}`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)}${NO_BREAK_SPACE}${unit.hour}`;
  return `${formatNumber(Math.floor(minutes / (24 * 60)), locale)}${NO_BREAK_SPACE}${unit.day}`;
}

const ageUnits = {
  en: { now: "now", minute: "min", hour: "h", day: "d" },
  da: { now: "nu", minute: "min", hour: "t", day: "d" },
  nl: { now: "nu", minute: "min", hour: "u", day: "d" },
} as const satisfies Record<Locale, Record<"now" | "minute" | "hour" | "day", string>>;

const cities: Readonly<Record<string, Record<Locale, string>>> = {
  "Europe/Copenhagen": { en: "Copenhagen", da: "København", nl: "Kopenhagen" },
  "Europe/Amsterdam": { en: "Amsterdam", da: "Amsterdam", nl: "Amsterdam" },
};

type Names = { months: readonly string[]; weekdays: readonly string[] };

function yearWord(day: Day, year: "always" | "never" | Day, style: "short" | "long"): string | undefined {
  if (year === "never" || (year !== "always" && yearOf(year) === yearOf(day))) return undefined;
  return style === "short" && year !== "always" ? day.slice(2, 4) : day.slice(0, 4);
}

/** Danish and Dutch abbreviations end in a full stop in some versions of ICU; a column of them reads better without. */
const namesOf = remember((locale: Locale, style: "short" | "long"): Names => {
  const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" });
  const day = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" });
  const name = (format: Intl.DateTimeFormat, date: Date) => format.format(date).replaceAll(".", "");
  return {
    months: Array.from({ length: 12 }, (_, index) => name(month, new Date(Date.UTC(2024, index, 15)))),
    // 1 January 2024 was a Monday.
    weekdays: Array.from({ length: 7 }, (_, index) => name(day, new Date(Date.UTC(2024, 0, 1 + index)))),
  };
});

const numbers = remember(
  (locale: Locale, digits: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

const walls = remember(
  (zone: Zone, _: "wall") =>
    new Intl.DateTimeFormat("en", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    }),
);

function wall(instant: Date, zone: Zone): { day: Day; clock: string } {
  const parts = walls(zone, "wall").formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? "";
  return {
    day: dayFrom(`${part("year")}-${part("month")}-${part("day")}`),
    clock: `${part("hour")}:${part("minute")}`,
  };
}

/** Making an `Intl` format costs far more than using it. */
function remember<A extends string, B extends string | number, T>(
  make: (a: A, b: B) => T,
): (a: A, b: B) => T {
  const made = new Map<string, T>();
  return (a, b) => {
    const key = `${a} ${b}`;
    const value = made.get(key) ?? make(a, b);
    made.set(key, value);
    return value;
  };
}
