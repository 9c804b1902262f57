"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { getDebtor } from "@/lib/debtors/get";
import { AppError } from "@/lib/kernel/errors";
import { linkMandate } from "@/lib/mandates/link";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import { firstAttempt } from "@/lib/submissions/first-attempt";

const acts = ["suspend", "resume", "end", "withdraw"] as const;

/** Suspends, resumes, ends or withdraws. Sends `mandate`, `act`, and as the act needs `reason`. */
export async function stopMandateAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("mandate.actions");
  return runForm(data, async (ctx, { mandate = "", reason = "", ...texts }) => {
    const act = acts.find((one) => one === texts.act);
    if (!act) throw new AppError("invalid");
    const submissionId = await stopMandate(ctx, { mandateId: mandate, act, reason });
    await firstAttempt(ctx, submissionId);
    refresh();
    return { message: t(act === "resume" ? "resumeDone" : "done") };
  });
}

/** Says whose a reported mandate is. Sends `mandate` and `debtor`. */
export async function linkMandateAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("mandate.link");
  return runForm(data, async (ctx, { mandate = "", debtor = "" }) => {
    await linkMandate(ctx, { mandateId: mandate, debtorId: debtor });
    const { name } = await getDebtor(ctx, debtor);
    refresh();
    return { message: t("done", { name }) };
  });
}

/** Writes down an end that we were told of. Sends `mandate`, the fields of the dialog, and `also_ID` for others that end. */
export async function recordEndAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("mandate.actions");
  return runForm(data, async (ctx, { mandate = "", ...texts }) => {
    const also = Object.keys(texts).flatMap((name) => (name.startsWith("also_") ? [name.slice(5)] : []));
    await recordEnd(ctx, {
      mandateIds: [mandate, ...also],
      endedBy: texts.ended_by ?? "",
      cause: texts.cause ?? "",
      channel: texts.channel ?? "",
      toldBy: texts.told_by ?? "",
      effectiveOn: texts.effective_on ?? "",
      note: texts.note ?? "",
    });
    refresh();
    return { message: t("done") };
  });
}
