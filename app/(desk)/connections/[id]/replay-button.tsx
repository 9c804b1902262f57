import { getTranslations } from "next-intl/server";
import { replayAction } from "@/app/(desk)/connections/actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";

/** Sets a parked message waiting again. */
export async function ReplayButton({ id }: { id: string }) {
  const [t, common] = await Promise.all([getTranslations("connections.events"), getTranslations("common")]);
  return (
    <ActionForm action={replayAction} hidden={{ message: id }}>
      <SubmitButton look="word" working={t("replaying")}>
        {t("replay")}
      </SubmitButton>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}
