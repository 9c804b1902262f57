import { createTranslator } from "next-intl";
import { formatDay, formatMonth } from "@/lib/i18n/format";
import { messagesFor } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/kernel/locale";
import type { Goal } from "./plan";

export interface LetterFacts {
  /** The debtor's language, not the reader's. */
  language: Locale;
  creditor: string;
  scheme: string;
  debtor: string;
  /** The agreement's numbers with their labels in that language. */
  numbers: readonly { label: string; value: string }[];
  customerNumber: string;
  goal: Goal;
}

export interface Letter {
  subject: string;
  lines: readonly string[];
  numbers: readonly { label: string; value: string }[];
  closing: readonly string[];
  /** All of it as plain text, for a mail or the clipboard. */
  text: string;
}

/** What an invited debtor is told: which numbers to type, and until when it still makes the next month. */
export function invitationLetter(facts: LetterFacts): Letter {
  const { language, creditor, scheme, goal } = facts;
  const t = createTranslator({
    locale: language,
    messages: messagesFor(language),
    namespace: "invitation.letter",
    timeZone: "UTC",
  });
  const numbers = [...facts.numbers, { label: t("customer"), value: facts.customerNumber }];
  const until =
    goal.lastDay && goal.month
      ? t("until", {
          day: formatDay(goal.lastDay, language, { style: "long", year: "always" }),
          month: formatMonth(goal.month, language, "name"),
        })
      : null;
  const lines = [t("greeting", { name: facts.debtor }), t("ask", { scheme, creditor })];
  const closing = [...(until ? [until] : []), t("thanks"), creditor];
  const typed = numbers.map((one) => `${one.label}: ${one.value}`).join("\n");
  return {
    subject: t("subject", { scheme, creditor }),
    lines,
    numbers,
    closing,
    text: [...lines, typed, ...closing].join("\n\n"),
  };
}

/** Opens the reader's own mail program with the letter in it; nothing is sent by us. */
export const mailto = (to: string, { subject, text }: Letter): string =>
  `mailto:${encodeURIComponent(to).replaceAll("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
