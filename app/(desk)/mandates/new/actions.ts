"use server";

import { requestOf, runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { checkMandateForm } from "@/lib/mandates/check-so-far";
import { createMandate, type NewMandate } from "@/lib/mandates/create";
import { mandateOffer } from "@/lib/mandates/offer";
import { readConsent } from "@/lib/mandates/read-consent";
import { ruleOf } from "@/lib/payments/schedule";
import { routes } from "@/lib/routes";
import { firstAttempt } from "@/lib/submissions/first-attempt";

/** Creates the mandate and sends it once; then its record. Sends `debtor_id`, `agreement_id`, the form and the consent. */
export async function createMandateAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    const input = await readInput(ctx, texts);
    const { mandateId, submissionId } = await createMandate(ctx, input, requestOf(ctx, texts));
    await firstAttempt(ctx, submissionId);
    return { to: routes.mandate(mandateId) };
  });
}

/** Everything that is wrong at once: debtor, consent and the provider's form. */
async function readInput(ctx: Ctx, texts: Record<string, string>): Promise<NewMandate> {
  const { debtor_id: debtorId = "", agreement_id: agreementId = "" } = texts;
  const offer = await mandateOffer(ctx, agreementId);
  const { zone } = ruleOf(offer.provider, offer.agreement.scheme);
  const now = ctx.clock.now();
  const byForm = offer.capabilities.mandates === "form";
  const read = byForm ? readConsent(texts, zone, now, ctx.actor.name) : null;
  const fields = {
    ...(debtorId ? {} : { debtor_id: "required" }),
    ...checkMandateForm(offer, texts, now).problems,
    ...(read && !read.ok ? read.problems : {}),
  };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", { fields });
  return { debtorId, agreementId, values: texts, consent: read?.ok ? read.consent : null };
}
