import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { nextCutoff } from "@/lib/deadlines/cutoff";
import { RULES } from "@/lib/deadlines/rules";
import { messagesFor } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/kernel/locale";
import type { Figure } from "@/lib/overview/cutoffs";
import { stripCounts } from "./strip-counts";

const words = (locale: Locale) =>
  createTranslator({ locale, messages: messagesFor(locale), namespace: "nav" });
const now = new Date("2026-11-29T09:00:00Z");
const figure = (state: string, count: number, test = false): Figure => ({
  ...{ state, count, test },
  currency: "DKK",
  amountMinor: count * 100,
});

describe("what the strip counts", () => {
  const figures = [
    ...[figure("ready", 1), figure("pending", 2), figure("scheduled", 3)],
    ...[figure("cancelled", 4), figure("ready", 5, true)],
  ];
  const monthly = { ...nextCutoff(RULES["nets-bs"], now), figures, waiting: [] };
  it.each([
    ["en", "January collection"],
    ["da", "Opkrævning i januar"],
    ["nl", "Incasso van januari"],
  ] as const)("is by its collection's name whatever is on its way to it, in %s", (locale, word) => {
    const [only, ...more] = stripCounts(monthly, locale, words(locale));
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      word,
      count: "6",
      test: false,
      href: "/payments?window=2026-12&test=false",
    });
    expect(only).not.toHaveProperty("mark");
  });

  const daily = { ...nextCutoff(RULES["sepa-core"], now), figures: [] };
  it("is what has still to leave for a day's cut-off", () => {
    const waiting = [{ currency: "EUR" as const, test: true, count: 2, amountMinor: 8_050 }];
    expect(stripCounts({ ...daily, waiting }, "en", words("en"))).toMatchObject([
      { mark: "ready", word: "To be sent by then", count: "2", test: true },
    ]);
    expect(stripCounts({ ...daily, waiting: [] }, "en", words("en"))).toEqual([]);
  });
});
