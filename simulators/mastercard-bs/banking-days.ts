import { Temporal } from "temporal-polyfill";

/** Easter Sunday of the Gregorian calendar (the anonymous computus). */
function easter(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * late + 22;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: march - 1 });
}

const FIXED = new Set(["01-01", "06-05", "12-24", "12-25", "12-26", "12-31"]);
/** Maundy Thursday, Good Friday, Easter Monday, Ascension, the Friday after it, Whit Monday. */
const AROUND_EASTER = new Set([-3, -2, 1, 39, 40, 50]);
const GREAT_PRAYER_DAY = 26;
const GREAT_PRAYER_DAY_UNTIL = 2023;

/**
 * Whether Danish banks are open on this day.
 * https://www.nationalbanken.dk/da/vores-arbejde/stabile-priser-pengepolitik-og-dansk-oekonomi/banklukkedage
 */
export function isBankingDay(day: Temporal.PlainDate): boolean {
  if (day.dayOfWeek > 5 || FIXED.has(day.toString().slice(5))) return false;
  const offset = easter(day.year).until(day, { largestUnit: "days" }).days;
  if (offset === GREAT_PRAYER_DAY && day.year <= GREAT_PRAYER_DAY_UNTIL) return false;
  return !AROUND_EASTER.has(offset);
}
