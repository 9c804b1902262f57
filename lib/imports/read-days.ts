import { type Day, isDay } from "@/lib/kernel/day";
import type { DateOrder } from "./shapes";

/** A day of a file as it is written there: `2026-12-01`, or three numbers in the order that was confirmed. */
export function readDayAs(text: string, order: DateOrder): Day | null {
  const given = text.trim();
  if (isDay(given)) return given;
  const found = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(given);
  if (!found) return null;
  const [, first = "", , second = "", year = ""] = found;
  const [dayOfMonth, month] = order === "dmy" ? [first, second] : [second, first];
  const iso = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

/** The same with a clock time behind it, in the form a consent is typed in; a day alone means its first minute. */
export function readMomentAs(text: string, order: DateOrder): string | null {
  const [dayText = "", clock = "00:00", ...more] = text.trim().split(/[T ]+/);
  const day = readDayAs(dayText, order);
  const time = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(clock);
  if (!day || !time || more.length > 0) return null;
  return `${day}T${(time[1] ?? "").padStart(2, "0")}:${time[2]}`;
}
