import type { Environment, Values } from "@/lib/providers/contract";

/**
 * Everything that PAY. does not publish, or that only others' working code shows, with what we assume. Read through
 * `readSettings` and nowhere else. What an admin may change is drawn by `settingsForm`.
 */
export interface PaynlSettings {
  /** The guide shows `mandate` in a new debit, PAY.'s own Node library sends `mandateId`. */
  addMandateField: "mandate" | "mandateId";
  /** The reference types dates as date-time; plain days are what the guide shows and what others send. */
  processDateForm: "day" | "date_time";
  /**
   * Bank days from sending to the first debit when no date is sent, at the earliest. No date means as soon as possible
   * (older guide), and how soon is not published; a date of today is taken on the next business day (portal), so this
   * is assumed of no date too. It may be later: nobody is promised the day.
   */
  emptyDateBankDays: number;
  /** Version and folder of the API; it moves for the whole API at once. */
  apiPath: string;
  /** Listing mandates is in no published page; the look-up of a lost mandate needs it. */
  useMandateList: boolean;
  /** Name of the array in a list of mandates. Assumed after that of the debits. */
  mandatesArray: string;
  /** Name of the array in a list of debits, as seen in others' code. */
  debitsArray: string;
  pageSize: number;
  /** A list longer than this many pages proves nothing about what is not in it. */
  maxPages: number;
  /** How soon a new object shows up in a list; nobody says. */
  visibilityDelayMs: number;
  /** What may follow proven absence. PAY. knows no idempotency key: a second send is a second debit. */
  afterAbsence: "person" | "resend";
  /** No call that changes an account is published; an older API had one. */
  accountChange: "new_mandate" | "none";
  pollMs: number;
  /** Incasso calls have been seen unsigned in production, so an unsigned one is taken as a trigger by default. */
  requireSignature: boolean;
  /** The older JSON methods want a JSON answer; PAY.'s own library answers in JSON to signed calls only. */
  jsonReplyToUnsigned: boolean;
  /** The day a collected debit counts as settled: when PAY. says it changed, or the day it was planned for. */
  settledDayFrom: "modified_at" | "process_date";
  /** A delete answered 404 means the mandate was gone already; the older API answered so. */
  goneMeansEnded: boolean;
  /** `lastDirectDebitDate` on a mandate proves, with a reversal, that a debit was collected once. */
  lastDateProvesCollection: boolean;
  /** The debtor's statement line; the length is not published, others cut at 32. */
  descriptionMax: number;
  /** Turn letters outside the SEPA set into their nearest; the allowed set is not published. */
  transliterate: boolean;
}

/** Seconds, by environment, while the setting is empty. */
const VISIBILITY_SECONDS: Readonly<Record<Environment, number>> = {
  simulator: 5,
  sandbox: 120,
  production: 120,
};

function choice<const T extends string>(value: string | undefined, allowed: readonly [T, ...T[]]): T {
  return allowed.find((one) => one === value) ?? allowed[0];
}

/** A whole number within limits, or the default. */
function whole(value: string | undefined, initial: number, min: number, max: number): number {
  if (value === undefined || !/^\d{1,9}$/.test(value)) return initial;
  return Math.min(max, Math.max(min, Number(value)));
}

function name(value: string | undefined, initial: string): string {
  return value !== undefined && /^[A-Za-z_]{1,40}$/.test(value) ? value : initial;
}

function path(value: string | undefined): string {
  return value !== undefined && /^(\/[A-Za-z0-9]{1,20}){1,3}$/.test(value) ? value : "/v2";
}

function pollSeconds(values: Values, environment: Environment): number {
  return environment === "simulator"
    ? whole(values.simulator_poll_seconds, 5, 1, 3_600)
    : whole(values.poll_minutes, 60, 1, 1_440) * 60;
}

/** The settings of a connection; anything missing or unreadable has its default. Never throws. */
export function readSettings(values: Values, environment: Environment = "production"): PaynlSettings {
  return {
    addMandateField: choice(values.add_mandate_field, ["mandate", "mandateId"]),
    processDateForm: choice(values.process_date_form, ["day", "date_time"]),
    emptyDateBankDays: whole(values.empty_date_bank_days, 1, 0, 10),
    apiPath: path(values.api_path),
    useMandateList: choice(values.mandate_list, ["yes", "no"]) === "yes",
    mandatesArray: name(values.mandates_array, "mandates"),
    debitsArray: name(values.debits_array, "directdebits"),
    pageSize: whole(values.page_size, 100, 1, 1_000),
    maxPages: whole(values.max_pages, 50, 1, 1_000),
    visibilityDelayMs:
      whole(values.visibility_delay_seconds, VISIBILITY_SECONDS[environment], 1, 86_400) * 1_000,
    afterAbsence: choice(values.after_absence, ["person", "resend"]),
    accountChange: choice(values.account_change, ["new_mandate", "none"]),
    pollMs: pollSeconds(values, environment) * 1_000,
    requireSignature: choice(values.require_signature, ["no", "yes"]) === "yes",
    jsonReplyToUnsigned: choice(values.json_reply_to_unsigned, ["no", "yes"]) === "yes",
    settledDayFrom: choice(values.settled_day_from, ["modified_at", "process_date"]),
    goneMeansEnded: choice(values.gone_means_ended, ["yes", "no"]) === "yes",
    lastDateProvesCollection: choice(values.last_date_proves_collection, ["yes", "no"]) === "yes",
    descriptionMax: whole(values.description_max, 32, 10, 140),
    transliterate: choice(values.transliterate, ["yes", "no"]) === "yes",
  };
}
