import { addBankDays, nextBankDay } from "@/lib/deadlines/calendars";
import { landing } from "@/lib/deadlines/landing";
import type { Rule } from "@/lib/deadlines/rules";
import type { Day, Month } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";
import type { DeadlineFacts } from "@/lib/settings/deadlines";

/** Our own choices: often enough to be of use, and never at night. */
const EVERY_BANK_DAYS = 5;
const LAST_BEFORE_BANK_DAYS = 2;
const CLOCK = "09:00";
/** A debtor who was asked through so many windows does not want to: then a person decides. */
const MOST_WINDOWS = 3;
const MOST_WITHOUT_WINDOW = 3;

/** What a reminder is for. */
export interface Goal {
  /** The month that would collect; null where no window closes. */
  month: Month | null;
  /** The last day on which a sign-up still makes it: it has to be reported before the cut-off. */
  lastDay: Day | null;
  /** The cut-off itself. */
  cutoffAt: Date | null;
}

export interface Reminder {
  at: Date;
  goal: Goal;
}

const none: Goal = { month: null, lastDay: null, cutoffAt: null };

/** What a sign-up at this moment would make. */
export function goalAt(rule: Rule, at: Date, { overrides, settings }: DeadlineFacts): Goal {
  if (rule.kind !== "monthly") return none;
  const lands = landing(rule, at, undefined, overrides, settings);
  return {
    month: lands.collectionMonth,
    // A mandate should stand a bank day before a payment is made on it.
    lastDay: addBankDays(rule.calendar, dayIn(lands.cutoffAt, rule.zone), -1),
    cutoffAt: lands.cutoffAt,
  };
}

/**
 * When an invited debtor is to be reminded: every five bank days, and once more two bank days before the last day that
 * still makes the window; then on towards the next window. All of it, so that it can be shown.
 */
export function reminders(rule: Rule, invitedAt: Date, facts: DeadlineFacts): Reminder[] {
  const found: Reminder[] = [];
  let from = invitedAt;
  for (let windows = 0; windows < MOST_WINDOWS; windows += 1) {
    const goal = goalAt(rule, from, facts);
    found.push(...towards(rule, from, goal));
    if (!goal.cutoffAt) break;
    from = new Date(goal.cutoffAt.getTime() + 1);
  }
  return found;
}

function towards(rule: Rule, from: Date, goal: Goal): Reminder[] {
  const { calendar, zone } = rule;
  const begun = dayIn(from, zone);
  const days: Day[] = [];
  const last = goal.lastDay && addBankDays(calendar, goal.lastDay, -LAST_BEFORE_BANK_DAYS);
  for (let n = 1; ; n += 1) {
    const day = addBankDays(calendar, begun, n * EVERY_BANK_DAYS);
    if (last ? day >= last : n > MOST_WITHOUT_WINDOW) break;
    days.push(day);
  }
  if (last && last > begun) days.push(last);
  else if (goal.lastDay && goal.lastDay > begun) days.push(nextBankDay(calendar, begun));
  return days.map((day) => ({ at: atTime(day, CLOCK, zone), goal }));
}

/** The first reminder after a moment; null once a person has to decide. */
export const nextReminder = (rule: Rule, invitedAt: Date, now: Date, facts: DeadlineFacts): Reminder | null =>
  reminders(rule, invitedAt, facts).find((one) => one.at > now) ?? null;
