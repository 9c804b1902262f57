import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates, payments } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import type { Actor, Ctx } from "@/lib/context";
import type { Landing } from "@/lib/deadlines/landing";
import { type Day, monthOf } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { newKey } from "@/lib/kernel/random";
import { agreementView } from "@/lib/mandates/agreement-view";
import { intend } from "@/lib/submissions/intend";
import { countNewPayment, type Payment } from "./door";
import { claimDebt, freeReference } from "./obligation";
import type { ChargeableMandate } from "./preview";

/** A payment of which everything was checked, ready to be written. */
export interface Ready extends ChargeableMandate {
  values: Readonly<Record<string, string>>;
  amountMinor: number;
  wanted: Day | undefined;
  landing: Landing;
}

export interface How {
  /** Issue it although another live collection claims the same debt. */
  despiteDuplicate: boolean;
  /** Why it is meant twice; needed when there is such a one. */
  duplicateReason?: string | undefined;
  /** The run that issues it, and whose work that is. */
  run?: { id: string; origin: "desk" | "api"; wantedBy: Actor };
}

/**
 * The one place where a payment comes into being: the record, the intent to issue it and the audit, in the caller's
 * transaction. Nothing is sent here.
 */
export async function issuePayment(
  tx: Tx,
  ctx: Ctx,
  ready: Ready,
  how: How,
): Promise<{ paymentId: string; submissionId: string }> {
  // Written, so that two at once for one mandate come one after the other and the second sees the first.
  await tx
    .update(mandates)
    .set({ askedAt: sql`${mandates.askedAt}` })
    .where(eq(mandates.id, ready.mandate.id));
  const payment = await insertPayment(tx, ctx, ready, how);
  await claimDebt(tx, ctx, payment, how);
  const submissionId = await intendIssue(tx, ctx, ready, payment, how);
  return { paymentId: payment.id, submissionId };
}

async function insertPayment(tx: Tx, ctx: Ctx, ready: Ready, { run }: How): Promise<Payment> {
  const { mandate, landing: lands, wanted } = ready;
  const now = ctx.clock.now();
  const id = newId("pay", now);
  const requested = wanted ?? lands.due;
  const own = ready.values.reference;
  const reference = own ? await freeReference(tx, ctx.creditorId, own) : id;
  const [payment] = await tx
    .insert(payments)
    .values({
      id,
      creditorId: ctx.creditorId,
      connectionId: mandate.connectionId,
      agreementId: mandate.agreementId,
      mandateId: mandate.id,
      provider: mandate.provider,
      scheme: mandate.scheme,
      debtorId: mandate.debtorId,
      debtorName: mandate.debtorName,
      customerNumber: mandate.customerNumber,
      state: "ready",
      version: 0,
      sending: "none",
      amountMinor: ready.amountMinor,
      currency: ready.currency,
      text: ready.values.text ?? "",
      reference,
      test: mandate.test,
      origin: run?.origin ?? (ctx.actor.kind === "api" ? "api" : "desk"),
      runId: run?.id ?? null,
      requested,
      planned: lands.due,
      window: lands.window ?? "",
      cutoffAt: lands.cutoffAt,
      slipped: monthOf(requested) !== monthOf(lands.due),
      atRisk: lands.atRisk,
      askedAt: now,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!payment) throw new Error("the payment was not written");
  countNewPayment(tx, payment);
  audit(tx, ctx, {
    action: "payment.created",
    noun: "payment",
    subjectId: id,
    after: {
      mandate: mandate.id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      requested,
      planned: lands.due,
      window: payment.window,
    },
  });
  return payment;
}

async function intendIssue(tx: Tx, ctx: Ctx, ready: Ready, payment: Payment, { run }: How): Promise<string> {
  const { mandate, agreement } = ready;
  const connection = await findConnection(tx, ctx.creditorId, mandate.connectionId);
  if (!providerOf(ctx, connection).capabilities(connection.environment, connection.settings).createPayment)
    throw new AppError("not_offered");
  return intend(tx, ctx, {
    connectionId: connection.id,
    noun: "payment",
    subjectId: payment.id,
    deadlineAt: payment.cutoffAt,
    amountMinor: payment.amountMinor,
    wantedBy: run?.wantedBy,
    intent: {
      operation: "payment.create",
      key: newKey(),
      agreement: agreementView(agreement),
      paymentId: payment.id,
      mandate: {
        id: mandate.id,
        state: mandate.state,
        providerId: mandate.providerId,
        values: mandate.values,
      },
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      due: ready.landing.due,
      text: payment.text,
      reference: payment.reference,
    },
  });
}
