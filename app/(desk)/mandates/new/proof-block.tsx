import { getTranslations } from "next-intl/server";
import type { NewMandateView } from "@/app/(desk)/mandates/new/load";
import { type SpokenText, TextField } from "@/app/(desk)/mandates/new/text-field";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { formatDay, zoneCity } from "@/lib/i18n/format";
import { clockIn, dayIn, type Zone } from "@/lib/kernel/instant";
import { type Locale, locales } from "@/lib/kernel/locale";

const channels = ["phone", "paper", "link", "in_person"] as const;

/** The debtor's own language, else the one debtors of a scheme are spoken to in. */
const languageOf = (zone: Zone, own: string | null | undefined): Locale =>
  locales.find((one) => one === own) ?? (zone === "Europe/Amsterdam" ? "nl" : "da");

/** How the debtor agreed: by what, when, and to which words. Kept for a claim 13 months later. */
export async function ProofBlock({ view }: { view: NewMandateView }) {
  const { from, debtor, draft, texts, reader } = view;
  const { zone, now, locale } = reader;
  const t = await getTranslations("newMandate.proof");
  const given = from?.consent ? new Date(from.consent.givenAt) : now;
  const spokenIn = languageOf(zone, debtor?.language);
  const chosen =
    texts.find((one) => one.id === (draft.values.consent_text ?? from?.consent?.textId)) ??
    texts.find((one) => one.language === spokenIn && one.current);
  return (
    <FormBlock title={t("title")}>
      <FormField
        name="consent_channel"
        label={t("channel")}
        group
        wide
        required
        value={draft.values.consent_channel ?? from?.consent?.channel ?? "phone"}
      >
        <Choice options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))} />
      </FormField>
      <FormField
        name="consent_given_at"
        label={t("givenAt")}
        hint={t("givenAtHint", { city: zoneCity(zone, locale) })}
        required
        value={draft.values.consent_given_at ?? `${dayIn(given, zone)}T${clockIn(given, zone)}`}
      >
        <TextInput type="datetime-local" />
      </FormField>
      <TextField
        texts={await spokenTexts(view)}
        value={chosen?.id ?? ""}
        words={{ label: t("wording"), words: t("words") }}
      />
    </FormBlock>
  );
}

/** The versions with what is known of each; those of the debtor's scheme, the newest of a language first. */
async function spokenTexts({ texts, reader }: NewMandateView): Promise<SpokenText[]> {
  const [t, languages] = await Promise.all([
    getTranslations("newMandate.proof"),
    getTranslations("languages"),
  ]);
  const { locale, now, zone } = reader;
  return texts.map(({ id, name, language, text, current, since }) => ({
    id,
    language,
    text,
    label: `${name}, ${languages(language)}`,
    kind: since ? (current ? "passed" : "attention") : "open",
    says: since
      ? t(current ? "textCurrent" : "textOld", {
          day: formatDay(dayIn(since.at, zone), locale, { year: dayIn(now, zone) }),
          name: since.by,
        })
      : t("textHouse"),
  }));
}
