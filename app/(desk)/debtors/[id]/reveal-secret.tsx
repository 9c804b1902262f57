import { getTranslations } from "next-intl/server";
import { revealAction } from "@/app/(desk)/debtors/[id]/actions";
import { REVEALED_SECONDS } from "@/app/(desk)/debtors/[id]/revealed-seconds";
import { FormField } from "@/components/form/form-field";
import { Reveal } from "@/components/form/reveal";
import { TextInput } from "@/components/ui/text-input";

/** A CPR or an account as it is shown, and the whole of it for whoever says why. */
export async function RevealSecret({
  debtorId,
  accountId,
  masked,
  label,
}: {
  debtorId: string;
  accountId?: string;
  masked: string;
  label: string;
}) {
  const t = await getTranslations("debtors.record.aside.reveal");
  return (
    <Reveal
      masked={masked}
      name={t("shown", { what: label })}
      words={{ show: t("show"), submit: t("submit"), working: t("working"), hide: t("hide") }}
      action={revealAction}
      hidden={{ debtor: debtorId, ...(accountId ? { account: accountId } : {}) }}
      seconds={REVEALED_SECONDS}
    >
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <TextInput autoComplete="off" maxLength={300} />
      </FormField>
    </Reveal>
  );
}
