import { getTranslations } from "next-intl/server";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { updateSettingsAction } from "@/app/(desk)/connections/actions";
import { fieldWords } from "@/app/(desk)/connections/field-words";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { describeFields, type FieldDescription } from "@/components/form/field-description";
import { FormOutcome } from "@/components/form/form-outcome";
import { ProviderFields } from "@/components/form/provider-fields";
import { SubmitButton } from "@/components/form/submit-button";

/** What is inferred about the provider, with its reason; an admin changes it in place. */
export async function AssumptionsPart({ view }: { view: ConnectionView }) {
  const { connection, provider, reader, may } = view;
  const [t, form, common, words] = await Promise.all([
    getTranslations("connections.assumptions"),
    getTranslations("form"),
    getTranslations("common"),
    fieldWords(),
  ]);
  const fields = describeFields(provider.settingsForm, reader.locale, connection.settings);
  if (!may) {
    const columns: Column<FieldDescription>[] = [
      {
        key: "name",
        header: t("name"),
        names: true,
        cell: (field) => (
          <span className="block max-w-[560px] py-1 whitespace-normal">
            {field.label}
            <span className="note">{field.hint}</span>
          </span>
        ),
      },
      { key: "value", header: t("value"), cell: (field) => shown(field) || t("empty") },
    ];
    return (
      <>
        <p className="py-3 text-ink-2">
          {t("says", { provider: provider.label })} {t("off")}
        </p>
        <DataTable
          caption={t("name")}
          columns={columns}
          rows={fields}
          rowKey={(field) => field.name}
          empty={null}
        />
      </>
    );
  }
  return (
    <ActionForm
      action={updateSettingsAction}
      hidden={{ connection: connection.id, version: String(connection.version) }}
      className="py-3"
    >
      <p className="pb-2 text-ink-2">{t("says", { provider: provider.label })}</p>
      <ErrorSummary title={form("toFix")} />
      <ProviderFields fields={fields} words={words} />
      <p className="pt-3">
        <SubmitButton working={t("saving")} look="plain">
          {t("save")}
        </SubmitButton>
      </p>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}

/** A value as its form shows it: the option's words, not its code. */
const shown = ({ value, options }: FieldDescription): string =>
  options?.find((option) => option.value === value)?.label ?? value ?? "";
