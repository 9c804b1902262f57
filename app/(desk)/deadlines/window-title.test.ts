import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { month } from "@/lib/kernel/day";
import type { Locale } from "@/lib/kernel/locale";
import { windowTitle } from "./window-title";

const words = (locale: Locale) =>
  createTranslator({ locale, messages: messagesFor(locale), namespace: "deadlines" });

describe("windowTitle", () => {
  const january = { month: month("2027-01"), collectionMonth: month("2027-02") };
  it.each([
    ["en", "Cut-off in January, collected in February 2027"],
    ["da", "Frist i januar, opkræves i februar 2027"],
    ["nl", "Deadline in januari, geïncasseerd in februari 2027"],
  ] as const)("names both months in %s", (locale, title) => {
    expect(windowTitle(january, locale, words(locale))).toBe(title);
  });
  it("writes both years over the turn of the year", () => {
    const december = { month: month("2026-12"), collectionMonth: month("2027-01") };
    expect(windowTitle(december, "en", words("en"))).toBe(
      "Cut-off in December 2026, collected in January 2027",
    );
  });
});
