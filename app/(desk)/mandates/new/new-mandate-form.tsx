import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { createMandateAction } from "@/app/(desk)/mandates/new/actions";
import { FindDebtorForm } from "@/app/(desk)/mandates/new/find-debtor";
import { InviteBlock } from "@/app/(desk)/mandates/new/invite-block";
import { LiveChecks } from "@/app/(desk)/mandates/new/live-checks";
import type { NewMandateView } from "@/app/(desk)/mandates/new/load";
import { ProofBlock } from "@/app/(desk)/mandates/new/proof-block";
import { WhereBlock } from "@/app/(desk)/mandates/new/where-block";
import { WhoBlock } from "@/app/(desk)/mandates/new/who-block";
import { ActionForm } from "@/components/form/action-form";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormBar } from "@/components/form/form-bar";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { Kbd } from "@/components/ui/kbd";
import type { Ctx } from "@/lib/context";
import type { Offer } from "@/lib/mandates/offer";

/** The three blocks with their checks while typing, and the button. The request id makes a double click one mandate. */
export async function NewMandateForm({
  ctx,
  view,
  offer,
  creditor,
}: {
  ctx: Ctx;
  view: NewMandateView;
  offer: Offer;
  creditor: string;
}) {
  const [t, form, common] = await Promise.all([
    getTranslations("newMandate"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  const { debtor, from } = view;
  const byForm = offer.capabilities.mandates === "form";
  const hidden = {
    request_id: randomUUID(),
    agreement_id: offer.agreement.id,
    ...(debtor ? { debtor_id: debtor.id } : {}),
  };
  const lead = from ? t("from", { name: from.debtorName, number: from.customerNumber }) : undefined;
  const off = ctx.permissions.has("mandates.write") ? undefined : common("needsPermission");
  return (
    <>
      <ActionForm action={createMandateAction} hidden={hidden} className="flex flex-1 flex-col">
        <LiveChecks agreement={offer.agreement.id}>
          <PageHead title={t("title")} note={t("note")} {...(lead ? { lead } : {})} />
          <ErrorSummary title={form("toFix")} />
          <WhoBlock ctx={ctx} view={view} />
          <WhereBlock view={view} offer={offer} />
          {byForm ? (
            <ProofBlock view={view} offer={offer} creditor={creditor} />
          ) : (
            <InviteBlock view={view} offer={offer} />
          )}
          <FormBar
            end={
              <>
                <Kbd>Tab</Kbd> {t("keys")}
              </>
            }
          >
            <SubmitButton working={t("submitting")} off={off}>
              {t(byForm ? "submit" : "submitInvite")}
            </SubmitButton>
          </FormBar>
        </LiveChecks>
      </ActionForm>
      <FindDebtorForm view={view} />
    </>
  );
}
