import { describe, expect, it } from "vitest";
import { chooseLocale } from "@/lib/i18n/locale-choice";

describe("chooseLocale", () => {
  it.each([
    ["the cookie before the header", "nl", "da", "nl"],
    ["the header when the cookie is unknown", "xx", "da", "da"],
    ["the header without its region", undefined, "da-DK", "da"],
    ["the highest quality first", undefined, "en;q=0.4, nl;q=0.9, da;q=0.5", "nl"],
    ["the earlier of two equal ones", undefined, "da, nl", "da"],
    ["the next one we speak", undefined, "fr-FR, de;q=0.9, nl-BE;q=0.2", "nl"],
    ["not a language with quality 0", undefined, "da;q=0", "en"],
    ["not one with an unreadable quality", undefined, "da;q=much", "en"],
    ["English when nothing is said", undefined, null, "en"],
    ["English when nothing fits", undefined, "*, fr", "en"],
  ] as const)("takes %s", (_, cookie, header, expected) => {
    expect(chooseLocale(cookie, header)).toBe(expected);
  });
});
