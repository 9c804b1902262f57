import { getTranslations } from "next-intl/server";
import { revokeKeyAction } from "@/app/(desk)/settings/actions";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { FormOutcome } from "@/components/form/form-outcome";

/** Ends a key, after its consequence was read. */
export async function RevokeKey({ id, name }: { id: string; name: string }) {
  const [t, common] = await Promise.all([getTranslations("settings.keys"), getTranslations("common")]);
  return (
    <ConfirmDialog
      trigger={t("revoke")}
      look="word"
      title={t("revokeTitle", { name })}
      consequence={t("revokeSays")}
      confirm={t("revoke")}
      working={t("revoking")}
      keep={common("keep")}
      action={revokeKeyAction}
      hidden={{ key: id }}
    >
      <FormOutcome close={common("close")} />
    </ConfirmDialog>
  );
}
