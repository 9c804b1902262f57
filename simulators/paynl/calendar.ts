const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function toMs(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function toDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = toMs(text);
  return !Number.isNaN(ms) && toDay(ms) === text;
}

export function addDays(day: string, days: number): string {
  return toDay(toMs(day) + days * DAY);
}

/** The same day of a later month, or that month's last day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(toMs(day));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  last.setUTCDate(Math.min(date.getUTCDate(), last.getUTCDate()));
  return toDay(last.getTime());
}

/** The earlier and the later of two days, or of two instants written in UTC: their texts sort by time. */
export function inOrder(one: string, other: string): [string, string] {
  return one <= other ? [one, other] : [other, one];
}

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((toMs(to) - toMs(from)) / DAY);
}

/** 01:00 UTC on the last Sunday of a month, when the European Union changes its clocks (directive 2000/84/EC). */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return last.getTime() - last.getUTCDay() * DAY;
}

function offsetHours(instant: Date): 1 | 2 {
  const year = instant.getUTCFullYear();
  const ms = instant.getTime();
  return ms >= clockChange(year, 2) && ms < clockChange(year, 9) ? 2 : 1;
}

/** The day it is in Amsterdam. */
export function amsterdamDay(instant: Date): string {
  return toDay(instant.getTime() + offsetHours(instant) * HOUR);
}

/** The instant at which clocks in Amsterdam show this hour; of an hour that comes twice the first. */
export function amsterdamInstant(day: string, hour: number): Date {
  const wall = toMs(day) + hour * HOUR;
  const summer = new Date(wall - 2 * HOUR);
  return offsetHours(summer) === 2 ? summer : new Date(wall - HOUR);
}

/** Amsterdam time with its offset, as PAY writes it: `2026-04-28T09:15:04+02:00`. */
export function withOffset(instant: Date): string {
  const hours = offsetHours(instant);
  return `${new Date(instant.getTime() + hours * HOUR).toISOString().slice(0, 19)}+0${hours}:00`;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * late + 114;
  return toDay(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1));
}

/**
 * A day on which T2 (formerly TARGET) settles: not a weekend, 1 January, Good Friday, Easter Monday, 1 May, 25 or
 * 26 December. Source: https://www.ecb.europa.eu/ecb/contacts/working-hours/html/index.en.html
 */
export function isTargetDay(day: string): boolean {
  const weekday = new Date(toMs(day)).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (["01-01", "05-01", "12-25", "12-26"].includes(day.slice(5))) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return day !== addDays(easter, -2) && day !== addDays(easter, 1);
}

/** This day, or the next one on which banks work. */
export function onOrAfter(day: string): string {
  let found = day;
  while (!isTargetDay(found)) found = addDays(found, 1);
  return found;
}

/** Counts business days forward or, with a negative number, back. */
export function addTargetDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step);
    if (isTargetDay(found)) left -= 1;
  }
  return found;
}
