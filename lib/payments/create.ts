import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isUniqueViolation } from "@/db/errors";
import { mandates, payments } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Landing, landing } from "@/lib/deadlines/landing";
import { checkFields } from "@/lib/forms/check-fields";
import { addDays, type Day, day, monthOf } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { dayIn } from "@/lib/kernel/instant";
import { newKey } from "@/lib/kernel/random";
import { agreementView } from "@/lib/mandates/agreement-view";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { intend } from "@/lib/submissions/intend";
import { countNewPayment, type Payment } from "./door";
import { paymentForm } from "./form";
import { claimDebt, freeReference } from "./obligation";
import { type ChargeableMandate, chargeable } from "./preview";

/** An agent may issue a single payment up to this; above it finance must. */
export const AGENT_LIMIT_MINOR = 500_000;

export interface NewPayment {
  mandateId: string;
  /** The payment form, as given. */
  values: Record<string, string>;
  /** Issue it although another live collection claims the same debt. */
  despiteDuplicate: boolean;
  /** Why it is meant twice; needed when there is such a one. */
  duplicateReason?: string | undefined;
  /** The day that was shown to whoever issues it: nothing is written when it would land on another by now. */
  foreseen?: Day;
}

interface Ready extends ChargeableMandate {
  values: Record<string, string>;
  amountMinor: number;
  wanted: Day | undefined;
  landing: Landing;
}

async function check(ctx: Ctx, input: NewPayment): Promise<Ready> {
  const found = await chargeable(ctx, input.mandateId);
  if (found.obstacle) throw new AppError("mandate_not_usable", { says: found.obstacle });
  if (found.agreement.state !== "active") throw new AppError("agreement_not_usable");
  const { values, problems } = checkFields(paymentForm, input.values, "production");
  const now = ctx.clock.now();
  const today = dayIn(now, found.rule.zone);
  const wanted = values.due ? day(values.due) : undefined;
  if (wanted && wanted < today) problems.due = "day_past";
  if (wanted && wanted > addDays(today, 365)) problems.due = "day_too_far";
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  const amountMinor = Number(values.amount);
  if (amountMinor > AGENT_LIMIT_MINOR && !ctx.permissions.has("payments.create_any_amount"))
    throw new AppError("over_limit", { fields: { amount: "over_limit" } });
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, found.rule.id);
  const lands = landing(found.rule, now, wanted, facts.overrides, facts.settings);
  if (lands.reason.code === "too_far_ahead")
    throw new AppError("invalid", {
      fields: { due: "day_too_far" },
      params: { from: lands.reason.possible_from },
    });
  if (input.foreseen && input.foreseen !== lands.due)
    throw new AppError("invalid", { fields: { due: "landing_changed" } });
  return { ...found, values, amountMinor, wanted, landing: lands };
}

/**
 * Creates a payment and the intent to issue it. Nothing is sent here. What is due on a closed day or late for its
 * window is not refused: the landing says where it goes. Another collection of the same debt needs a reason.
 */
export async function createPayment(
  ctx: Ctx,
  input: NewPayment,
  request?: RequestKey,
): Promise<{ paymentId: string; submissionId: string | null; landing: Landing }> {
  requirePermission(ctx, "payments.create");
  const ready = await check(ctx, input);
  let submissionId: string | null = null;
  try {
    const paymentId = await inTransaction(ctx.db, (tx) => {
      submissionId = null;
      return once(tx, ctx, request, async () => {
        // Written, so that two at once for one mandate come one after the other and the second sees the first.
        await tx
          .update(mandates)
          .set({ askedAt: sql`${mandates.askedAt}` })
          .where(eq(mandates.id, ready.mandate.id));
        const payment = await insertPayment(tx, ctx, ready);
        await claimDebt(tx, ctx, payment, input);
        submissionId = await intendIssue(tx, ctx, ready, payment);
        return payment.id;
      });
    });
    return { paymentId, submissionId, landing: ready.landing };
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("invalid", { fields: { reference: "reference_taken" } });
    throw error;
  }
}

async function insertPayment(tx: Tx, ctx: Ctx, ready: Ready): Promise<Payment> {
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
      origin: ctx.actor.kind === "api" ? "api" : "desk",
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

async function intendIssue(tx: Tx, ctx: Ctx, ready: Ready, payment: Payment): Promise<string> {
  const { mandate, agreement } = ready;
  const connection = await findConnection(tx, ctx.creditorId, mandate.connectionId);
  if (!providerOf(ctx, connection).capabilities(connection.environment, connection.settings).createPayment)
    throw new AppError("not_offered");
  return intend(tx, ctx, {
    connectionId: connection.id,
    noun: "payment",
    subjectId: payment.id,
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
