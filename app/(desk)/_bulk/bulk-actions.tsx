import { getTranslations } from "next-intl/server";
import { startAction, stopAction } from "@/app/(desk)/_bulk/actions";
import type { BulkProps } from "@/app/(desk)/_bulk/bulk-head";
import { ActionForm } from "@/components/form/action-form";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { ActionsTable } from "@/components/record/actions-table";
import { TextInput } from "@/components/ui/text-input";
import { countIn } from "@/lib/bulk/progress";
import { bulkVerbs } from "@/lib/bulk/states";

/** The one yes; then the way to stop it, and to go on. */
export async function BulkActions({ view }: BulkProps) {
  const { bulk, parts } = view;
  const planned = countIn(parts, "planned");
  const [t, common] = await Promise.all([getTranslations("bulk"), getTranslations("common")]);
  if (bulk.state === "open") return planned > 0 ? <Confirm view={view} planned={planned} /> : null;
  if (bulk.state === "done") return null;
  const going = bulk.state === "going";
  return (
    <ActionsTable
      rows={[
        {
          key: going ? "stop" : "resume",
          verb: (
            <ActionForm action={going ? stopAction : startAction} hidden={{ id: bulk.id }}>
              <SubmitButton look={going ? "word" : "solid"} working={t(going ? "stopping" : "resuming")}>
                {t(going ? "stop" : "resume")}
              </SubmitButton>
              <FormOutcome close={common("close")} />
            </ActionForm>
          ),
          consequence: going ? t("stopSays") : t("resumeSays", { count: planned }),
        },
      ]}
    />
  );
}

async function Confirm({ view: { bulk }, planned }: Pick<BulkProps, "view"> & { planned: number }) {
  const [t, payment, common] = await Promise.all([
    getTranslations("bulk"),
    getTranslations("payment.does"),
    getTranslations("common"),
  ]);
  return (
    <Section title={t("confirmTitle")}>
      <ActionForm action={startAction} hidden={{ id: bulk.id }} className="grid justify-items-start gap-3">
        {bulkVerbs[bulk.verb].asksReason ? (
          <FormField name="reason" label={payment("reason")} hint={payment("reasonHint")} required>
            <TextInput />
          </FormField>
        ) : null}
        <SubmitButton working={t("starting")}>{t(`confirm.${bulk.verb}`, { count: planned })}</SubmitButton>
        <FormOutcome close={common("close")} />
      </ActionForm>
    </Section>
  );
}
