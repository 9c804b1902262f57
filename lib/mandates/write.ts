import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { debtorAccounts, debtors, mandates } from "@/db/schema";
import type { Consent } from "@/db/tables/nouns";
import { eventsUrl } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { accountPlace } from "@/lib/debtors/account-place";
import { sealedIdentity } from "@/lib/debtors/identity";
import { maskValue } from "@/lib/forms/check-fields";
import { openInvitation } from "@/lib/invitations/open";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { newKey } from "@/lib/kernel/random";
import { lastFourOf } from "@/lib/search/index-debtor";
import { intend } from "@/lib/submissions/intend";
import { agreementView } from "./agreement-view";
import type { CheckedMandate } from "./check-new";
import { countNewMandate, moveMandate } from "./door";

export interface Written {
  mandateId: string;
  submissionId: string | null;
}

/**
 * Writes a checked mandate: where the provider takes a form, as a draft with the intent to create it there; where the
 * debtor signs up at the bank, as an invitation. `replaces`: the mandate whose account it changes, and which stands
 * until this one does.
 */
export async function writeMandate(
  tx: Tx,
  ctx: Ctx,
  ready: CheckedMandate,
  replaces: string | null = null,
): Promise<Written> {
  await refuseDuplicate(tx, ready, replaces);
  const { mandate, key } = await insertMandate(tx, ctx, ready, ready.consent);
  const offers = ready.provider.capabilities(ready.connection.environment, ready.connection.settings);
  if (offers.mandates === "form")
    return { mandateId: mandate.id, submissionId: await intendCreation(tx, ctx, ready, mandate.id, key) };
  await moveMandate(tx, ctx, mandate, "invite", {});
  await openInvitation(tx, ctx, ready, mandate.id);
  return { mandateId: mandate.id, submissionId: null };
}

/** One live mandate per debtor and agreement: a second one would collect the same bill twice. */
async function refuseDuplicate(
  tx: Tx,
  { agreement, debtor }: CheckedMandate,
  replaces: string | null,
): Promise<void> {
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
        replaces === null ? undefined : ne(mandates.id, replaces),
        or(
          inArray(mandates.state, ["invited", "pending", "active", "suspended"]),
          and(eq(mandates.state, "draft"), ne(mandates.sending, "none")),
        ),
      ),
    )
    .limit(1);
  if (live) throw new AppError("duplicate", { params: { mandate: live.id } });
}

async function insertMandate(tx: Tx, ctx: Ctx, ready: CheckedMandate, consent: Consent | null) {
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
  ready: CheckedMandate,
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
  { debtor, form }: CheckedMandate,
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
        sealed: ctx.vault.seal(accountPlace(ctx, id), value),
        blindIndex: ctx.vault.blindIndex(ctx.creditorId, "account", value),
        masked,
        lastFour: lastFourOf(masked),
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing();
  }
}
