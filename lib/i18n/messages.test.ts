import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { icuArguments } from "@/lib/i18n/icu-arguments";
import { messagesFor, namespaces } from "@/lib/i18n/messages";
import { locales } from "@/lib/kernel/locale";

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
  }
  return flat;
}

describe.each(Object.entries(namespaces))("the namespace %s", (_, texts) => {
  const english = flatten(texts.en);

  it.each(["da", "nl"] as const)("has the same keys in %s as in English", (locale) => {
    expect([...flatten(texts[locale]).keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(["da", "nl"] as const)("asks for the same arguments in %s as in English", (locale) => {
    for (const [key, text] of flatten(texts[locale])) {
      expect({ key, arguments: icuArguments(text) }).toEqual({
        key,
        arguments: icuArguments(english.get(key) ?? ""),
      });
    }
  });

  it.each(locales)("leaves nothing empty and no space at an edge in %s", (locale) => {
    const untidy = [...flatten(texts[locale])].filter(([, text]) => text.trim() !== text || text === "");
    expect(untidy).toEqual([]);
  });

  // "PAY." brings a full stop of its own.
  it.each(locales)("ends no sentence in %s with the name of a provider", (locale) => {
    const doubled = [...flatten(texts[locale])].filter(([, text]) => text.includes("{provider}."));
    expect(doubled).toEqual([]);
  });
});

describe("every text", () => {
  it.each(locales)("in %s can be formatted with its arguments", (locale) => {
    const problems: string[] = [];
    const onError = (error: Error) => problems.push(error.message);
    for (const [key, text] of flatten(messagesFor(locale))) {
      const values = Object.fromEntries(
        icuArguments(text).map((argument) => {
          const [name = "", kind] = argument.split(":");
          if (kind === "tag") return [name, (chunks: string) => chunks];
          return [name, kind === "text" || kind === "select" ? "x" : 2];
        }),
      );
      const translate = createTranslator({ locale, messages: { text }, timeZone: "UTC", onError });
      const formatted = translate.markup("text", values);
      if (formatted === "") problems.push(`${key} came out empty`);
    }
    expect(problems).toEqual([]);
  });
});

describe("icuArguments", () => {
  it("sees arguments inside the branches of a plural, and not the branches' words", () => {
    expect(icuArguments("{n, plural, one {one {thing} of {total}} other {# things}}")).toEqual([
      "n:plural",
      "thing:text",
      "total:text",
    ]);
  });
  it("sees selects and tags, and leaves quoted braces alone", () => {
    expect(icuArguments("'{no}' it''s <b>{kind, select, a {x} other {y}}</b>")).toEqual([
      "b:tag",
      "kind:select",
    ]);
  });
  it.each(["{open", "close}", "{n, plural, one {x}", "{}"])("refuses %s", (message) => {
    expect(() => icuArguments(message)).toThrow(SyntaxError);
  });
});
