import { getTranslations } from "next-intl/server";
import { addTextAction } from "@/app/(desk)/settings/actions";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { locales } from "@/lib/kernel/locale";

/** A new version: for which scheme, in which language, and word for word. */
export async function ConsentTextForm({ schemes }: { schemes: readonly { value: string; label: string }[] }) {
  const [t, languages, form, common] = await Promise.all([
    getTranslations("consentTexts"),
    getTranslations("languages"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  return (
    <ActionForm action={addTextAction} className="px-(--margin) py-3">
      <h3 className="t-strong py-2">{t("new")}</h3>
      <ErrorSummary title={form("toFix")} />
      <FormField name="scheme" label={t("scheme")} required>
        <Select options={schemes} placeholder={form("choose")} />
      </FormField>
      <FormField name="language" label={t("language")} required>
        <Select
          options={locales.map((value) => ({ value, label: languages(value) }))}
          placeholder={form("choose")}
        />
      </FormField>
      <FormField name="text" label={t("text")} hint={t("textHint")} required wide>
        <TextArea rows={5} />
      </FormField>
      <p className="pt-2">
        <SubmitButton working={t("adding")} look="plain">
          {t("add")}
        </SubmitButton>
      </p>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}
