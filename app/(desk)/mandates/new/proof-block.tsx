import { getTranslations } from "next-intl/server";
import type { NewMandateView } from "@/app/(desk)/mandates/new/load";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { zoneCity } from "@/lib/i18n/format";
import { clockIn, dayIn, type Zone } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import type { Offer } from "@/lib/mandates/offer";

const channels = ["phone", "paper", "link", "in_person"] as const;

/** The language debtors of a scheme are spoken to in. */
const languageOf = (zone: Zone): Locale => (zone === "Europe/Amsterdam" ? "nl" : "da");

/** How the debtor agreed: by what, when, and to which words. Kept for a claim 13 months later. */
export async function ProofBlock({
  view,
  offer,
  creditor,
}: {
  view: NewMandateView;
  offer: Offer;
  creditor: string;
}) {
  const { from, lastConsent, reader } = view;
  const { zone, now, locale } = reader;
  const spokenIn = languageOf(zone);
  const [t, spoken] = await Promise.all([
    getTranslations("newMandate.proof"),
    getTranslations({ locale: spokenIn, namespace: "newMandate.proof" }),
  ]);
  const given = from?.consent ? new Date(from.consent.givenAt) : now;
  const scheme = offer.provider.schemes.find((one) => one.code === offer.agreement.scheme);
  return (
    <FormBlock title={t("title")}>
      <FormField
        name="consent_channel"
        label={t("channel")}
        group
        wide
        required
        value={from?.consent?.channel ?? "phone"}
      >
        <Choice options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))} />
      </FormField>
      <FormField
        name="consent_given_at"
        label={t("givenAt")}
        hint={t("givenAtHint", { city: zoneCity(zone, locale) })}
        required
        value={`${dayIn(given, zone)}T${clockIn(given, zone)}`}
      >
        <TextInput type="datetime-local" />
      </FormField>
      <FormField
        name="consent_wording"
        label={t("wording")}
        hint={t("wordingHint")}
        required
        value={from?.consent?.wording ?? lastConsent?.wording ?? `${spokenIn}-1`}
      >
        <TextInput maxLength={60} autoComplete="off" />
      </FormField>
      <div className="field field-wide">
        <span className="field-label">{t("words")}</span>
        <p className="field-control text-ink-2" lang={spokenIn}>
          {spoken("spoken", { creditor, scheme: scheme?.label[spokenIn] ?? offer.provider.label })}
        </p>
      </div>
    </FormBlock>
  );
}
