import { randomUUID } from "node:crypto";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { signedIn } from "@/app/session";
import type { FormState } from "@/components/form/form-state";
import { asRoute } from "@/components/ui/as-route";
import type { RequestKey } from "@/lib/access/once";
import { rolePermission } from "@/lib/access/permissions";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";
import { isLocale } from "@/lib/i18n/locale-choice";
import type { AppError, FieldProblem } from "@/lib/kernel/errors";
import { faultLine, log } from "@/lib/log";
import { refusalOf } from "@/lib/refusal";

/** What was typed, as text; files as base64 under their field's name. */
async function textsOf(data: FormData): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of data) {
    if (name.startsWith("$ACTION")) continue;
    if (typeof value === "string") texts[name] = value;
    else if (value.size > 0) texts[name] = Buffer.from(await value.arrayBuffer()).toString("base64");
  }
  return texts;
}

/**
 * The form's own request id, so that a second press shows the first result. Its fingerprint is keyed: a plain one of a
 * form with a CPR number could be found by trying.
 */
export function requestOf(ctx: Ctx, texts: Record<string, string>): RequestKey | undefined {
  const { request_id: key, ...content } = texts;
  return key
    ? { key, fingerprint: ctx.vault.blindIndex(ctx.creditorId, "request", JSON.stringify(content)) }
    : undefined;
}

/** A key file in base64 with room to spare. */
const LARGEST_FORM = 1_000_000;

const secretLike = /secret|password|pem|key_file|api_key/;

function keep(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => !secretLike.test(name)));
}

/** A refusal for want of a right goes with the names of the people who have it. */
async function withWhoCan(ctx: Ctx, { code, params }: AppError, refusal: string): Promise<string> {
  const permission = code === "not_permitted" ? rolePermission(params.permission) : undefined;
  const names = permission ? await whoCan(ctx, permission) : [];
  if (names.length === 0) return refusal;
  const t = await getTranslations("errors");
  return t("whoCan", { refusal, names: names.join(", ") });
}

/**
 * Runs a verb for a form: who is signed in, what was typed, and every refusal as sentences in the reader's language
 * with all input kept. `work` answers where to go next, or a sentence to show in place.
 */
export async function runForm(
  data: FormData,
  work: (ctx: Ctx, texts: Record<string, string>) => Promise<{ to: string } | { message: string }>,
  largest = LARGEST_FORM,
): Promise<FormState> {
  const texts = await textsOf(data);
  const t = await getTranslations("errors");
  const locale = await getLocale();
  const refused = (
    message: string,
    problems: Record<string, string> = {},
    reference?: string,
  ): FormState => ({
    status: "problem",
    values: keep(texts),
    problems,
    message,
    ...(reference ? { reference } : {}),
  });
  if (Object.values(texts).reduce((sum, text) => sum + text.length, 0) > largest)
    return { status: "problem", values: {}, problems: {}, message: t("codes.too_large") };
  const found = await signedIn();
  if (!found) return refused(t("codes.not_signed_in"));
  let next: { to: string } | { message: string };
  try {
    next = await work(found.ctx, texts);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) {
      const words = (problem: FieldProblem) => {
        if (typeof problem !== "string") return problem[isLocale(locale) ? locale : "en"];
        const key = `fields.${problem}` as "fields.required";
        return t.has(key) ? t(key) : problem;
      };
      const problems = Object.fromEntries(
        Object.entries(refusal.fields).map(([name, one]) => [name, words(one)]),
      );
      // The cast names one sentence for all of them: none takes an argument, and so many are too much for the compiler.
      const says = refusal.says ? words(refusal.says) : t(`codes.${refusal.code}` as "codes.invalid");
      return refused(await withWhoCan(found.ctx, refusal, says), problems);
    }
    const reference = randomUUID().slice(0, 8);
    log("error", "form failed", { reference, fault: faultLine(error) });
    return refused(t("fault"), {}, reference);
  }
  if ("to" in next) {
    // The frame around the pages stays where it is when only the page changes: its figures would be of before.
    refresh();
    redirect(asRoute(next.to));
  }
  return { status: "done", values: {}, problems: {}, message: next.message };
}
