import type { CalendarId } from "@/lib/deadlines/calendars";
import type { SchemeId } from "@/lib/deadlines/finality";
import { PUBLISHED_2024 } from "@/lib/deadlines/published-2024";
import {
  type Certainty,
  DAILY_CERTAINTY,
  type DailySettings,
  DEFAULT_DAILY,
  DEFAULT_MONTHLY,
  MONTHLY_CERTAINTY,
  type MonthlySettings,
} from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import type { Zone } from "@/lib/kernel/instant";

export type RuleId = "nets-bs" | "mastercard-bs" | "nets-ls" | "sepa-core";

type RuleBase = {
  id: RuleId;
  scheme: SchemeId;
  zone: Zone;
  calendar: CalendarId;
};

/** One collection a month: what is in by the deadline of month M is collected in M+1. */
export type MonthlyRule = RuleBase & {
  kind: "monthly";
  settings: MonthlySettings;
  certainty: Record<keyof MonthlySettings, Certainty>;
  /** Dates somebody has published; they come before the computed ones. */
  published: readonly WindowDates[];
};

/** A collection on any bank day that is far enough ahead. */
export type DailyRule = RuleBase & {
  kind: "daily";
  settings: DailySettings;
  certainty: Record<keyof DailySettings, Certainty>;
  /** Lead for paying money back, where the scheme asks for another one than for a debit. */
  creditLeadBankDays?: number;
};

export type Rule = MonthlyRule | DailyRule;

const BETALINGSSERVICE = {
  kind: "monthly",
  scheme: "betalingsservice",
  zone: "Europe/Copenhagen",
  calendar: "denmark",
  settings: DEFAULT_MONTHLY,
  certainty: MONTHLY_CERTAINTY,
} as const satisfies Partial<MonthlyRule>;

export const RULES = {
  /** Betalingsservice through DebitDirect: https://docs.debitdirect.io/schemes/betalingsservice/payments */
  "nets-bs": { ...BETALINGSSERVICE, id: "nets-bs", published: PUBLISHED_2024 },
  /** The same scheme, delivered to Mastercard directly. The published table is another publisher's. */
  "mastercard-bs": { ...BETALINGSSERVICE, id: "mastercard-bs", published: [] },
  /** Leverandørservice: https://docs.debitdirect.io/schemes/leverandorservice/payments */
  "nets-ls": {
    id: "nets-ls",
    kind: "daily",
    scheme: "leverandorservice",
    zone: "Europe/Copenhagen",
    calendar: "denmark",
    settings: { ...DEFAULT_DAILY, leadBankDays: 1 },
    certainty: { ...DAILY_CERTAINTY, leadBankDays: "published" },
    creditLeadBankDays: 2,
  },
  /** SEPA Direct Debit Core; the lead is ours, one bank day more than the scheme's minimum. */
  "sepa-core": {
    id: "sepa-core",
    kind: "daily",
    scheme: "sepa-core",
    zone: "Europe/Amsterdam",
    calendar: "target",
    settings: { ...DEFAULT_DAILY, atRiskOnDeadlineDay: false },
    certainty: DAILY_CERTAINTY,
  },
} as const satisfies Record<RuleId, Rule>;

/** The rule of that name, or undefined for a name from outside that is none. */
export function findRule(id: string): Rule | undefined {
  return isRuleId(id) ? RULES[id] : undefined;
}

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(RULES, id);
}
