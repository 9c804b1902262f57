/** A calendar day `YYYY-MM-DD` without a zone. Days compare as strings: `a < b` means a is earlier. */
export type Day = string & { readonly __day: true };

/** A calendar month `YYYY-MM`. Months compare as strings. */
export type Month = string & { readonly __month: true };

/** ISO weekday, 1 = Monday to 7 = Sunday. */
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

type Parts = { year: number; month: number; dayOfMonth: number };

/** True for an existing date of the years 0001 to 9999 in the form `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isMonth(text.slice(0, 7))) return false;
  const { year, month, dayOfMonth } = parts(text);
  return dayOfMonth >= 1 && dayOfMonth <= lengthOfMonth(year, month);
}

/** A day that somebody means, not one that a date field was filled up with: what is reckoned from it is a day too. */
export const isNearDay = (text: string): text is Day => isDay(text) && text < "3000-01-01";

/** True for `YYYY-MM` with a month from 01 to 12. */
export function isMonth(text: string): text is Month {
  return /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Reads a day; throws RangeError on a wrong form or an impossible date such as 2023-02-29. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${JSON.stringify(text)}`);
  return text;
}

/** Reads a month; throws RangeError. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${JSON.stringify(text)}`);
  return text;
}

/** The day of these numbers (month 1 to 12); throws RangeError when there is no such day. */
export function dayOf(year: number, monthNumber: number, dayOfMonth: number): Day {
  return day(`${pad(year, 4)}-${pad(monthNumber, 2)}-${pad(dayOfMonth, 2)}`);
}

/** Adds calendar days; negative goes back. Throws outside the years 0001 to 9999. */
export function addDays(from: Day, days: number): Day {
  if (!Number.isSafeInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return fromNumber(toNumber(from) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** ISO weekday, 1 = Monday to 7 = Sunday. */
export function weekday(of: Day): Weekday {
  // Day number 1 is 0001-01-01, a Monday in the Gregorian calendar.
  return WEEKDAYS[(toNumber(of) - 1) % 7] ?? 1;
}

export function yearOf(of: Day | Month): number {
  return Number(of.slice(0, 4));
}

/** 1 to 31. */
function dayOfMonth(of: Day): number {
  return Number(of.slice(8, 10));
}

export function monthOf(of: Day): Month {
  return month(of.slice(0, 7));
}

/** The twelve months of a year, January first. */
export function monthsOf(year: number): Month[] {
  return DAYS_BEFORE_MONTH.map((_, index) => month(`${pad(year, 4)}-${pad(index + 1, 2)}`));
}

export function addMonths(from: Month, months: number): Month {
  if (!Number.isSafeInteger(months)) throw new RangeError(`not a whole number of months: ${months}`);
  const index = yearOf(from) * 12 + Number(from.slice(5, 7)) - 1 + months;
  return month(`${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`);
}

export function firstOf(of: Month): Day {
  return day(`${of}-01`);
}

export function lastOf(of: Month): Day {
  return dayInMonth(of, 31);
}

/** The given day of a month, or the month's last when it is shorter (31 in February gives the 28th or 29th). */
export function dayInMonth(of: Month, dayNumber: number): Day {
  if (!Number.isInteger(dayNumber) || dayNumber < 1)
    throw new RangeError(`not a day of a month: ${dayNumber}`);
  const last = lengthOfMonth(yearOf(of), Number(of.slice(5, 7)));
  return day(`${of}-${pad(Math.min(dayNumber, last), 2)}`);
}

/** Same day so many months later, clamped to the month's end. For a series keep the anchor and use `dayInMonth`. */
export function addMonthsToDay(from: Day, months: number): Day {
  return dayInMonth(addMonths(monthOf(from), months), dayOfMonth(from));
}

function parts(text: string): Parts {
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    dayOfMonth: Number(text.slice(8, 10)),
  };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(year: number, monthNumber: number): number {
  if (monthNumber === 2) return isLeap(year) ? 29 : 28;
  return monthNumber === 4 || monthNumber === 6 || monthNumber === 9 || monthNumber === 11 ? 30 : 31;
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** Days since the eve of 0001-01-01. Plain arithmetic: a Date would bring in the machine's zone. */
function toNumber(of: Day): number {
  const { year, month: monthNumber, dayOfMonth: number } = parts(of);
  const leapDay = monthNumber > 2 && isLeap(year) ? 1 : 0;
  return daysBeforeYear(year) + (DAYS_BEFORE_MONTH[monthNumber - 1] ?? 0) + leapDay + number;
}

function fromNumber(value: number): Day {
  let year = Math.floor((value * 400) / 146_097) + 1;
  while (daysBeforeYear(year) >= value) year -= 1;
  while (daysBeforeYear(year + 1) < value) year += 1;
  let left = value - daysBeforeYear(year);
  let monthNumber = 1;
  while (left > lengthOfMonth(year, monthNumber)) {
    left -= lengthOfMonth(year, monthNumber);
    monthNumber += 1;
  }
  return dayOf(year, monthNumber, left);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
