import { createTranslator } from "next-intl";
import { isApproversOwn, rolesWith } from "@/lib/access/permissions";
import { formatAge } from "@/lib/i18n/format";
import { namespaces } from "@/lib/i18n/messages";
import { writer } from "@/lib/i18n/writer";
import type { Locale } from "@/lib/kernel/locale";
import type { Answer, Param, Params } from "./answer";
import type { Step } from "./steps";

/** A step in the reader's language: what it is called, what it does, and who may. */
export interface StepWords {
  code: Step["code"];
  do: string;
  says: string;
  /** Empty where everybody may. */
  who: string;
}

export interface AnswerWords {
  headline: string;
  also: string[];
  next: StepWords[];
}

/** An answer as a person reads it out: in their language, in the scheme's time. */
export function answerWords(answer: Answer, locale: Locale, now: Date): AnswerWords {
  const reader = { locale, now, zone: answer.zone };
  const why = sentences(locale, "why");
  const besides = sentences(locale, "also");
  return {
    headline: tidy(why(answer.code, written(answer.params, reader))),
    also: answer.also.map(({ code, params }) => tidy(besides(code, written(params, reader)))),
    next: answer.next.map((one) => stepWords(one, locale)),
  };
}

export function stepWords({ code, permission }: Step, locale: Locale): StepWords {
  const words = namespaces.answers[locale];
  return {
    code,
    ...words.step[code],
    who: permission && permission !== "read" ? whoMay(permission, locale) : "",
  };
}

/** The roles that have a right, as a list for people. */
function whoMay(permission: NonNullable<Step["permission"]>, locale: Locale): string {
  const names = rolesWith(permission).map((role) => namespaces.roles[locale][role]);
  const all = isApproversOwn(permission) ? [namespaces.answers[locale].whoApprover] : names;
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(all);
}

/** The sentences of one part by code: which arguments each takes is held by the examples, one per code and language. */
function sentences(locale: Locale, part: "why" | "also"): (code: string, values: Values) => string {
  const messages: Record<string, string> = namespaces.answers[locale][part];
  const translate = createTranslator({ locale, messages, timeZone: "UTC", onError: fail });
  return (code, values) => translate(code, values);
}

type Values = Record<string, string | number>;

function fail(error: Error): never {
  throw error;
}

/** A name that ends in a full stop, or the provider's own sentence, brings one too many. */
const tidy = (text: string): string =>
  text
    .replace(/(?<!\.)\.\.(?!\.)/g, ".")
    .replace(/\s{2,}/g, " ")
    .trim();

function written(params: Params, reader: Parameters<typeof writer>[0]): Values {
  const write = writer(reader);
  const one = (param: Param): string | number => {
    if (typeof param !== "object") return param;
    if ("day" in param) return write.day(param.day);
    if ("instant" in param) return write.instant(param.instant);
    if ("moment" in param) return write.clock(param.moment);
    if ("span" in param) return formatAge(new Date(0), new Date(Math.max(param.span, 60_000)), reader.locale);
    if ("money" in param) return write.money(param.money);
    return param.says[reader.locale];
  };
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, one(param)]));
}
