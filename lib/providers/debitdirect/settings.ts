import type { Environment, MassEnd, Values, WireRequest } from "@/lib/providers/contract";

/**
 * Everything about DebitDirect that its published pages leave open, do not agree on, or only imply. Each has a name, a
 * default and the reason for it here; the sentences an administrator reads are in settings-words.ts.
 */

/** `auto` follows the environment: on where only the simulator can be hurt, off where the provider has not confirmed it. */
const switchPositions = ["auto", "on", "off"] as const;
type SwitchPosition = (typeof switchPositions)[number];

type TextSetting = { kind: "text" | "path"; initial: string };
type NumberSetting = { kind: "integer"; live: number; simulator: number; min: number; max: number };
type ChoiceSetting = { kind: "choice"; options: readonly [string, ...string[]] };
type Setting = TextSetting | NumberSetting | ChoiceSetting;

export const settingTable = {
  /** The only complete request sample shows 4.0; whether it is required is not said. `none`: it is not sent. */
  version_header: { kind: "text", initial: "4.0" },
  /** The identity call has a published path, its answer has not. */
  me_path: { kind: "path", initial: "/me" },
  /** Which member of that answer names the merchant. Where it is missing nobody is known, and nothing is refused for it. */
  identity_member: { kind: "text", initial: "handle" },
  /** Older pages say /agreements, newer ones this; listing on the same path is implied by the menu. */
  agreements_path: { kind: "path", initial: "/merchants/agreements" },
  mandates_path: { kind: "path", initial: "/customers/mandates" },
  /** Two guides show the agreements path for payments; the specification and the newer guides say this one. */
  payments_path: { kind: "path", initial: "/payments" },
  subscribe_path: { kind: "path", initial: "/merchants/webhooks/subscribe" },
  /** That payments can be cancelled is in the menu and the statuses; neither method nor path is published. */
  cancel_payment: { kind: "choice", options: switchPositions },
  cancel_method: { kind: "choice", options: ["DELETE", "POST", "PUT"] },
  cancel_path: { kind: "path", initial: "/payments/{payment}" },
  /** Credits exist, their form is not published. Ours is a negative amount. */
  credits: { kind: "choice", options: switchPositions },
  /** No path or fields are published, so there is nothing to switch on yet. */
  create_mandate: { kind: "choice", options: ["off"] },
  write_customers: { kind: "choice", options: ["off"] },
  /** One page allows 1 to 100, another only what lies between: 99 is legal in both. */
  page_size: { kind: "integer", live: 99, simulator: 99, min: 2, max: 99 },
  /**
   * The order of lists is not published, so a search reads on to the end or to this many pages. A list longer than that
   * can never prove that something is not there: this is for some fifty thousand payments.
   */
  search_pages: { kind: "integer", live: 500, simulator: 500, min: 1, max: 5000 },
  /** How soon a new payment is in the lists is not published. */
  visibility_delay_seconds: { kind: "integer", live: 60, simulator: 2, min: 0, max: 86_400 },
  /** Events may be lost and nothing is said of repeats, so polling is what keeps data right. */
  poll_seconds: { kind: "integer", live: 900, simulator: 5, min: 1, max: 604_800 },
  busy_poll_seconds: { kind: "integer", live: 300, simulator: 5, min: 1, max: 604_800 },
  busy_first_bank_days: { kind: "integer", live: 3, simulator: 3, min: 0, max: 15 },
  /** Nothing is said of a debtor's new account; that a new sign-up makes a new mandate is implied by the import. */
  account_change: { kind: "choice", options: ["sign_up_again", "bank"] },
  /** A change of bank ends every mandate and makes them anew in the days after; how many at once tell it is our choice. */
  mass_end_percent: { kind: "integer", live: 20, simulator: 20, min: 1, max: 100 },
  mass_end_count: { kind: "integer", live: 25, simulator: 25, min: 1, max: 1_000_000 },
  /** Without it the first debtor to leave a small agreement would look like a change of bank. */
  mass_end_floor: { kind: "integer", live: 5, simulator: 5, min: 1, max: 1000 },
  /** Lengths are our own choice: none are published. */
  reference_max: { kind: "integer", live: 35, simulator: 35, min: 1, max: 255 },
  description_max: { kind: "integer", live: 140, simulator: 140, min: 1, max: 1000 },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settingTable;
type NumberName = {
  [K in SettingName]: (typeof settingTable)[K] extends NumberSetting ? K : never;
}[SettingName];
type TextName = { [K in SettingName]: (typeof settingTable)[K] extends TextSetting ? K : never }[SettingName];
type SwitchName = "cancel_payment" | "credits";

/** An event larger than this is kept unread: a real one has four short fields. */
export const MAX_EVENT_BYTES = 256 * 1024;
/** Scheme days are Danish days. A date-time without zone in an older sample is read as UTC. */
export const SCHEME_ZONE = "Europe/Copenhagen";
/** Amounts are whole numbers of minor units: implied by the integer type and the sample 124500, nowhere stated. */
export const MIN_AMOUNT_MINOR = -2_147_483_648;

/** What an administrator may type for a path; `{payment}` stands for the payment's handle. */
export const PATH_PATTERN = "/[A-Za-z0-9/_{}-]{0,200}";
const pathShape = new RegExp(`^${PATH_PATTERN}$`);

export interface Settings {
  /** Empty: the header is not sent. */
  versionHeader: string;
  paths: {
    me: string;
    agreements: string;
    mandates: string;
    payments: string;
    subscribe: string;
    cancel: string;
  };
  identityMember: string;
  cancelMethod: WireRequest["method"];
  cancelPayment: SwitchPosition;
  credits: SwitchPosition;
  pageSize: number;
  searchPages: number;
  visibilityDelayMs: number;
  pollMs: number;
  busyPollMs: number;
  busyFirstBankDays: number;
  accountChange: "sign_up_again" | "bank";
  massEnd: MassEnd;
  referenceMax: number;
  descriptionMax: number;
}

/**
 * Reads the settings of a connection. A missing or unusable value is its default; without an environment (pure steps
 * that do not know it) the live default.
 */
export function readSettings(values: Values, environment: Environment = "production"): Settings {
  const text = (name: TextName) => textOf(name, values[name]);
  const count = (name: NumberName) => countOf(name, values[name], environment);
  return {
    versionHeader: text("version_header") === "none" ? "" : text("version_header"),
    paths: {
      me: text("me_path"),
      agreements: text("agreements_path"),
      mandates: text("mandates_path"),
      payments: text("payments_path"),
      subscribe: text("subscribe_path"),
      cancel: text("cancel_path"),
    },
    identityMember: text("identity_member"),
    cancelMethod: pick(settingTable.cancel_method.options, values.cancel_method),
    cancelPayment: pick(switchPositions, values.cancel_payment),
    credits: pick(switchPositions, values.credits),
    pageSize: count("page_size"),
    searchPages: count("search_pages"),
    visibilityDelayMs: count("visibility_delay_seconds") * 1000,
    pollMs: count("poll_seconds") * 1000,
    busyPollMs: count("busy_poll_seconds") * 1000,
    busyFirstBankDays: count("busy_first_bank_days"),
    accountChange: pick(settingTable.account_change.options, values.account_change),
    massEnd: {
      percent: count("mass_end_percent"),
      count: count("mass_end_count"),
      floor: count("mass_end_floor"),
    },
    referenceMax: count("reference_max"),
    descriptionMax: count("description_max"),
  };
}

/** Whether an unconfirmed call may be made in this environment. */
export function switchedOn(name: SwitchName, environment: Environment, values: Values): boolean {
  const position = pick(switchPositions, values[name]);
  return position === "auto" ? environment === "simulator" : position === "on";
}

function textOf(name: TextName, given: string | undefined): string {
  const { kind, initial } = settingTable[name];
  if (given === undefined) return initial;
  const trimmed = given.trim();
  if (kind === "path") return pathShape.test(trimmed) ? trimmed.replace(/\/$/, "") : initial;
  return /^[\x21-\x7e]{1,40}$/.test(trimmed) ? trimmed : initial;
}

function countOf(name: NumberName, given: string | undefined, environment: Environment): number {
  const { live, simulator, min, max } = settingTable[name];
  const standard = environment === "simulator" ? simulator : live;
  if (given === undefined || !/^\s*\d{1,9}\s*$/.test(given)) return standard;
  return Math.min(max, Math.max(min, Number(given)));
}

function pick<T extends string>(options: readonly [T, ...T[]], given: string | undefined): T {
  return options.find((option) => option === given) ?? options[0];
}
