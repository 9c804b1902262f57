import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, payments, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { findConnection, providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { newKey } from "@/lib/kernel/random";
import { agreementView } from "@/lib/mandates/agreement-view";
import { intend } from "@/lib/submissions/intend";
import { mayHaveLeft } from "@/lib/submissions/may-have-left";
import { withdrawIntent } from "@/lib/submissions/withdraw";
import { closeTask } from "@/lib/tasks/tasks";
import { movePayment } from "./door";

/** A person's verdict, under a name and with a reason, says of every request for it that it did not happen. */
async function ruledOut(tx: Tx, paymentId: string): Promise<boolean> {
  const requests = await tx
    .select({ resolution: submissions.resolution })
    .from(submissions)
    .where(and(eq(submissions.subjectId, paymentId), eq(submissions.operation, "payment.create")));
  return requests.length > 0 && requests.every((one) => one.resolution === "did_not_happen");
}

/**
 * Stops a payment: here, while nothing of it is at the provider; there, where it offers that, by an intent of its own.
 * Should the provider turn out to have it after all, the door opens a task: what moves there for a cancelled payment
 * is never taken in silently.
 * Answers the intent's id, or null when the payment is cancelled already.
 */
export async function cancelPayment(
  ctx: Ctx,
  input: { paymentId: string; reason: string; request?: RequestKey },
): Promise<string | null> {
  requirePermission(ctx, "payments.cancel");
  const reason = input.reason.trim();
  if (!reason) throw new AppError("invalid", { fields: { reason: "required" } });
  return inTransaction(ctx.db, (tx) =>
    once(tx, ctx, input.request, () => cancel(tx, ctx, input.paymentId, reason)),
  );
}

async function cancel(tx: Tx, ctx: Ctx, paymentId: string, reason: string): Promise<string | null> {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.creditorId, ctx.creditorId)));
  if (!payment) throw notFound();
  if (payment.state === "draft" || payment.state === "ready") {
    await withdrawIntent(tx, ctx, "payment.create", payment.id, reason);
    if ((await mayHaveLeft(tx, payment.id)) && !(await ruledOut(tx, payment.id)))
      throw new AppError("may_have_left");
    await movePayment(tx, ctx, payment, "cancel", { reason });
    await closeTask(tx, ctx, "not_sent", payment.id);
    return null;
  }
  const connection = await findConnection(tx, ctx.creditorId, payment.connectionId);
  const offers = providerOf(ctx, connection).capabilities(connection.environment, connection.settings);
  const open = payment.state === "pending" || payment.state === "scheduled";
  if (!open) throw new AppError("move_not_allowed", { params: { move: "cancel", state: payment.state } });
  if (!offers.cancelPayment || !payment.providerId) throw new AppError("not_offered");
  const [agreement] = await tx.select().from(agreements).where(eq(agreements.id, payment.agreementId));
  if (!agreement) throw notFound();
  return intend(tx, ctx, {
    connectionId: connection.id,
    noun: "payment",
    subjectId: payment.id,
    intent: {
      operation: "payment.cancel",
      key: newKey(),
      agreement: agreementView(agreement),
      paymentId: payment.id,
      providerId: payment.providerId,
    },
  });
}
