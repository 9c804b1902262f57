import { formatClock, formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { type Day, yearOf } from "@/lib/kernel/day";
import { dayIn, type Zone } from "@/lib/kernel/instant";

/** A moment of a timeline: the instant for machines, its day and its clock time for people. */
export function moment(at: Date, { locale, zone, now }: Reader): { at: string; day: string; time: string } {
  return {
    at: at.toISOString(),
    day: formatDay(dayIn(at, zone), locale, { weekday: true, year: dayIn(now, zone) }),
    time: formatClock(at, zone),
  };
}

/** `14:02` today, `Thu 19 Nov 14:02` on another day. */
export function clockOrDay(at: Date, reader: Reader): string {
  const { day, time } = moment(at, reader);
  return dayIn(at, reader.zone) === dayIn(reader.now, reader.zone) ? time : `${day} ${time}`;
}

/** The zone of lists that hold several schemes; a record goes by its own scheme's. */
export const DESK_ZONE: Zone = "Europe/Copenhagen";

/** `Tue 1 Dec`; in another year than now's `4 January 2027`: two digits beside a day are hard to tell apart. */
export function dayInSentence(of: Day, { locale, zone, now }: Reader): string {
  return yearOf(of) === yearOf(dayIn(now, zone))
    ? formatDay(of, locale, { weekday: true })
    : formatDay(of, locale, { style: "long", year: "always" });
}
