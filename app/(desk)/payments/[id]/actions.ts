"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { cancelPayment } from "@/lib/payments/cancel";
import { replanPayment } from "@/lib/payments/replan";
import { firstAttempt } from "@/lib/submissions/first-attempt";

/** Stops the payment here, or asks the provider to. Sends `id`, `reason` and the provider's name. */
export async function cancelAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("payment.does");
  return runForm(data, async (ctx, { id = "", reason = "", provider = "" }) => {
    const submissionId = await cancelPayment(ctx, { paymentId: id, reason });
    await firstAttempt(ctx, submissionId);
    refresh();
    return { message: submissionId ? t("cancelSent", { provider }) : t("cancelDone") };
  });
}

/** Lets a held payment go for the next window. Sends `id` and the day as it is written. */
export async function replanAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("payment.does");
  return runForm(data, async (ctx, { id = "", day = "" }) => {
    await firstAttempt(ctx, await replanPayment(ctx, id));
    refresh();
    return { message: t("replanDone", { day }) };
  });
}
