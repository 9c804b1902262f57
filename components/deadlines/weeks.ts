import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  firstOf,
  lastOf,
  type Month,
  weekday,
  yearOf,
} from "@/lib/kernel/day";

export interface Week {
  /** ISO 8601: week 1 has the year's first Thursday. */
  number: number;
  /** Monday to Sunday. */
  days: readonly Day[];
}

/** The weeks that hold a day of the month, whole ones, Monday first. */
export function weeksOf(month: Month): Week[] {
  const first = firstOf(month);
  const weeks: Week[] = [];
  for (
    let monday = addDays(first, 1 - weekday(first));
    monday <= lastOf(month);
    monday = addDays(monday, 7)
  ) {
    const start = monday;
    weeks.push({
      number: weekNumber(start),
      days: [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(start, after)),
    });
  }
  return weeks;
}

/** ISO week of a day, 1 to 53. */
export function weekNumber(day: Day): number {
  const thursday = addDays(day, 4 - weekday(day));
  return Math.floor(daysBetween(dayOf(yearOf(thursday), 1, 1), thursday) / 7) + 1;
}

/** 1 to 31. */
export function dayNumber(day: Day): number {
  return Number(day.slice(8));
}
