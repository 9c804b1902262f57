import { useLocale, useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/form/error-summary";
import { describeFields } from "@/components/form/field-description";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { ProviderFields } from "@/components/form/provider-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { Kbd } from "@/components/ui/kbd";
import { debtorForm } from "@/lib/debtors/form";

/** The debtor's form, drawn from its data; `given` comes from where the reader came from. */
export function DebtorFields({
  off,
  given,
}: {
  off: boolean;
  given: Readonly<Record<string, string | undefined>>;
}) {
  const locale = useLocale();
  const t = useTranslations("debtors.form");
  const form = useTranslations("form");
  const common = useTranslations("common");
  const values = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const fields = describeFields(debtorForm, locale, values);
  const words = { optional: form("optional"), choose: form("choose"), yes: form("yes"), kept: form("kept") };
  const reach = ["email", "phone"];
  return (
    <>
      <ErrorSummary title={form("toFix")} />
      <FormBlock title={t("who")}>
        <ProviderFields fields={fields.filter((field) => !reach.includes(field.name))} words={words} />
      </FormBlock>
      <FormBlock title={t("reach")}>
        <ProviderFields fields={fields.filter((field) => reach.includes(field.name))} words={words} />
        <p className="t-small text-ink-3 pt-2">{t("sees")}</p>
      </FormBlock>
      <FormBar
        end={
          <>
            <Kbd>Tab</Kbd> {t("keys")}
          </>
        }
      >
        <SubmitButton working={t("working")} off={off ? common("needsPermission") : undefined}>
          {t("submit")}
        </SubmitButton>
      </FormBar>
    </>
  );
}
