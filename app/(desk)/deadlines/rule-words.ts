import type { getTranslations } from "next-intl/server";
import type { Rule } from "@/lib/deadlines/rules";
import type { Certainty, RuleSettings } from "@/lib/deadlines/settings";

type Words = Awaited<ReturnType<typeof getTranslations<"deadlines">>>;

/** A clock time as people write it: `23:59` for the last millisecond of a day. */
export const clockText = (cutoffTime: string): string => cutoffTime.slice(0, 5);

/** A rule in a sentence, with what this creditor set: "Calendar day before the sixth last bank day, 23:59". */
export function ruleSentence(rule: Rule, own: Partial<RuleSettings>, t: Words): string {
  const time = clockText(own.cutoffTime ?? rule.settings.cutoffTime);
  if (rule.kind === "daily")
    return t("daily", { lead: own.leadBankDays ?? rule.settings.leadBankDays, time });
  const set = { ...rule.settings, ...own };
  const sentence = t("monthly", { before: set.deadlineDaysBefore, n: set.processingBankDay, time });
  return set.dayBefore
    ? t("dayBefore", { rule: `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` })
    : sentence;
}

/** The parts that make the sentence, by how sure they are; the least sure last. */
const sentenceParts = {
  monthly: ["processingBankDay", "deadlineDaysBefore", "cutoffTime", "dayBefore"],
  daily: ["leadBankDays", "cutoffTime"],
} as const satisfies Record<Rule["kind"], readonly (keyof RuleSettings)[]>;

type Part = (typeof sentenceParts)[Rule["kind"]][number];

const order: readonly Certainty[] = ["published", "reported", "inferred", "assumed"];

export function certainties(rule: Rule): { certainty: Certainty; parts: Part[] }[] {
  const sure = new Map<string, Certainty>(Object.entries(rule.certainty));
  return order
    .map((certainty) => ({
      certainty,
      parts: sentenceParts[rule.kind].filter((part) => sure.get(part) === certainty),
    }))
    .filter(({ parts }) => parts.length > 0);
}
