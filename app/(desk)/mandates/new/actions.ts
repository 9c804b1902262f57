"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requestOf, runForm } from "@/app/form-action";
import { requireSignedIn } from "@/app/session";
import type { FormState } from "@/components/form/form-state";
import { changeAccount } from "@/lib/account-changes/change";
import type { Ctx } from "@/lib/context";
import { discardDraft } from "@/lib/drafts/discard";
import { AppError } from "@/lib/kernel/errors";
import type { NewMandate } from "@/lib/mandates/check-new";
import { checkMandateForm } from "@/lib/mandates/check-so-far";
import { createMandate } from "@/lib/mandates/create";
import { mandateOffer } from "@/lib/mandates/offer";
import { readConsent } from "@/lib/mandates/read-consent";
import { ruleOf } from "@/lib/payments/schedule";
import { routes } from "@/lib/routes";
import { firstAttempt } from "@/lib/submissions/first-attempt";

/**
 * Creates the mandate, or begins the change of account, and sends it once; then its record. Sends `debtor_id`,
 * `agreement_id`, the form, the consent, and `change_of` with `change_reason` for a change.
 */
export async function createMandateAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    const input = await readInput(ctx, texts);
    const draft = texts.draft_id ? { draftId: texts.draft_id } : {};
    const request = requestOf(ctx, texts);
    if (texts.change_of) {
      const { values, consent } = input;
      const reason = texts.change_reason ?? "";
      const change = { mandateId: texts.change_of, values, consent, reason, ...draft };
      const begun = await changeAccount(ctx, change, request);
      await firstAttempt(ctx, begun.submissionId);
      return { to: routes.mandate(begun.mandateId ?? texts.change_of) };
    }
    const { mandateId, submissionId } = await createMandate(ctx, { ...input, ...draft }, request);
    await firstAttempt(ctx, submissionId);
    return { to: routes.mandate(mandateId) };
  });
}

/** Throws away what was typed; then the list. Sends `draft_id`. */
export async function discardDraftAction(data: FormData): Promise<void> {
  const { ctx } = await requireSignedIn();
  const id = data.get("draft_id");
  try {
    await discardDraft(ctx, typeof id === "string" ? id : "");
  } catch (error) {
    // Nothing was saved yet, or it is gone already: either way there is nothing left to throw away.
    if (!(error instanceof AppError)) throw error;
  }
  refresh();
  redirect(routes.mandates());
}

/** Everything that is wrong at once: debtor, consent, reason and the provider's form. */
async function readInput(ctx: Ctx, texts: Record<string, string>): Promise<NewMandate> {
  const { debtor_id: debtorId = "", agreement_id: agreementId = "" } = texts;
  const offer = await mandateOffer(ctx, agreementId);
  const { zone } = ruleOf(offer.provider, offer.agreement.scheme);
  const now = ctx.clock.now();
  const byForm = offer.capabilities.mandates === "form";
  const read = byForm ? readConsent(texts, zone, now, ctx.actor.name) : null;
  const unexplained = texts.change_of && !texts.change_reason?.trim();
  const fields = {
    ...(debtorId ? {} : { debtor_id: "required" }),
    ...(unexplained ? { change_reason: "required" } : {}),
    ...checkMandateForm(offer, texts, now).problems,
    ...(read && !read.ok ? read.problems : {}),
  };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", { fields });
  return { debtorId, agreementId, values: texts, consent: read?.ok ? read.consent : null };
}
