import { bankDayOnOrAfter } from "@/lib/deadlines/calendars";
import { addDays, type Day } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";
import type { Environment, Values } from "@/lib/providers/contract";
import { type BsSettings, readSettings } from "@/lib/providers/mastercard-bs/settings";

const zone = "Europe/Copenhagen";

/**
 * When to ask again. In production results come every second hour from 7 to 19 on bank days
 * (https://developer.mastercard.com/bs-creditor-api/documentation/support/), so once an hour within these is enough;
 * the sandbox decides within 30 to 90 seconds.
 */
export function nextPoll(now: Date, environment: Environment, values: Values): Date {
  const settings = readSettings(values);
  if (environment === "sandbox") return new Date(now.getTime() + settings.pollSandboxMs);
  if (environment === "simulator") return new Date(now.getTime() + settings.pollSimulatorMs);
  const today = dayIn(now, zone);
  for (let from = today; ; ) {
    const bankDay = bankDayOnOrAfter("denmark", from);
    const next = pollsOf(bankDay, settings).find((at) => at > now);
    if (next !== undefined) return next;
    from = addDays(bankDay, 1);
  }
}

function pollsOf(of: Day, settings: BsSettings): Date[] {
  const { pollFromHour, pollToHour, pollMinute } = settings;
  const two = (value: number): string => String(value).padStart(2, "0");
  const last = Math.max(pollFromHour, pollToHour);
  return Array.from({ length: last - pollFromHour + 1 }, (_, index) =>
    atTime(of, `${two(pollFromHour + index)}:${two(pollMinute)}`, zone),
  );
}
