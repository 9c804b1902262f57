import type { Values } from "@/lib/providers/contract";

/** Both endpoints are published: https://developer.mastercard.com/bs-creditor-api/documentation/getting-started/ */
export const createPath = "/delegated-mandates";
export const searchPath = "/delegated-mandates/searches";

/** The scheme's customer number has at most 15 characters; whether anything but letters and digits passes is unknown. */
export const customerNumberShape = /^[A-Za-z0-9]{1,15}$/;

/** Keys live one year: https://developer.mastercard.com/bs-creditor-api/documentation/api-basics/ */
export const keyLifeMonths = 12;
/** The portal issues 2048 bits, as far as has been seen; shorter is taken for a mistake. */
export const keyMinimumBits = 2048;
/**
 * Client id, `!`, key id: 48 characters each in every published sample. Only characters that need no encoding are let
 * in, so header and signature can never disagree about them.
 */
export const consumerKeyShape = /^[A-Za-z0-9._~-]{48}![A-Za-z0-9._~-]{48}$/;
/** Key files from the portal have a few kilobytes. */
export const keyFileMaxBytes = 100_000;
/** Usual key files take 6,000 to 200,000 rounds to open; more would keep the server busy for many seconds. */
export const keyFileMaxRounds = 300_000;

/**
 * What a refusal is recognised by where no code is published. Looked for in the code and in the text; the base string
 * that the gateway quotes is taken out first, because it holds our own address and parameter names.
 */
export const tellingWords = {
  clock: /timestamp|clock|time window/i,
  notActivated: /activat|provision/i,
  wrongEnvironment: /sandbox|production|environment|\bmtf\b/i,
  repeated: /duplicat|already|repeated|used before|not unique/i,
} as const;

/** Gateway codes that speak of key or signature, whatever the status they come with. */
export const signatureCodes: ReadonlySet<string> = new Set(["AUTHENTICATION_FAILED", "DECLINED"]);

/** What is inferred or unknown about this API and may be set right per connection, as the form keeps it. */
export const defaults = {
  search_list_name: "uuids",
  search_batch: "100",
  mandate_id_names: "mandateId, mandateNumber, mandateNo, id",
  company_number_name: "cvrNumber",
  pad_account: "true",
  after_absence: "same_key",
  account_change: "bank",
  visibility_delay_seconds: "60",
  not_found_is_absent: "false",
  clock_tolerance_seconds: "300",
  poll_minute: "15",
  poll_from_hour: "7",
  poll_to_hour: "20",
  poll_sandbox_seconds: "15",
  poll_simulator_seconds: "5",
} as const;

export type SettingName = keyof typeof defaults;

/** A name that may stand in their JSON. */
export const wireName = "[A-Za-z][A-Za-z0-9_]{0,39}";

export const limits = {
  search_batch: { min: 1, max: 100 },
  visibility_delay_seconds: { min: 0, max: 86_400 },
  clock_tolerance_seconds: { min: 10, max: 3_600 },
  poll_minute: { min: 0, max: 59 },
  poll_from_hour: { min: 0, max: 23 },
  poll_to_hour: { min: 0, max: 23 },
  poll_sandbox_seconds: { min: 5, max: 3_600 },
  poll_simulator_seconds: { min: 1, max: 3_600 },
} as const satisfies Partial<Record<SettingName, { min: number; max: number }>>;

export interface BsSettings {
  searchListName: string;
  searchBatch: number;
  mandateIdNames: readonly string[];
  companyNumberName: string;
  padAccount: boolean;
  afterAbsence: "same_key" | "person";
  /** Nothing is published of a change of account; a second mandate under the same number is answered "exists". */
  accountChange: "bank" | "new_mandate";
  visibilityDelayMs: number;
  notFoundIsAbsent: boolean;
  clockToleranceMs: number;
  pollMinute: number;
  pollFromHour: number;
  pollToHour: number;
  pollSandboxMs: number;
  pollSimulatorMs: number;
}

/** Reads the connection's settings; what is missing or out of its limits has its default. */
export function readSettings(values: Values): BsSettings {
  const text = (name: SettingName): string => values[name]?.trim() || defaults[name];
  const flag = (name: SettingName): boolean => ["true", "on", "yes", "1"].includes(text(name).toLowerCase());
  const number = (name: keyof typeof limits): number => {
    const read = Number(text(name));
    const { min, max } = limits[name];
    return Number.isInteger(read) && read >= min && read <= max ? read : Number(defaults[name]);
  };
  const wire = (name: SettingName): string =>
    new RegExp(`^${wireName}$`).test(text(name)) ? text(name) : defaults[name];
  return {
    searchListName: wire("search_list_name"),
    searchBatch: number("search_batch"),
    mandateIdNames: text("mandate_id_names")
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
    companyNumberName: wire("company_number_name"),
    padAccount: flag("pad_account"),
    afterAbsence: text("after_absence") === "person" ? "person" : "same_key",
    accountChange: text("account_change") === "new_mandate" ? "new_mandate" : "bank",
    visibilityDelayMs: number("visibility_delay_seconds") * 1_000,
    notFoundIsAbsent: flag("not_found_is_absent"),
    clockToleranceMs: number("clock_tolerance_seconds") * 1_000,
    pollMinute: number("poll_minute"),
    pollFromHour: number("poll_from_hour"),
    pollToHour: number("poll_to_hour"),
    pollSandboxMs: number("poll_sandbox_seconds") * 1_000,
    pollSimulatorMs: number("poll_simulator_seconds") * 1_000,
  };
}
