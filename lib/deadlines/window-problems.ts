import { isBankDay } from "@/lib/deadlines/calendars";
import type { MonthlyRule } from "@/lib/deadlines/rules";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { windowOf } from "@/lib/deadlines/windows";
import { addMonths, monthOf } from "@/lib/kernel/day";

export type WindowProblem =
  | "nothing_given"
  | "deadline_outside_month"
  | "processing_not_after_deadline"
  | "processing_on_closed_day"
  | "first_due_outside_collection_month"
  | "first_due_on_closed_day";

/** What is wrong with dates that somebody wants in place of the computed ones; empty when they may stand. */
export function windowProblems(rule: MonthlyRule, dates: WindowDates): WindowProblem[] {
  const { month, deadline, processing, firstDue } = dates;
  if (deadline === undefined && processing === undefined && firstDue === undefined) return ["nothing_given"];
  const window = windowOf(rule, month, [dates]);
  const found: WindowProblem[] = [];
  if (monthOf(window.deadline) !== month) found.push("deadline_outside_month");
  if (processing !== undefined && processing <= window.deadline) found.push("processing_not_after_deadline");
  if (!isBankDay(rule.calendar, window.processing)) found.push("processing_on_closed_day");
  if (monthOf(window.firstDue) !== addMonths(month, 1)) found.push("first_due_outside_collection_month");
  if (!isBankDay(rule.calendar, window.firstDue)) found.push("first_due_on_closed_day");
  return found;
}
