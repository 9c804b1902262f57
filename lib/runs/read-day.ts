import { type Day, isDay } from "@/lib/kernel/day";

/** A day of a file: `2026-12-01`, or day first with hyphens or dots. With slashes it could be month first: refused. */
export function readDay(text: string): Day | null {
  if (isDay(text)) return text;
  const found = /^(\d{1,2})([-.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!found) return null;
  const [, dayOfMonth = "", , month = "", year = ""] = found;
  const iso = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}
