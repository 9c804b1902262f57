import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates, payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { dayIn } from "@/lib/kernel/instant";
import { currencies } from "@/lib/kernel/money";
import type { Mandate } from "@/lib/mandates/door";
import type { Connection } from "@/lib/messages/store-exchange";
import { admitPaymentEvidence, countNewPayment } from "@/lib/payments/door";
import { followDebt } from "@/lib/payments/obligation";
import { ruleOf, windowOfPlanned } from "@/lib/payments/schedule";
import type { PaymentEvidence } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";
import { type Did, type Effect, nowhere } from "./admitted";
import type { Source } from "./source";

/** It may be the very one that we are issuing: only the answer to that, or the look-up, can tell. */
export const WAITS_FOR_OWN = "waits for our own" satisfies Effect;

/** While a payment of ours of this amount is on its way under the mandate, one without our mark may be that very one. */
async function mayBeOurs(tx: Tx, mandateId: string, amountMinor: number): Promise<boolean> {
  const rows = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.mandateId, mandateId),
        eq(payments.amountMinor, amountMinor),
        ne(payments.sending, "none"),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/**
 * A payment we did not issue. Under a mandate of ours whose debits the provider plans itself it becomes a record; any
 * other is shown to a person and never silently taken over.
 */
export async function adoptPayment(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  evidence: PaymentEvidence,
  source: Source,
): Promise<Did> {
  const { ref } = evidence;
  const [mandate] = ref.mandateProviderId
    ? await tx
        .select()
        .from(mandates)
        .where(and(eq(mandates.connectionId, connection.id), eq(mandates.providerId, ref.mandateProviderId)))
    : [];
  const currency = currencies.find((one) => one === evidence.currency);
  if (!mandate || !evidence.madeByProvider || !currency || !evidence.amountMinor || !evidence.providerId) {
    await openTask(tx, ctx, {
      kind: "payment_unknown_here",
      noun: "connection",
      subjectId: `${connection.id}/${evidence.providerId ?? "?"}`,
      role: "finance",
      params: {
        theirs: evidence.providerId ?? "",
        reference: ref.reference ?? "",
        mandate: ref.mandateProviderId ?? "",
        planned: evidence.planned ?? "",
      },
      ...(currency && evidence.amountMinor ? { currency, amountMinor: evidence.amountMinor } : {}),
    });
    return nowhere("not ours");
  }
  if (await mayBeOurs(tx, mandate.id, evidence.amountMinor)) return nowhere(WAITS_FOR_OWN);
  const as = { source, origin: "provider" } as const;
  const { payment, effect } = await writeFoundPayment(tx, ctx, connection, mandate, evidence, as);
  return { effect, subjectId: payment.id, from: null, to: payment.state };
}

/** Writes a record for a payment that is there already, and lets what proves it in at its door. */
export async function writeFoundPayment(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  mandate: Mandate,
  evidence: PaymentEvidence,
  as: { source: Source; origin: "provider" | "desk"; reference?: string | undefined },
): ReturnType<typeof admitPaymentEvidence> {
  const { providerId, amountMinor } = evidence;
  const currency = currencies.find((one) => one === evidence.currency);
  if (!providerId || !amountMinor || !currency) throw new AppError("not_readable_there");
  const now = ctx.clock.now();
  const rule = ruleOf(ctx.providers[connection.provider], mandate.scheme);
  const planned = evidence.planned ?? dayIn(now, rule.zone);
  const [payment] = await tx
    .insert(payments)
    .values({
      id: newId("pay", now),
      creditorId: mandate.creditorId,
      connectionId: connection.id,
      agreementId: mandate.agreementId,
      mandateId: mandate.id,
      provider: connection.provider,
      scheme: mandate.scheme,
      debtorId: mandate.debtorId,
      debtorName: mandate.debtorName,
      customerNumber: mandate.customerNumber,
      state: "ready",
      version: 0,
      sending: "none",
      amountMinor,
      currency,
      text: mandate.values.description ?? "",
      reference: as.reference ?? providerId,
      test: mandate.test,
      origin: as.origin,
      requested: planned,
      planned,
      window: windowOfPlanned(rule, planned),
      slipped: false,
      atRisk: false,
      providerId,
      askedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!payment) throw new Error("the payment was not written");
  countNewPayment(tx, payment);
  const another = await followDebt(tx, payment);
  if (another && as.origin === "desk")
    await openTask(tx, ctx, {
      kind: "double_collection",
      noun: "payment",
      subjectId: payment.id,
      role: "finance",
      amountMinor,
      currency,
      params: { debtor: payment.debtorName },
    });
  return admitPaymentEvidence(tx, ctx, payment, evidence, as.source);
}
