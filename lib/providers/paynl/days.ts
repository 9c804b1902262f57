import { addBankDays, bankDayOnOrAfter } from "@/lib/deadlines/calendars";
import { type Day, isDay } from "@/lib/kernel/day";
import { dayIn, startOfDay } from "@/lib/kernel/instant";

/** Debits are dated in the Netherlands, where PAY. works. */
const ZONE = "Europe/Amsterdam";

/** The instant of a date-time with an offset; null for anything else, a plain day included. */
export function instantOf(text: string | null): Date | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.test(text))
    return null;
  const value = new Date(text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(value.getTime()) ? null : value;
}

/** The day in Amsterdam of a plain day or of a date-time with an offset; null for anything else. */
export function dayFrom(text: string | null): Day | null {
  if (text === null) return null;
  if (isDay(text)) return text;
  const instant = instantOf(text);
  // Days end with the year 9999, and a zone may push an instant over an edge.
  const year = instant?.getUTCFullYear() ?? 0;
  return instant && year > 1 && year < 9999 ? dayIn(instant, ZONE) : null;
}

/** A closed day moves to the next day on which the banks of the scheme work. */
export function bankDay(of: Day): Day {
  return bankDayOnOrAfter("target", of);
}

/** The earliest day of a debit that is sent now without one. */
export function earliestUndated(now: Date, bankDays: number): Day {
  const today = dayIn(now, ZONE);
  return bankDays === 0 ? bankDay(today) : addBankDays("target", today, bankDays);
}

/** The day as PAY. takes it: plain, or as midnight in Amsterdam with its offset. */
export function processDate(of: Day, form: "day" | "date_time"): string {
  if (form === "day") return of;
  const minutes = (Date.parse(`${of}T00:00:00Z`) - startOfDay(of, ZONE).getTime()) / 60_000;
  const pad = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${of}T00:00:00+${pad(minutes / 60)}:${pad(minutes % 60)}`;
}
