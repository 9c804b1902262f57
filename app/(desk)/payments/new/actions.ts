"use server";

import { requestOf, runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { isDay } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { createPayment } from "@/lib/payments/create";
import { routes } from "@/lib/routes";
import { firstAttempt } from "@/lib/submissions/first-attempt";

/**
 * Issues one payment and shows its record. Sends `mandate`, the payment form, `despite` with its reason for a second
 * one alike, and `foreseen`, the day that was shown.
 */
export async function issuePayment(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    const { mandate = "", despite, duplicate_reason: duplicateReason, foreseen = "", ...values } = texts;
    const order = {
      mandateId: mandate,
      values,
      despiteDuplicate: despite === "yes",
      duplicateReason,
      ...(isDay(foreseen) ? { foreseen } : {}),
    };
    const made = await createPayment(ctx, order, requestOf(ctx, texts)).catch(atItsField);
    await firstAttempt(ctx, made.submissionId);
    return { to: routes.payment(made.paymentId) };
  });
}

/** A likely duplicate is settled at the tick that says yes to it. */
function atItsField(error: unknown): never {
  if (error instanceof AppError && error.code === "duplicate")
    throw new AppError("duplicate", { fields: { despite: "duplicate" } });
  throw error;
}
