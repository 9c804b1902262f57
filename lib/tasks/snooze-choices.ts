import { addBankDays } from "@/lib/deadlines/calendars";
import { addDays, weekday } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";

export const snoozeNames = ["tomorrow", "next_week", "last_day"] as const;
export type SnoozeName = (typeof snoozeNames)[number];

export interface SnoozeChoice {
  name: SnoozeName;
  until: Date;
}

const ZONE = "Europe/Copenhagen";
const MORNING = "08:00";
const MONDAY = 1;

/**
 * Until when a task may be put aside: tomorrow, next Monday, or the last bank day before the cut-off it must not pass.
 * What would come too late is not offered; without a cut-off there is no last day.
 */
export function snoozeChoices(now: Date, limit: Date | null): SnoozeChoice[] {
  const today = dayIn(now, ZONE);
  const morning = (on: ReturnType<typeof dayIn>) => atTime(on, MORNING, ZONE);
  const toMonday = (MONDAY - weekday(today) + 7) % 7 || 7;
  const choices: SnoozeChoice[] = [
    { name: "tomorrow", until: morning(addDays(today, 1)) },
    { name: "next_week", until: morning(addDays(today, toMonday)) },
  ];
  if (limit)
    choices.push({ name: "last_day", until: morning(addBankDays("denmark", dayIn(limit, ZONE), -1)) });
  const seen = new Set<number>();
  return choices.filter(({ until }) => {
    const fits = until > now && (limit === null || until < limit) && !seen.has(until.getTime());
    seen.add(until.getTime());
    return fits;
  });
}
