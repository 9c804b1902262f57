"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { getDebtor } from "@/lib/debtors/get";
import { AppError } from "@/lib/kernel/errors";
import { linkMandate } from "@/lib/mandates/link";
import { mandateEnders } from "@/lib/mandates/states";
import { stopMandate } from "@/lib/mandates/stop";
import { firstAttempt } from "@/lib/submissions/first-attempt";

const acts = ["suspend", "resume", "end", "record_end"] as const;

/** Suspends, resumes or ends. Sends `mandate`, `act`, and as the act needs `reason` and `ended_by`. */
export async function stopMandateAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("mandate.actions");
  return runForm(data, async (ctx, { mandate = "", reason = "", ...texts }) => {
    const act = acts.find((one) => one === texts.act);
    if (!act) throw new AppError("invalid");
    const endedBy = mandateEnders.find((one) => one === texts.ended_by);
    const submissionId = await stopMandate(ctx, {
      mandateId: mandate,
      act,
      reason,
      ...(endedBy ? { endedBy } : {}),
    });
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
