import { type CalendarId, isBankDay } from "@/lib/deadlines/calendars";
import { addDays, type Day } from "@/lib/kernel/day";

/** The days from the first to the last, both included, on which the banks are closed. */
export function closedDays(calendar: CalendarId, first: Day, last: Day): Day[] {
  const closed: Day[] = [];
  for (let at = first; at <= last; at = addDays(at, 1)) if (!isBankDay(calendar, at)) closed.push(at);
  return closed;
}
