import { capitalised, formatDay, formatInstant, formatMoneyText, formatMonth } from "@/lib/i18n/format";
import { type Day, day, type Month, yearOf } from "@/lib/kernel/day";
import { dayIn, type Zone } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import type { Money } from "@/lib/kernel/money";

/** Whose words and whose clock: everything that a shared part needs to write times. */
export interface Reader {
  locale: Locale;
  /** The scheme's zone, never the server's. */
  zone: Zone;
  now: Date;
}

/**
 * How days, months and instants of a payment are written: in the scheme's time. Another year is written out, because
 * two digits beside a day and a month are hard to tell apart.
 */
export function writer({ locale, zone, now }: Reader) {
  const today = dayIn(now, zone);
  const thisYear = (of: Day | Month) => yearOf(of) === yearOf(today);
  const longDay = (of: string, weekday = false) =>
    formatDay(day(of), locale, { style: "long", weekday, year: thisYear(day(of)) ? "never" : "always" });
  return {
    /** `Tue 1 Dec`, `1 January 2028`. */
    day: (of: string) => (thisYear(day(of)) ? formatDay(day(of), locale, { weekday: true }) : longDay(of)),
    /** `1 December`. */
    longDay,
    /** `Tuesday 1 December`, at the head of a line. */
    figure: (of: string) => capitalised(longDay(of, true), locale),
    month: (of: Month) => formatMonth(of, locale, thisYear(of) ? "name" : "full"),
    /** With its city. */
    instant: (at: Date) => formatInstant(at, locale, zone, { year: today }),
    /** Without its city. */
    clock: (at: Date) => formatInstant(at, locale, zone, { year: today, city: false }),
    money: (of: Money) => formatMoneyText(of, locale),
  };
}
