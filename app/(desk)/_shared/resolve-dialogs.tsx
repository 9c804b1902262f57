import { getTranslations } from "next-intl/server";
import { sendAgainAction, verdictAction } from "@/app/(desk)/_shared/record-actions";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";

type Hidden = Readonly<Record<string, string>>;

/** What a person knows from another source, with a name and a reason. */
export async function VerdictDialog({ hidden, provider }: { hidden: Hidden; provider: string }) {
  const [t, keep, form] = await Promise.all([
    getTranslations("record.unknown"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  return (
    <ConfirmDialog
      trigger={t("verdictButton")}
      title={t("verdictTitle", { provider })}
      consequence={t("verdictSays", { provider })}
      confirm={t("verdictDo")}
      working={t("working")}
      keep={keep("keep")}
      action={verdictAction}
      hidden={hidden}
    >
      <ErrorSummary title={form("toFix")} />
      <FormField name="verdict" label={t("verdictField")} group wide required>
        <Choice
          options={[
            { value: "did_happen", label: t("did_happen") },
            { value: "did_not_happen", label: t("did_not_happen") },
          ]}
        />
      </FormField>
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <TextInput />
      </FormField>
    </ConfirmDialog>
  );
}

/** The same bytes once more, when it is proven that they are not there. */
export async function SendAgainDialog({ hidden, provider }: { hidden: Hidden; provider: string }) {
  const [t, keep, form] = await Promise.all([
    getTranslations("record.unknown"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  return (
    <ConfirmDialog
      trigger={t("againButton")}
      title={t("againTitle")}
      consequence={t("againSays", { provider })}
      confirm={t("againButton")}
      working={t("working")}
      keep={keep("keep")}
      action={sendAgainAction}
      hidden={hidden}
    >
      <ErrorSummary title={form("toFix")} />
    </ConfirmDialog>
  );
}
