import { getTranslations } from "next-intl/server";
import { createMandateAction, discardDraftAction } from "@/app/(desk)/mandates/new/actions";
import { ChangeBlock } from "@/app/(desk)/mandates/new/change-block";
import { DiscardDraft } from "@/app/(desk)/mandates/new/discard-draft";
import { DraftStatus } from "@/app/(desk)/mandates/new/draft-status";
import { draftWords } from "@/app/(desk)/mandates/new/draft-words";
import { FindDebtorForm } from "@/app/(desk)/mandates/new/find-debtor";
import { FirstField } from "@/app/(desk)/mandates/new/first-field";
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
export async function NewMandateForm({ ctx, view, offer }: { ctx: Ctx; view: NewMandateView; offer: Offer }) {
  const [t, form, common] = await Promise.all([
    getTranslations("newMandate"),
    getTranslations("form"),
    getTranslations("common"),
  ]);
  const { debtor, from, draft, change } = view;
  const byForm = offer.capabilities.mandates === "form";
  const hidden = {
    // A draft becomes one mandate, whichever of its pages is sent and however often.
    request_id: draft.id,
    draft_id: draft.id,
    agreement_id: offer.agreement.id,
    ...(from ? { from_id: from.id } : {}),
    ...(change ? { change_of: change.mandate.id } : {}),
    ...(debtor ? { debtor_id: debtor.id } : {}),
  };
  const lead = from ? t("from", { name: from.debtorName, number: from.customerNumber }) : undefined;
  const words = await draftWords(draft);
  const off = ctx.permissions.has("mandates.write") ? undefined : common("needsPermission");
  return (
    <>
      <ActionForm action={createMandateAction} hidden={hidden} className="flex flex-1 flex-col">
        <LiveChecks agreement={offer.agreement.id}>
          <PageHead
            title={t(change ? "titleChange" : "title")}
            note={
              <DraftStatus key={draft.id} draft={{ id: draft.id, version: draft.version }} words={words} />
            }
            {...(lead ? { lead } : {})}
          />
          <ErrorSummary title={form("toFix")} />
          <WhoBlock ctx={ctx} view={view} />
          {change ? <ChangeBlock change={change} draft={draft} reader={view.reader} /> : null}
          <WhereBlock ctx={ctx} view={view} offer={offer} />
          {byForm ? <ProofBlock view={view} /> : <InviteBlock view={view} offer={offer} />}
          <FormBar
            end={
              <>
                <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {t("keySubmit")} <Kbd>Tab</Kbd> {t("keys")}
              </>
            }
          >
            <SubmitButton working={t("submitting")} off={off}>
              {t(byForm ? "submit" : "submitInvite")}
            </SubmitButton>
            <DiscardDraft
              words={{ discard: t("draft.discard"), sure: t("draft.sure"), keep: common("keep") }}
              action={discardDraftAction}
            />
          </FormBar>
        </LiveChecks>
      </ActionForm>
      <FindDebtorForm view={view} />
      <FirstField on={`${debtor?.id ?? ""} ${view.find ?? ""}`} />
    </>
  );
}
