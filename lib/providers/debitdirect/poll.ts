import { addBankDays, isBankDay } from "@/lib/deadlines/calendars";
import { RULES } from "@/lib/deadlines/rules";
import { windowOf } from "@/lib/deadlines/windows";
import { addDays, type Day, firstOf, monthOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Environment, Values } from "@/lib/providers/contract";
import { readSettings, SCHEME_ZONE } from "./settings";

/** Payments turn `Scheduled` on the processing day; outcomes come on the first bank days of the month. */
function isBusy(day: Day, firstBankDays: number): boolean {
  const month = monthOf(day);
  if (day === windowOf(RULES["nets-bs"], month).processing) return true;
  if (firstBankDays === 0 || !isBankDay("denmark", day)) return false;
  return day <= addBankDays("denmark", addDays(firstOf(month), -1), firstBankDays);
}

/** When to ask again after having asked at `now`; sooner on the days when most things happen. */
export function nextPoll(now: Date, environment: Environment, values: Values): Date {
  const { pollMs, busyPollMs, busyFirstBankDays } = readSettings(values, environment);
  const busy = isBusy(dayIn(now, SCHEME_ZONE), busyFirstBankDays);
  return new Date(now.getTime() + (busy ? Math.min(pollMs, busyPollMs) : pollMs));
}
