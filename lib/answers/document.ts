import { type Locale, locales } from "@/lib/kernel/locale";
import type { Answer } from "./answer";
import { examples } from "./examples/all";
import { type Example, now } from "./examples/example";
import { answerWords } from "./words";

const names: Record<Locale, string> = { en: "English", da: "Dansk", nl: "Nederlands" };

const opening = `# Why has this not been collected?

Every answer that the desk gives, one example each. The sentences are what a person reads out; they are made from the
same table that the tests run on (\`lib/answers/examples\`), by \`npm run why\`. Change the table or the texts, never this file.

The examples play on Friday 20 November 2026 unless they say otherwise: two days before the cut-off for 1 December.
`;

/** The text of docs/why-not-collected.md. */
export function whyDocument(): string {
  const parts = examples.map(({ title, rows }) => `## ${title}\n\n${rows.map(entry).join("\n")}`);
  return `${[opening, ...parts].join("\n")}`;
}

function entry({ when, answer }: Example): string {
  const said = locales.map((locale) => `- ${names[locale]}: ${says(answer, locale)}`);
  const { next } = answerWords(answer, "en", now);
  const steps = next.map((one) => `${one.do}${one.who ? ` (${one.who})` : ""}`);
  return [`### ${when}`, "", `\`${answer.code}\``, "", ...said, `- Next: ${steps.join("; ")}`, ""].join("\n");
}

function says(answer: Answer, locale: Locale): string {
  const { headline, also } = answerWords(answer, locale, now);
  return [headline, ...also].join(" ");
}
