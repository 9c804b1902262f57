import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, debtorAccounts, debtors, mandates } from "@/db/schema";
import type { Consent } from "@/db/tables/nouns";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { eventsUrl, findConnection, providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { sealedIdentity } from "@/lib/debtors/identity";
import { checkFields, maskValue } from "@/lib/forms/check-fields";
import { AppError, type FieldProblem, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { dayIn } from "@/lib/kernel/instant";
import { newKey } from "@/lib/kernel/random";
import type { Connection } from "@/lib/messages/store-exchange";
import { ruleOf } from "@/lib/payments/schedule";
import type { Field, ProviderModule } from "@/lib/providers/contract";
import { lastFourOf } from "@/lib/search/index-debtor";
import { intend } from "@/lib/submissions/intend";
import { type Agreement, agreementView } from "./agreement-view";
import { countNewMandate, moveMandate } from "./door";

export interface NewMandate {
  debtorId: string;
  agreementId: string;
  /** The provider's form, as given. */
  values: Record<string, string>;
  consent: Consent | null;
}

type Debtor = typeof debtors.$inferSelect;

interface Ready {
  agreement: Agreement;
  connection: Connection;
  provider: ProviderModule;
  debtor: Debtor;
  form: readonly Field[];
  values: Record<string, string>;
}

async function load(ctx: Ctx, input: NewMandate): Promise<Omit<Ready, "values" | "form">> {
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
async function check(ctx: Ctx, input: NewMandate): Promise<Ready> {
  const ready = await load(ctx, input);
  const { agreement, connection, provider } = ready;
  const form = provider.mandateForm(agreementView(agreement));
  const { values, problems } = checkFields(form, input.values, connection.environment);
  const today = dayIn(ctx.clock.now(), ruleOf(provider, agreement.scheme).zone);
  const more = provider.checkMandate?.(values, agreementView(agreement), today) ?? {};
  const all: Record<string, FieldProblem> = { ...more, ...problems };
  const byForm = provider.capabilities(connection.environment, connection.settings).mandates === "form";
  if (byForm && !input.consent) all.consent_channel = "required";
  if (input.consent && new Date(input.consent.givenAt) > ctx.clock.now()) all.consent_given_at = "in_future";
  if (Object.keys(all).length > 0) throw new AppError("invalid", { fields: all });
  return { ...ready, form, values };
}

/** One live mandate per debtor and agreement: a second one would collect the same bill twice. */
async function refuseDuplicate(tx: Tx, { agreement, debtor }: Ready): Promise<void> {
  // Written, so that two at once for one debtor come one after the other and the second sees the first.
  await tx
    .update(debtors)
    .set({ version: sql`${debtors.version} + 1` })
    .where(eq(debtors.id, debtor.id));
  const [live] = await tx
    .select({ id: mandates.id })
    .from(mandates)
    .where(
      and(
        eq(mandates.agreementId, agreement.id),
        eq(mandates.debtorId, debtor.id),
        or(
          inArray(mandates.state, ["invited", "pending", "active", "suspended"]),
          and(eq(mandates.state, "draft"), ne(mandates.sending, "none")),
        ),
      ),
    )
    .limit(1);
  if (live) throw new AppError("duplicate", { params: { mandate: live.id } });
}

/**
 * Creates a mandate: where the provider takes a form, as a draft with the intent to create it there; where the debtor
 * signs up at the bank, as an invitation. Nothing is sent here. Answers the mandate's id.
 */
export async function createMandate(
  ctx: Ctx,
  input: NewMandate,
  request?: RequestKey,
): Promise<{ mandateId: string; submissionId: string | null }> {
  requirePermission(ctx, "mandates.write");
  const ready = await check(ctx, input);
  let submissionId: string | null = null;
  const mandateId = await inTransaction(ctx.db, (tx) => {
    submissionId = null;
    return once(tx, ctx, request, async () => {
      await refuseDuplicate(tx, ready);
      const { mandate, key } = await insertMandate(tx, ctx, ready, input.consent);
      const offers = ready.provider.capabilities(ready.connection.environment, ready.connection.settings);
      if (offers.mandates === "invitation") await moveMandate(tx, ctx, mandate, "invite", {});
      else submissionId = await intendCreation(tx, ctx, ready, mandate.id, key);
      return mandate.id;
    });
  });
  return { mandateId, submissionId };
}

async function insertMandate(tx: Tx, ctx: Ctx, ready: Ready, consent: Consent | null) {
  const { agreement, connection, debtor, form, values } = ready;
  const now = ctx.clock.now();
  const id = newId("man", now);
  const key = newKey();
  const sensitive = form.filter((field) => field.sensitive && values[field.name]);
  const secret = Object.fromEntries(sensitive.map((field) => [field.name, values[field.name] ?? ""]));
  const open = Object.fromEntries(Object.entries(values).filter(([name]) => !(name in secret)));
  const place = { creditorId: ctx.creditorId, table: "mandates", rowId: id, field: "values" };
  const [mandate] = await tx
    .insert(mandates)
    .values({
      id,
      creditorId: ctx.creditorId,
      connectionId: connection.id,
      agreementId: agreement.id,
      provider: connection.provider,
      scheme: agreement.scheme,
      debtorId: debtor.id,
      debtorName: debtor.name,
      customerNumber: debtor.customerNumber,
      state: "draft",
      version: 0,
      sending: "none",
      values: open,
      sealed: sensitive.length > 0 ? ctx.vault.seal(place, JSON.stringify(secret)) : null,
      masked: Object.fromEntries(
        sensitive.map((field) => [field.name, maskValue(field, secret[field.name] ?? "")]),
      ),
      consent,
      test: agreement.test,
      requestKey: key,
      askedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!mandate) throw new Error("the mandate was not written");
  countNewMandate(tx, mandate);
  await keepDebtorData(tx, ctx, ready, secret);
  return { mandate, key };
}

async function intendCreation(
  tx: Tx,
  ctx: Ctx,
  ready: Ready,
  mandateId: string,
  key: string,
): Promise<string> {
  const { agreement, connection, debtor, provider, values } = ready;
  const offers = provider.capabilities(connection.environment, connection.settings);
  return intend(tx, ctx, {
    connectionId: connection.id,
    noun: "mandate",
    subjectId: mandateId,
    intent: {
      operation: "mandate.create",
      key,
      agreement: agreementView(agreement),
      mandateId,
      values,
      customerNumber: debtor.customerNumber,
      debtorName: debtor.name,
      eventsUrl: offers.receivesEvents ? eventsUrl(ctx, connection) : null,
    },
  });
}

/** What the mandate taught us about the debtor: the identity when there was none, and the account. */
async function keepDebtorData(
  tx: Tx,
  ctx: Ctx,
  { debtor, form }: Ready,
  secret: Record<string, string>,
): Promise<void> {
  for (const field of form) {
    const value = secret[field.name];
    if (!value) continue;
    if (field.kind === "identity")
      await tx
        .update(debtors)
        .set(sealedIdentity(ctx, debtor.id, value))
        .where(and(eq(debtors.id, debtor.id), isNull(debtors.identitySealed)));
    if (field.kind !== "iban" && field.kind !== "danish_account") continue;
    const id = newId("acc", ctx.clock.now());
    const masked = maskValue(field, value);
    await tx
      .insert(debtorAccounts)
      .values({
        id,
        creditorId: ctx.creditorId,
        debtorId: debtor.id,
        kind: field.kind === "iban" ? "iban" : "danish",
        sealed: ctx.vault.seal(
          { creditorId: ctx.creditorId, table: "debtor_accounts", rowId: id, field: "account" },
          value,
        ),
        blindIndex: ctx.vault.blindIndex(ctx.creditorId, "account", value),
        masked,
        lastFour: lastFourOf(masked),
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing();
  }
}
