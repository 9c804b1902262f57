/**
 * What is certain about a setting: `published` by scheme or provider, `reported` by others who use it, `inferred` from
 * published dates, `assumed` where nothing was found.
 */
export type Certainty = "published" | "reported" | "inferred" | "assumed";

type CommonSettings = {
  /** Last clock time of the last day, `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm` in the rule's zone. */
  cutoffTime: string;
  /** The warning band opens at the start of the day so many bank days before the last good day. */
  warningBankDays: number;
  /** Marks what is sent on the deadline day itself as at risk until the provider confirms the date. */
  atRiskOnDeadlineDay: boolean;
  /** How far ahead a due day may lie, in calendar days; null for no limit. */
  maxDaysAhead: number | null;
};

export type MonthlySettings = CommonSettings & {
  /** The scheme processes on this bank day of the month, counted from its end, 1 = the last. */
  processingBankDay: number;
  /** The deadline lies so many calendar days before processing; it may be a Sunday. */
  deadlineDaysBefore: number;
  /** Reads "up to the day before the deadline" literally: the last good day is one calendar day before the deadline. */
  dayBefore: boolean;
  /** A due day on closed days at the month's end goes back to the month's last bank day, not into the next month. */
  keepDueInMonth: boolean;
};

export type DailySettings = CommonSettings & {
  /** A debit must be in so many bank days before its due day. */
  leadBankDays: number;
};

export type RuleSettings = MonthlySettings & DailySettings;

/**
 * Betalingsservice. The sixth-last bank day and the calendar day before it reproduce all twelve published dates of 2024.
 * The hour is not published: users of the scheme report a cut-off in the morning of the processing day, so the whole
 * deadline day is good. The 90 days: https://gocardless.com/guides/betalingsservice/betalingsservice-timings/
 */
export const DEFAULT_MONTHLY: MonthlySettings = {
  cutoffTime: "23:59:59.999",
  warningBankDays: 2,
  atRiskOnDeadlineDay: true,
  maxDaysAhead: 90,
  processingBankDay: 6,
  deadlineDaysBefore: 1,
  dayBefore: false,
  keepDueInMonth: true,
};

/** The hour is not published; two bank days where the scheme asks for one leave room for an earlier one. */
export const DEFAULT_DAILY: DailySettings = {
  cutoffTime: "23:59:59.999",
  warningBankDays: 0,
  atRiskOnDeadlineDay: true,
  maxDaysAhead: null,
  leadBankDays: 2,
};

/** How sure each default is, for the screen that lets a person change it. */
export const MONTHLY_CERTAINTY: Record<keyof MonthlySettings, Certainty> = {
  cutoffTime: "assumed",
  warningBankDays: "assumed",
  atRiskOnDeadlineDay: "assumed",
  maxDaysAhead: "reported",
  processingBankDay: "inferred",
  deadlineDaysBefore: "inferred",
  dayBefore: "assumed",
  keepDueInMonth: "assumed",
};

export const DAILY_CERTAINTY: Record<keyof DailySettings, Certainty> = {
  cutoffTime: "assumed",
  warningBankDays: "assumed",
  atRiskOnDeadlineDay: "assumed",
  maxDaysAhead: "assumed",
  leadBankDays: "assumed",
};
