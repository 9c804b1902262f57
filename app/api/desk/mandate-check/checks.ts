import { getLocale, getTranslations } from "next-intl/server";
import { duplicateCheck } from "@/app/(desk)/mandates/new/duplicate-check";
import type { LiveCheck } from "@/app/api/desk/mandate-check/live-check";
import type { Ctx } from "@/lib/context";
import { couldBeCpr } from "@/lib/forms/looks-like";
import { formatMoneyText } from "@/lib/i18n/format";
import { checkCpr } from "@/lib/identifiers/cpr";
import { checkIban, formatIban } from "@/lib/identifiers/iban";
import { dutchBankOf } from "@/lib/identifiers/nl-banks";
import type { FieldProblem } from "@/lib/kernel/errors";
import { checkSoFar } from "@/lib/mandates/check-so-far";
import { knownMandates } from "@/lib/mandates/known";
import type { Offer } from "@/lib/mandates/offer";
import { readConsent } from "@/lib/mandates/read-consent";
import { ruleOf } from "@/lib/payments/schedule";
import type { Field } from "@/lib/providers/contract";

/** What can be said of the fields filled so far: what is wrong, what was found right, and who has a mandate already. */
export async function checksOf(
  ctx: Ctx,
  offer: Offer,
  given: Record<string, string>,
): Promise<Record<string, LiveCheck>> {
  const now = ctx.clock.now();
  const { values, problems } = checkSoFar(offer, given, now);
  const checks: Record<string, LiveCheck> = {};
  for (const field of offer.form) {
    const problem = problems[field.name];
    const value = values[field.name];
    if (problem !== undefined) checks[field.name] = { kind: "wrong", text: await problemText(problem) };
    else if (value !== undefined) {
      const found = await rightCheck(field, value, given[field.name] ?? "", offer);
      if (found) checks[field.name] = found;
    }
  }
  const known = await knownMandates(ctx, { debtorId: given.debtor_id || null, form: offer.form, values });
  const duplicates = await duplicateCheck(ctx, offer, known, [given.from_id, given.change_of]);
  return { ...checks, duplicates, ...(await consentChecks(offer, given, now)) };
}

async function problemText(problem: FieldProblem): Promise<string> {
  const locale = await getLocale();
  if (typeof problem !== "string") return problem[locale];
  const t = await getTranslations("errors");
  const key = `fields.${problem}` as "fields.required";
  return t.has(key) ? t(key) : problem;
}

const passed = (text: string): LiveCheck => ({ kind: "passed", text });
const attention = (text: string): LiveCheck => ({ kind: "attention", text });

/** Why a value is believed to be right, or what makes one look twice; null where its kind says nothing. */
async function rightCheck(
  field: Field,
  value: string,
  given: string,
  offer: Offer,
): Promise<LiveCheck | null> {
  const t = await getTranslations("newMandate.checks");
  switch (field.kind) {
    case "identity": {
      if (value.length !== 10) return passed(t("cvr"));
      const cpr = checkCpr(value);
      return cpr.ok && !cpr.modulus11 ? attention(t("cprNoCheckDigit")) : passed(t("cpr"));
    }
    case "danish_account": {
      const [registration = "", account = ""] = value.split(" ");
      const read = { registration, account: account.replace(/^0+/, "") };
      return couldBeCpr(given) ? attention(t("accountOrCpr", read)) : passed(t("danish_account", read));
    }
    case "iban":
      return ibanCheck(value);
    case "email":
      return passed(t("email"));
    case "amount": {
      const scheme = offer.provider.schemes.find((one) => one.code === offer.agreement.scheme);
      const locale = await getLocale();
      return passed(
        scheme
          ? formatMoneyText({ amountMinor: Number(value), currency: scheme.currency }, locale)
          : t("right"),
      );
    }
    case "choice":
    case "flag":
      return null;
    default:
      return passed(t("right"));
  }
}

/** The bank is named where a list says whose the number is, and nowhere else. */
async function ibanCheck(value: string): Promise<LiveCheck> {
  const t = await getTranslations("newMandate.checks");
  const iban = checkIban(value);
  const [warning] = iban.ok ? iban.warnings : [];
  if (warning) return attention(t(`ibanWarning.${warning}`));
  const bank = dutchBankOf(value)?.name;
  const shown = formatIban(value);
  return passed(bank ? t("ibanBank", { bank, iban: shown }) : t("iban", { iban: shown }));
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
  for (const name of ["consent_given_at"]) {
    if (!given[name]?.trim()) continue;
    const problem = problems[name];
    checks[name] =
      problem === undefined
        ? { kind: "passed", text: t("right") }
        : { kind: "wrong", text: await problemText(problem) };
  }
  return checks;
}
