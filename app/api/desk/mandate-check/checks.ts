import { getLocale, getTranslations } from "next-intl/server";
import type { LiveCheck } from "@/app/api/desk/mandate-check/route";
import { formatMoneyText } from "@/lib/i18n/format";
import { dutchBankOf } from "@/lib/identifiers/nl-banks";
import type { FieldProblem } from "@/lib/kernel/errors";
import { checkSoFar } from "@/lib/mandates/check-so-far";
import type { Offer } from "@/lib/mandates/offer";
import { readConsent } from "@/lib/mandates/read-consent";
import { ruleOf } from "@/lib/payments/schedule";
import type { Field } from "@/lib/providers/contract";

/** What can be said of the fields filled so far: what is wrong, and what was found to be right. */
export async function checksOf(
  offer: Offer,
  given: Record<string, string>,
  now: Date,
): Promise<Record<string, LiveCheck>> {
  const { values, problems } = checkSoFar(offer, given, now);
  const checks: Record<string, LiveCheck> = {};
  for (const field of offer.form) {
    const problem = problems[field.name];
    const value = values[field.name];
    if (problem !== undefined) checks[field.name] = { kind: "wrong", text: await problemText(problem) };
    else if (value !== undefined) {
      const text = await rightText(field, value, offer);
      if (text) checks[field.name] = { kind: "passed", text };
    }
  }
  return { ...checks, ...(await consentChecks(offer, given, now)) };
}

async function problemText(problem: FieldProblem): Promise<string> {
  const locale = await getLocale();
  if (typeof problem !== "string") return problem[locale];
  const t = await getTranslations("errors");
  const key = `fields.${problem}` as "fields.required";
  return t.has(key) ? t(key) : problem;
}

/** Why a value is believed to be right; null where its kind says nothing. */
async function rightText(field: Field, value: string, offer: Offer): Promise<string | null> {
  const t = await getTranslations("newMandate.checks");
  switch (field.kind) {
    case "identity":
      return t(value.length === 10 ? "cpr" : "cvr");
    case "danish_account":
      return t("danish_account");
    case "iban": {
      const bank = dutchBankOf(value)?.name;
      return bank ? t("ibanBank", { bank }) : t("iban");
    }
    case "email":
      return t("email");
    case "amount": {
      const scheme = offer.provider.schemes.find((one) => one.code === offer.agreement.scheme);
      const locale = await getLocale();
      return scheme
        ? formatMoneyText({ amountMinor: Number(value), currency: scheme.currency }, locale)
        : t("right");
    }
    case "choice":
    case "flag":
      return null;
    default:
      return t("right");
  }
}

async function consentChecks(
  offer: Offer,
  given: Record<string, string>,
  now: Date,
): Promise<Record<string, LiveCheck>> {
  const { zone } = ruleOf(offer.provider, offer.agreement.scheme);
  const read = readConsent(given, zone, now, "");
  const problems = read.ok ? {} : read.problems;
  const t = await getTranslations("newMandate.checks");
  const checks: Record<string, LiveCheck> = {};
  for (const name of ["consent_given_at", "consent_wording"]) {
    if (!given[name]?.trim()) continue;
    const problem = problems[name];
    checks[name] =
      problem === undefined
        ? { kind: "passed", text: t("right") }
        : { kind: "wrong", text: await problemText(problem) };
  }
  return checks;
}
