import type { getTranslations } from "next-intl/server";
import { clockText } from "@/app/(desk)/deadlines/rule-words";
import type { Rule } from "@/lib/deadlines/rules";
import type { Certainty, RuleSettings } from "@/lib/deadlines/settings";

type Words = Awaited<ReturnType<typeof getTranslations<"ruleSettings">>>;
type Setting = keyof RuleSettings;

export interface RulePart {
  name: Setting;
  label: string;
  value: string;
  /** The rule's own value, where this creditor has another. */
  standard: string | null;
  certainty: Certainty;
  says: string;
}

/** In the order in which people ask for them. */
const parts: readonly Setting[] = [
  "processingBankDay",
  "deadlineDaysBefore",
  "leadBankDays",
  "cutoffTime",
  "dayBefore",
  "warningBankDays",
  "atRiskOnDeadlineDay",
  "keepDueInMonth",
  "maxDaysAhead",
];

/** Every part of a rule as the screen shows it: value in words, how sure, and what it means. */
export function ruleParts(rule: Rule, own: Partial<RuleSettings>, t: Words): RulePart[] {
  const standard: Partial<RuleSettings> = rule.settings;
  const sure: Partial<Record<Setting, Certainty>> = rule.certainty;
  const found: RulePart[] = [];
  for (const name of parts) {
    const certainty = sure[name];
    if (certainty === undefined) continue;
    const value = valueText(name, { ...standard, ...own }, t);
    const before = valueText(name, standard, t);
    const key = name === "cutoffTime" && rule.kind === "daily" ? "cutoffTimeDaily" : name;
    found.push({
      name,
      certainty,
      value,
      label: t(`${name}.part`),
      standard: value === before ? null : before,
      says: t(`${key}.says`),
    });
  }
  return found;
}

function valueText(name: Setting, settings: Partial<RuleSettings>, t: Words): string {
  switch (name) {
    case "cutoffTime": {
      const time = clockText(settings.cutoffTime ?? "");
      return time === "23:59" ? t("wholeDay", { time }) : time;
    }
    case "processingBankDay":
      return t("fromEnd", { n: settings.processingBankDay ?? 0 });
    case "deadlineDaysBefore":
      return t("days", { n: settings.deadlineDaysBefore ?? 0 });
    case "maxDaysAhead":
      return settings.maxDaysAhead ? t("days", { n: settings.maxDaysAhead }) : t("noLimit");
    case "warningBankDays":
    case "leadBankDays":
      return t("bankDays", { n: settings[name] ?? 0 });
    case "dayBefore":
      return t(settings.dayBefore ? "dayBefore.on" : "dayBefore.off");
    default:
      return settings[name] ? t("yes") : t("no");
  }
}
