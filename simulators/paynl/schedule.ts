import {
  addDays,
  addMonths,
  addTargetDays,
  amsterdamDay,
  amsterdamInstant,
  inOrder,
  onOrAfter,
} from "./calendar";
import type { Interval, Period, Scenario } from "./state";

/** One step of a debit's way: a status it takes at an instant, and the new day when it is offered again. */
interface Step {
  at: Date;
  code: number;
  decline: number | null;
  day: string | null;
}

const MINUTE = 60_000;
/** Where PAY publishes no hour, these are the simulator's own, in Amsterdam. */
const BATCH_HOUR = 18;
const SEND_HOUR = 8;
const RESULT_HOUR = 9;
/** Business days between the debit day and the money at PAY, or a late refusal. */
const RESULT_DAYS = 2;
/** Business days until a relisted debit is offered again. */
const RELIST_DAYS = 5;

/** The day the bank will debit: a business day, at the earliest the next one. `wanted` null is as soon as possible. */
export function executionDay(wanted: string | null, now: Date): string {
  const earliest = addTargetDays(amsterdamDay(now), 1);
  const day = wanted === null ? earliest : onOrAfter(wanted);
  return inOrder(earliest, day)[1];
}

function toTheBank(day: string): Step[] {
  return [
    { at: amsterdamInstant(addTargetDays(day, -2), BATCH_HOUR), code: 526, decline: null, day: null },
    { at: amsterdamInstant(addTargetDays(day, -1), SEND_HOUR), code: 94, decline: null, day: null },
  ];
}

function result(day: string, scenario: Scenario): Step {
  const late = amsterdamInstant(addTargetDays(day, RESULT_DAYS), RESULT_HOUR);
  if (!scenario.refuse) return { at: late, code: 100, decline: null, day: null };
  const at = scenario.refuse.on === "day" ? amsterdamInstant(day, RESULT_HOUR) : late;
  return { at, code: 127, decline: scenario.refuse.decline, day: null };
}

/**
 * Everything that will happen to a debit accepted at `from` for `day`, up to its result: in the batch two business
 * days before at 18:00, sent one before at 08:00, money two after. Steps that would lie before `from` follow it a
 * minute apart.
 */
export function debitSteps(from: Date, day: string, scenario: Scenario): Step[] {
  const steps = toTheBank(day);
  if (scenario.relist) {
    const again = addTargetDays(day, RELIST_DAYS);
    steps.push({ at: amsterdamInstant(day, RESULT_HOUR), code: 199, decline: null, day: again });
    steps.push(...toTheBank(again), result(again, scenario));
  } else {
    steps.push(result(day, scenario));
  }
  let previous = from.getTime();
  return steps.map((step) => {
    previous = Math.max(step.at.getTime(), previous + MINUTE);
    return { ...step, at: new Date(previous) };
  });
}

/** When the debtor or his bank takes collected money back. */
export function stornoInstant(collected: Date, days: number): Date {
  const at = amsterdamInstant(addDays(amsterdamDay(collected), days), RESULT_HOUR);
  return at > collected ? at : new Date(collected.getTime() + MINUTE);
}

const months: Record<Exclude<Period, "day" | "week">, number> = {
  month: 1,
  trimester: 3,
  halfyear: 6,
  year: 12,
};

/** The day of a series' n-th debit (1 is the first), before it is moved to a business day. */
export function seriesDay(anchor: string, interval: Interval, number: number): string {
  const count = interval.value * (number - 1);
  if (interval.period === "day") return addDays(anchor, count);
  if (interval.period === "week") return addDays(anchor, 7 * count);
  return addMonths(anchor, months[interval.period] * count);
}

/** When the next debit of a series comes into being: as this one goes to the bank. */
export function nextPlanInstant(from: Date, day: string): Date {
  const send = amsterdamInstant(addTargetDays(day, -1), SEND_HOUR);
  return send > from ? send : new Date(from.getTime() + 2 * MINUTE);
}

/** A refund leaves with the batch of 10:00 on its day. The hour it is paid out is the simulator's own. */
export function refundInstants(day: string): { sent: Date; paid: Date } {
  return { sent: amsterdamInstant(day, 10), paid: amsterdamInstant(day, 12) };
}

/** 36 months without a debit end a mandate by the rules of the scheme. */
export function isDormant(lastDay: string, today: string): boolean {
  return addMonths(lastDay, 36) < today;
}
