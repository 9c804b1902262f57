import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { messagesFor } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/kernel/locale";
import { certainties, ruleSentence } from "./rule-words";

const words = (locale: Locale) =>
  createTranslator({ locale, messages: messagesFor(locale), namespace: "deadlines" });

describe("ruleSentence", () => {
  const bs = RULES["nets-bs"];
  it.each([
    ["en", "Calendar day before the sixth last bank day, 23:59"],
    ["da", "Kalenderdagen før månedens sjettesidste bankdag, kl. 23:59"],
    ["nl", "Kalenderdag vóór de op vijf na laatste bankdag, 23:59"],
  ] as const)("says a monthly rule in %s", (locale, sentence) => {
    expect(ruleSentence(bs, {}, words(locale))).toBe(sentence);
  });
  it("says what this creditor set", () => {
    const own = { processingBankDay: 8, deadlineDaysBefore: 0, cutoffTime: "09:00" };
    expect(ruleSentence(bs, own, words("en"))).toBe("The 8th last bank day, 09:00");
    expect(ruleSentence(bs, { dayBefore: true }, words("en"))).toBe(
      "The day before the deadline. Deadline: calendar day before the sixth last bank day, 23:59",
    );
  });
  it("says a daily rule by its bank days ahead", () => {
    expect(ruleSentence(RULES["sepa-core"], {}, words("en"))).toBe("2 bank days before the due day, 23:59");
  });
});

describe("certainties", () => {
  it("sorts the parts of the sentence by how sure they are", () => {
    expect(certainties(RULES["nets-bs"])).toEqual([
      { certainty: "inferred", parts: ["processingBankDay", "deadlineDaysBefore"] },
      { certainty: "assumed", parts: ["cutoffTime", "dayBefore"] },
    ]);
    expect(certainties(RULES["nets-ls"])).toEqual([
      { certainty: "published", parts: ["leadBankDays"] },
      { certainty: "assumed", parts: ["cutoffTime"] },
    ]);
  });
});
