import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { agreements } from "@/db/schema";
import type { RequestKey } from "@/lib/access/once";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { agreementView } from "@/lib/mandates/agreement-view";
import { createMandate } from "@/lib/mandates/create";
import type { Field } from "@/lib/providers/contract";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import type { createMandateEndpoint } from "../endpoints/mandates";

import { onlyFieldsOf, withFieldsAt } from "../json/form";
import { mandateDetailJson } from "../json/mandate";

type NewMandateBody = z.output<(typeof createMandateEndpoint)["body"]>;

const consentFields: Readonly<Record<string, string>> = {
  consent_channel: "consent.channel",
  consent_given_at: "consent.given_at",
};

/** The form that the provider asks for under this agreement. */
async function formOf(ctx: Ctx, agreementId: string): Promise<readonly Field[]> {
  const [agreement] = await ctx.db.read
    .select()
    .from(agreements)
    .where(and(eq(agreements.id, agreementId), eq(agreements.creditorId, ctx.creditorId)));
  if (!agreement) throw notFound();
  const connection = await findConnection(ctx.db.read, ctx.creditorId, agreement.connectionId);
  return providerOf(ctx, connection).mandateForm(agreementView(agreement));
}

/** Creates a mandate and makes the first attempt to have it at the provider. */
export const newMandate = {
  async act({ ctx, body }: { ctx: Ctx; body: NewMandateBody }, request: RequestKey): Promise<{ id: string }> {
    onlyFieldsOf(await formOf(ctx, body.agreement_id), body.values, "values");
    const { consent } = body;
    const input = {
      debtorId: body.debtor_id,
      agreementId: body.agreement_id,
      values: body.values,
      consent: consent
        ? {
            channel: consent.channel,
            givenAt: consent.given_at,
            wording: consent.wording,
            takenBy: consent.taken_by,
          }
        : null,
    };
    const made = await withFieldsAt(
      (name) => consentFields[name] ?? `values.${name}`,
      () => createMandate(ctx, input, request),
    );
    await firstAttempt(ctx, made.submissionId);
    return { id: made.mandateId };
  },

  show: ({ ctx }: { ctx: Ctx }, { id }: { id: string }) => mandateDetailJson(ctx, id),

  location: (id: string): string => `/mandates/${id}`,
};
