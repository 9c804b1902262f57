import { Temporal } from "temporal-polyfill";

/** A day `YYYY-MM-DD` and a month `YYYY-MM`, both in Copenhagen. */
export type Day = string;
type Month = string;

const ZONE = "Europe/Copenhagen";

/** Days from Easter Sunday on which Danish banks are closed. */
const AROUND_EASTER = {
  maundyThursday: -3,
  goodFriday: -2,
  easterMonday: 1,
  ascension: 39,
  dayAfterAscension: 40,
  whitMonday: 50,
};
/** The fourth Friday after Easter; a holiday up to and including 2023. */
const GREAT_PRAYER_DAY = 26;
const LAST_GREAT_PRAYER_DAY = 2023;
const FIXED = ["01-01", "06-05", "12-24", "12-25", "12-26", "12-31"];

/** Betalingsservice is processed on this last banking day of the month; the last one is number 1. */
const PROCESSING_FROM_THE_END = 6;

/** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

const closedByYear = new Map<number, ReadonlySet<Day>>();

function closedDays(year: number): ReadonlySet<Day> {
  const known = closedByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const offsets = Object.values(AROUND_EASTER);
  if (year <= LAST_GREAT_PRAYER_DAY) offsets.push(GREAT_PRAYER_DAY);
  const days = new Set([
    ...offsets.map((days) => easter.add({ days }).toString()),
    ...FIXED.map((monthDay) => `${String(year).padStart(4, "0")}-${monthDay}`),
  ]);
  closedByYear.set(year, days);
  return days;
}

export function isBankingDay(day: Day): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek <= 5 && !closedDays(date.year).has(day);
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function nearestBankingDay(day: Day, step: 1 | -1): Day {
  let candidate = day;
  while (!isBankingDay(candidate)) candidate = addDays(candidate, step);
  return candidate;
}

/** The day itself when banks are open, else the next one. */
function bankingDayFrom(day: Day): Day {
  return nearestBankingDay(day, 1);
}

/** Moves `count` banking days on, or back when negative. */
export function addBankingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let moved = day;
  for (let left = Math.abs(count); left > 0; left -= 1) moved = nearestBankingDay(addDays(moved, step), step);
  return moved;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, months: number): Month {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** Of two days, or of two months. */
function later(one: string, other: string): string {
  if (one < other) return other;
  return one;
}

export function firstBankingDay(month: Month): Day {
  return bankingDayFrom(`${month}-01`);
}

/** The Copenhagen day an instant falls on. */
export function dayOf(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(ZONE)
    .toPlainDate()
    .toString();
}

/** The instant at which it is `hour`:00 in Copenhagen on this day. */
export function instantAt(day: Day, hour: number): Date {
  const time = Temporal.PlainTime.from({ hour });
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}

/** One monthly collection. All four are days or months in Copenhagen. */
interface Window {
  /** The month in which the payments fall due. */
  paymentMonth: Month;
  /** Last calendar day on which a payment for `paymentMonth` is taken. */
  deadline: Day;
  /** The day the scheme receives them; in the month before `paymentMonth`. */
  processing: Day;
  /** First banking day of `paymentMonth`. */
  settlement: Day;
}

/**
 * The nets-bs window for what falls due in `paymentMonth`: processing on the 6th last banking day of the month before,
 * the deadline on the calendar day before that. The rule is derived; it reproduces every row of the 2024 table published
 * at https://docs.debitdirect.io/schemes/betalingsservice/payments
 */
export function windowFor(paymentMonth: Month): Window {
  const processing = addBankingDays(`${paymentMonth}-01`, -PROCESSING_FROM_THE_END);
  return {
    paymentMonth,
    deadline: addDays(processing, -1),
    processing,
    settlement: firstBankingDay(paymentMonth),
  };
}

interface Landing {
  /** The day in force, after any correction. */
  paymentDay: Day;
  /** The day the payment goes to the scheme. */
  scheduleDay: Day;
  /** The day its outcome is known. */
  outcomeDay: Day;
}

/** Whether the deadline day itself still counts: the provider's "up to the day before the deadline" allows both. */
type DeadlineDay = "included" | "excluded";

/**
 * Where a payment made now for a wanted day lands in the monthly scheme. A wish that is met keeps its day; one that
 * comes too late goes to the first banking day of the next month that is still open.
 */
export function landMonthly(created: Date, wanted: Day, deadlineDay: DeadlineDay): Landing {
  const today = dayOf(created);
  const wantedMonth = monthOf(wanted);
  let month = later(wantedMonth, monthOf(today));
  let window = windowFor(month);
  while (deadlineDay === "included" ? today > window.deadline : today >= window.deadline) {
    month = addMonths(month, 1);
    window = windowFor(month);
  }
  return {
    paymentDay: month === wantedMonth ? wanted : window.settlement,
    scheduleDay: window.processing,
    outcomeDay: window.settlement,
  };
}

/** Banking days a nets-ls payment must be ahead. https://docs.debitdirect.io/schemes/leverandorservice/payments */
const DAILY_NOTICE = { debit: 1, credit: 2 };

/** Where a payment lands in the daily scheme: an impossible day moves forward to the next possible one. */
export function landDaily(created: Date, wanted: Day, kind: "debit" | "credit"): Landing {
  const earliest = addBankingDays(bankingDayFrom(dayOf(created)), DAILY_NOTICE[kind]);
  const paymentDay = later(bankingDayFrom(wanted), earliest);
  return { paymentDay, scheduleDay: addBankingDays(paymentDay, -1), outcomeDay: paymentDay };
}
