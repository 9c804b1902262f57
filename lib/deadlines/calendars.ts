import { easterSunday } from "@/lib/deadlines/easter";
import {
  addDays,
  type Day,
  day,
  firstOf,
  lastOf,
  type Month,
  monthOf,
  weekday,
  yearOf,
} from "@/lib/kernel/day";

export type CalendarId = "denmark" | "target";

export type ClosedReason =
  | "saturday"
  | "sunday"
  | "new_years_day"
  | "maundy_thursday"
  | "good_friday"
  | "easter_monday"
  | "great_prayer_day"
  | "labour_day"
  | "ascension_day"
  | "day_after_ascension"
  | "whit_monday"
  | "constitution_day"
  | "christmas_eve"
  | "christmas_day"
  | "second_christmas_day"
  | "new_years_eve";

/** Closed on a fixed date `MM-DD`, or so many days after Easter Sunday; `until` is the last year it applies. */
type Closing = { reason: ClosedReason; on: string | number; until?: number };

/**
 * Closed days besides Saturdays and Sundays. Today's rules are applied to every year; the only change kept is Great
 * Prayer Day, abolished from 1 January 2024.
 *
 * Denmark: https://www.nationalbanken.dk/da/vores-arbejde/stabile-priser-pengepolitik-og-dansk-oekonomi/banklukkedage
 * TARGET: https://www.ecb.europa.eu/press/pr/date/2000/html/pr001214_4.en.html
 */
const CLOSINGS: Record<CalendarId, readonly Closing[]> = {
  denmark: [
    { reason: "new_years_day", on: "01-01" },
    { reason: "maundy_thursday", on: -3 },
    { reason: "good_friday", on: -2 },
    { reason: "easter_monday", on: 1 },
    { reason: "great_prayer_day", on: 26, until: 2023 },
    { reason: "ascension_day", on: 39 },
    { reason: "day_after_ascension", on: 40 },
    { reason: "whit_monday", on: 50 },
    { reason: "constitution_day", on: "06-05" },
    { reason: "christmas_eve", on: "12-24" },
    { reason: "christmas_day", on: "12-25" },
    { reason: "second_christmas_day", on: "12-26" },
    { reason: "new_years_eve", on: "12-31" },
  ],
  target: [
    { reason: "new_years_day", on: "01-01" },
    { reason: "good_friday", on: -2 },
    { reason: "easter_monday", on: 1 },
    { reason: "labour_day", on: "05-01" },
    { reason: "christmas_day", on: "12-25" },
    { reason: "second_christmas_day", on: "12-26" },
  ],
};

/** Why banks are closed on the day, or null on a bank day. A named closing day on a weekend gives its own name. */
export function closedReason(calendar: CalendarId, of: Day): ClosedReason | null {
  const named = closingsOfYear(calendar, yearOf(of)).get(of);
  if (named !== undefined) return named;
  const number = weekday(of);
  return number === 6 ? "saturday" : number === 7 ? "sunday" : null;
}

export function isBankDay(calendar: CalendarId, of: Day): boolean {
  return closedReason(calendar, of) === null;
}

/** The first bank day after the day. */
export function nextBankDay(calendar: CalendarId, after: Day): Day {
  return bankDayOnOrAfter(calendar, addDays(after, 1));
}

/** The day itself when it is a bank day, else the next one. */
export function bankDayOnOrAfter(calendar: CalendarId, from: Day): Day {
  let at = from;
  while (!isBankDay(calendar, at)) at = addDays(at, 1);
  return at;
}

/** The day itself when it is a bank day, else the one before. */
export function bankDayOnOrBefore(calendar: CalendarId, from: Day): Day {
  let at = from;
  while (!isBankDay(calendar, at)) at = addDays(at, -1);
  return at;
}

/** The `count`th bank day strictly after the day, or strictly before it when negative; 0 gives the day unchanged. */
export function addBankDays(calendar: CalendarId, from: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of bank days: ${count}`);
  const step = count < 0 ? -1 : 1;
  let at = from;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isBankDay(calendar, at)) left -= 1;
  }
  return at;
}

/** Bank days after `from` up to and including `to`; negative when `to` is earlier. */
export function bankDaysBetween(calendar: CalendarId, from: Day, to: Day): number {
  if (to < from) return -bankDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = from; at < to; ) {
    at = addDays(at, 1);
    if (isBankDay(calendar, at)) count += 1;
  }
  return count;
}

/** The first bank day of a month. */
export function firstBankDay(calendar: CalendarId, of: Month): Day {
  return bankDayOnOrAfter(calendar, firstOf(of));
}

/** Bank days counted from the month's end, 1 = the last; throws RangeError when the month has fewer. */
export function bankDayFromEnd(calendar: CalendarId, of: Month, nth: number): Day {
  if (!Number.isInteger(nth) || nth < 1) throw new RangeError(`not a position in a month: ${nth}`);
  const found = addBankDays(calendar, bankDayOnOrBefore(calendar, lastOf(of)), 1 - nth);
  if (monthOf(found) !== of) throw new RangeError(`${of} has no bank day ${nth} from its end`);
  return found;
}

const known = new Map<string, ReadonlyMap<Day, ClosedReason>>();

/** Remembers each year it was asked for; the answer never changes. */
function closingsOfYear(calendar: CalendarId, year: number): ReadonlyMap<Day, ClosedReason> {
  const key = `${calendar} ${year}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const easter = easterSunday(year);
  const made = new Map<Day, ClosedReason>();
  for (const { reason, on, until } of CLOSINGS[calendar]) {
    if (until !== undefined && year > until) continue;
    made.set(
      typeof on === "number" ? addDays(easter, on) : day(`${String(year).padStart(4, "0")}-${on}`),
      reason,
    );
  }
  known.set(key, made);
  return made;
}
