import { Temporal } from "temporal-polyfill";
import { addDays, type Day, day } from "@/lib/kernel/day";

/** An IANA time zone. Scheme time is one of the named ones, never the server's. */
export type Zone = "Europe/Copenhagen" | "Europe/Amsterdam" | (string & {});

/** The calendar day that this instant falls on in the zone. Lists ask it per row: Temporal takes fifty times as long. */
export function dayIn(instant: Date, zone: Zone): Day {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  formats.set(zone, format);
  return day(format.format(instant));
}

/** Swedish writes a day as `YYYY-MM-DD`. */
const formats = new Map<Zone, Intl.DateTimeFormat>();

/** The clock time of the instant in the zone, `HH:MM`. */
export function clockIn(instant: Date, zone: Zone): string {
  return zoned(instant, zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** The first instant of the day in the zone. */
export function startOfDay(of: Day, zone: Zone): Date {
  return remembered(`${of} ${zone}`, () => Temporal.PlainDate.from(of).toZonedDateTime(zone));
}

/** The last millisecond of the day in the zone, 23:59:59.999, also on days of 23 and 25 hours. */
export function endOfDay(of: Day, zone: Zone): Date {
  return toDate(startOfDay(addDays(of, 1), zone).getTime() - 1);
}

/**
 * The instant of a clock time `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm` in the zone; throws RangeError on another form.
 * A time that the spring change skips is taken as many minutes later; one that autumn repeats is its first occurrence.
 */
export function atTime(of: Day, clock: string, zone: Zone): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?$/.test(clock)) {
    throw new RangeError(`not a clock time: ${JSON.stringify(clock)}`);
  }
  return remembered(`${of} ${clock} ${zone}`, () =>
    Temporal.PlainDate.from(of).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from(clock),
    }),
  );
}

const known = new Map<string, number>();

/** What a clock on the wall stands for never changes, and every page asks for the same few deadlines and days. */
function remembered(name: string, find: () => Temporal.ZonedDateTime): Date {
  const milliseconds = known.get(name) ?? find().epochMilliseconds;
  if (known.size >= 5_000) known.clear();
  known.set(name, milliseconds);
  return toDate(milliseconds);
}

function zoned(instant: Date, zone: Zone): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

function toDate(milliseconds: number): Date {
  return new Date(milliseconds);
}
