"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { approveChange, callOffChange, refuseChange } from "@/lib/account-changes/decide";
import { getDebtor } from "@/lib/debtors/get";
import { invitationWays, noteInvitationSent } from "@/lib/invitations/note-sent";
import { AppError } from "@/lib/kernel/errors";
import { locales } from "@/lib/kernel/locale";
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

/** Writes down that the debtor got the invitation. Sends `mandate`, `way` and `language`. */
export async function noteSentAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("invitation");
  return runForm(data, async (ctx, { mandate = "", ...texts }) => {
    const way = invitationWays.find((one) => one === texts.way);
    const language = locales.find((one) => one === texts.language);
    if (!way || !language) throw new AppError("invalid", { fields: { way: "choice" } });
    await noteInvitationSent(ctx, { mandateId: mandate, way, language });
    refresh();
    return { message: t("noted") };
  });
}

/** Decides a change of account. Sends `change`, `act`, and `reason` for a no. */
export async function decideChangeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("accountChange");
  return runForm(data, async (ctx, { change = "", act, reason = "" }) => {
    if (act === "approve") {
      const { submissionId } = await approveChange(ctx, change);
      await firstAttempt(ctx, submissionId);
    } else if (act === "refuse") await refuseChange(ctx, { changeId: change, reason });
    else await callOffChange(ctx, { changeId: change, reason });
    refresh();
    return { message: t(act === "approve" ? "approved" : "stopped") };
  });
}
