import { agreementNumbers } from "@/app/(desk)/_shared/agreement-numbers";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { invitationLetter, type Letter } from "@/lib/invitations/letter";
import { goalAt } from "@/lib/invitations/plan";
import { type Locale, locales } from "@/lib/kernel/locale";

/** The language of the letter: the one asked for, else the debtor's own, else the scheme's. */
export const letterLanguage = (view: MandateView, asked: string | undefined): Locale =>
  locales.find((one) => one === asked) ??
  locales.find((one) => one === view.debtor?.language) ??
  (view.rule.zone === "Europe/Amsterdam" ? "nl" : "da");

/** The invitation of a mandate in a language. */
export function letterOf(view: MandateView, language: Locale, creditor: string): Letter {
  const { mandate, provider, agreement, rule, reader, facts } = view;
  const scheme = provider.schemes.find((one) => one.code === mandate.scheme)?.label[language];
  return invitationLetter({
    language,
    creditor,
    scheme: scheme ?? provider.label,
    debtor: mandate.debtorName,
    numbers: agreementNumbers(provider, agreement.values, language),
    customerNumber: mandate.customerNumber,
    goal: goalAt(rule, reader.now, facts),
  });
}

/** Where it can be mailed to: what was given for it, else the debtor's own address. */
export const letterAddress = ({ mandate, debtor }: MandateView): string =>
  mandate.values.email ?? debtor?.email ?? "";
