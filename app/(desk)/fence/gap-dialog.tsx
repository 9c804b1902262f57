import { getTranslations } from "next-intl/server";
import { acknowledgeAction, adoptAction } from "@/app/(desk)/fence/actions";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { TextInput } from "@/components/ui/text-input";

const actions = { adopt: adoptAction, acknowledge: acknowledgeAction };

/** A person's answer to a gap, with a reason, after its consequence was read. */
export async function GapDialog({ act, gapId }: { act: "adopt" | "acknowledge"; gapId: string }) {
  const [t, common, form] = await Promise.all([
    getTranslations("fence.gaps"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  return (
    <ConfirmDialog
      trigger={t(act)}
      look="word"
      title={t(`${act}Title`)}
      consequence={t(`${act}Says`)}
      confirm={t(act)}
      working={t("working")}
      keep={common("keep")}
      action={actions[act]}
      hidden={{ gap: gapId }}
    >
      <ErrorSummary title={form("toFix")} />
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <TextInput maxLength={500} autoComplete="off" />
      </FormField>
      <FormOutcome close={common("close")} />
    </ConfirmDialog>
  );
}
