import { and, eq } from "drizzle-orm";
import { agreements, debtors } from "@/db/schema";
import type { Consent } from "@/db/tables/nouns";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import { withWords } from "@/lib/consents/texts";
import type { Ctx } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError, type FieldProblem, notFound } from "@/lib/kernel/errors";
import { dayIn } from "@/lib/kernel/instant";
import type { Connection } from "@/lib/messages/store-exchange";
import { ruleOf } from "@/lib/payments/schedule";
import type { Field, ProviderModule } from "@/lib/providers/contract";
import { type Agreement, agreementView } from "./agreement-view";

export interface NewMandate {
  debtorId: string;
  agreementId: string;
  /** The provider's form, as given. */
  values: Record<string, string>;
  consent: Consent | null;
}

/** A new mandate in which nothing is wrong, with everything that is needed to write it. */
export interface CheckedMandate {
  agreement: Agreement;
  connection: Connection;
  provider: ProviderModule;
  debtor: Pick<typeof debtors.$inferSelect, "id" | "name" | "customerNumber">;
  form: readonly Field[];
  values: Record<string, string>;
  consent: Consent | null;
}

async function load(ctx: Ctx, input: Pick<NewMandate, "agreementId" | "debtorId">) {
  const { read } = ctx.db;
  const [agreement] = await read
    .select()
    .from(agreements)
    .where(and(eq(agreements.id, input.agreementId), eq(agreements.creditorId, ctx.creditorId)));
  const [debtor] = await read
    .select()
    .from(debtors)
    .where(and(eq(debtors.id, input.debtorId), eq(debtors.creditorId, ctx.creditorId)));
  if (!agreement || !debtor) throw notFound();
  if (agreement.state !== "active") throw new AppError("agreement_not_usable");
  const connection = await findConnection(read, ctx.creditorId, agreement.connectionId);
  return { agreement, debtor, connection, provider: providerOf(ctx, connection) };
}

/** Everything that is wrong with a new mandate, per field, before anything is written. */
export async function checkNewMandate(ctx: Ctx, input: NewMandate): Promise<CheckedMandate> {
  const ready = await load(ctx, input);
  const { agreement, connection, provider } = ready;
  const form = provider.mandateForm(agreementView(agreement));
  const { values, problems } = checkFields(form, input.values, connection.environment);
  const now = ctx.clock.now();
  const today = dayIn(now, ruleOf(provider, agreement.scheme).zone);
  const more = provider.checkMandate?.(values, agreementView(agreement), today) ?? {};
  const all: Record<string, FieldProblem> = { ...more, ...problems };
  const byForm = provider.capabilities(connection.environment, connection.settings).mandates === "form";
  if (byForm && !input.consent) all.consent_channel = "required";
  if (input.consent && new Date(input.consent.givenAt) > now) all.consent_given_at = "in_future";
  const scheme = provider.schemes.find((one) => one.code === agreement.scheme);
  const consent =
    input.consent && scheme && (await withWords(ctx.db.read, ctx.creditorId, scheme, input.consent));
  if (input.consent && !consent) all.consent_text = "choice";
  if (Object.keys(all).length > 0) throw new AppError("invalid", { fields: all });
  return { ...ready, form, values, consent: consent ?? null };
}
