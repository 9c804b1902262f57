import { getTranslations } from "next-intl/server";
import { checkProviderAction } from "@/app/(desk)/_shared/record-actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import type { ActionRow } from "@/components/record/actions-table";
import type { Ctx } from "@/lib/context";
import type { RecordRef } from "@/lib/records/story";

/** "Check with provider" as a row of "What can be done now". */
export async function checkProviderRow(
  ctx: Pick<Ctx, "permissions">,
  record: RecordRef,
  provider: string,
): Promise<ActionRow> {
  const [t, common] = await Promise.all([getTranslations("record.check"), getTranslations("common")]);
  if (!ctx.permissions.has("submissions.ask")) return { key: "check", label: t("verb"), off: t("off") };
  return {
    key: "check",
    verb: (
      <ActionForm action={checkProviderAction} hidden={{ noun: record.noun, id: record.id }}>
        <SubmitButton look="word" shortcut="c" working={t("asking")}>
          {t("verb")}
        </SubmitButton>
        <FormOutcome close={common("close")} />
      </ActionForm>
    ),
    consequence: t("says", { provider }),
  };
}
