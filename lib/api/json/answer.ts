import { z } from "zod";
import { rolesWith } from "@/lib/access/permissions";
import type { Answer } from "@/lib/answers/answer";
import { answerCodes } from "@/lib/answers/codes";
import { type StepCode, stepRights } from "@/lib/answers/steps";
import { answerWords } from "@/lib/answers/words";
import type { Ctx } from "@/lib/context";
import { type Locale, locales } from "@/lib/kernel/locale";
import { instant, isoOrNull, named } from "./shapes";

const stepCodes = Object.keys(stepRights) as StepCode[];

export const answerShape = named(
  "Answer",
  z.strictObject({
    code: z.enum(answerCodes).describe("Stable; go by this."),
    text: z.string().describe("The answer in a sentence or two, in the language asked for."),
    also: z.array(z.strictObject({ code: z.string(), text: z.string() })).describe("What is true besides."),
    about: z
      .strictObject({ noun: z.enum(["debtor", "mandate", "payment", "run"]), id: z.string() })
      .describe("The record that the answer is about."),
    since: instant.nullable(),
    evidence: z
      .strictObject({ at: instant, message_id: z.string().nullable() })
      .nullable()
      .describe("The proof it rests on."),
    next: z.array(
      z.strictObject({
        code: z.enum(stepCodes),
        text: z.string(),
        permission: z.string().nullable().describe("The right it takes."),
        roles: z.array(z.string()).describe("The roles that bring this right."),
        link: z.string().nullable().describe("Where in the desk it is done."),
      }),
    ),
  }),
  "Why something has not been collected, and what can be done about it.",
);

export const languageGiven = {
  language: z.enum(locales).default("en").describe("The language of the sentences."),
};

export function answerJson(ctx: Ctx, answer: Answer, locale: Locale): z.input<typeof answerShape> {
  const words = answerWords(answer, locale, ctx.clock.now());
  return {
    code: answer.code,
    text: words.headline,
    also: answer.also.map(({ code }, index) => ({ code, text: words.also[index] ?? "" })),
    about: { noun: answer.about.noun, id: answer.about.id },
    since: isoOrNull(answer.since),
    evidence: answer.evidence && {
      at: answer.evidence.at.toISOString(),
      message_id: answer.evidence.messageId,
    },
    next: answer.next.map(({ code, permission, href }, index) => ({
      code,
      text: words.next[index]?.do ?? "",
      permission,
      roles: permission ? rolesWith(permission) : [],
      link: href,
    })),
  };
}
