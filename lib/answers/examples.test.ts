import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/kernel/locale";
import { alsoCodes, answerCodes } from "./codes";
import { whyDocument } from "./document";
import { examples } from "./examples/all";
import { now } from "./examples/example";
import { stepRights } from "./steps";
import { answerWords } from "./words";

const rows = examples.flatMap((part) => part.rows);

describe("why something has not been collected", () => {
  it.each(rows.map((row) => [row.when, row] as const))("%s", (_, row) => {
    expect({
      code: row.answer.code,
      also: row.answer.also.map((one) => one.code),
      next: row.answer.next.map((one) => one.code),
    }).toEqual({ code: row.code, also: row.also ?? [], next: row.next });
    const { headline } = answerWords(row.answer, "en", now);
    for (const name of row.names ?? []) expect(headline).toContain(name);
  });

  it.each(locales.flatMap((locale) => rows.map((row) => [locale, row.when, row] as const)))(
    "is whole sentences in %s: %s",
    (locale: Locale, _, row) => {
      const { headline, also, next } = answerWords(row.answer, locale, now);
      for (const text of [headline, ...also]) {
        expect(text).toMatch(/^[\p{Lu}\p{N}].*[.)]$/u);
        expect(text).not.toMatch(/[{}]|undefined|\bnull\b|Invalid|\.\.|\s\s|answers\./);
      }
      for (const step of next) expect(step.do).toMatch(/\p{L}/u);
    },
  );

  it("has an example for every answer, every remark and every step there is", () => {
    const answers = new Set(rows.map((row) => row.answer.code));
    expect(answerCodes.filter((code) => !answers.has(code))).toEqual([]);
    const remarks = new Set(rows.flatMap((row) => row.answer.also.map((one) => one.code)));
    expect(alsoCodes.filter((code) => !remarks.has(code))).toEqual([]);
    const steps = new Set<string>(rows.flatMap((row) => row.answer.next.map((one) => one.code)));
    expect(Object.keys(stepRights).filter((code) => !steps.has(code))).toEqual([]);
  });

  it("names no page that is not there for a step, and none for what goes by itself", () => {
    for (const { answer } of rows)
      for (const { code, href } of answer.next) expect(href === null).toBe(code === "wait");
  });

  it("is written for people in docs/why-not-collected.md, made by npm run why", () => {
    const file = readFileSync(join(process.cwd(), "docs", "why-not-collected.md"), "utf8");
    expect(file).toBe(whyDocument());
  });
});
