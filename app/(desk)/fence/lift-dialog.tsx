import { getTranslations } from "next-intl/server";
import { liftAction } from "@/app/(desk)/fence/actions";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { TextInput } from "@/components/ui/text-input";

/** Lets sending go on, with a reason, after its consequence was read. */
export async function LiftDialog() {
  const [t, common, form] = await Promise.all([
    getTranslations("fence.lift"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  return (
    <ConfirmDialog
      trigger={t("confirm")}
      title={t("title")}
      consequence={t("says")}
      confirm={t("confirm")}
      working={t("lifting")}
      keep={common("keep")}
      action={liftAction}
    >
      <ErrorSummary title={form("toFix")} />
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <TextInput maxLength={500} autoComplete="off" />
      </FormField>
      <FormOutcome close={common("close")} />
    </ConfirmDialog>
  );
}
