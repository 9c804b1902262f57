"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { askedText } from "@/app/(desk)/_shared/asked-text";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { askProvider } from "@/lib/inbox/ask";
import { AppError } from "@/lib/kernel/errors";
import { askAgain } from "@/lib/submissions/ask-again";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import { resolveUnknown } from "@/lib/submissions/resolve-unknown";
import { sendAgain } from "@/lib/submissions/send-again";
import { tryAgain } from "@/lib/submissions/try-again";

/** "Ask again" about an unknown outcome. Sends `submission`. */
export async function askAgainAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("record.unknown");
  return runForm(data, async (ctx, { submission = "" }) => {
    const { state, absences } = await askAgain(ctx, submission);
    refresh();
    return { message: askedText(t, state, absences) };
  });
}

/** A person's verdict on an unknown outcome. Sends `submission`, `verdict` and `reason`. */
export async function verdictAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("record.unknown");
  return runForm(data, async (ctx, { submission = "", verdict, reason = "" }) => {
    if (verdict !== "did_happen" && verdict !== "did_not_happen")
      throw new AppError("invalid", { fields: { verdict: "choice" } });
    await resolveUnknown(ctx, { submissionId: submission, verdict, reason });
    refresh();
    return { message: t("verdictDone") };
  });
}

/** "Send again, same request". Sends `submission`. */
export async function sendAgainAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("record.unknown");
  return runForm(data, async (ctx, { submission = "" }) => {
    await sendAgain(ctx, submission);
    await firstAttempt(ctx, submission);
    refresh();
    return { message: t("againDone") };
  });
}

/** "Try again" what stood still after faults of ours. Sends `submission`. */
export async function tryAgainAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("record.standing");
  return runForm(data, async (ctx, { submission = "" }) => {
    await tryAgain(ctx, submission);
    await firstAttempt(ctx, submission);
    refresh();
    return { message: t("triedAgain") };
  });
}

/** "Check with provider". Sends `noun` and `id`. */
export async function checkProviderAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("record.check");
  return runForm(data, async (ctx, { noun, id = "" }) => {
    const { admitted, complete } = await askProvider(ctx, {
      noun: noun === "payment" ? "payment" : "mandate",
      id,
    });
    refresh();
    const news = admitted.some(({ effect }) => effect.startsWith("moved:"));
    return { message: t(news ? "news" : complete ? "same" : "unread") };
  });
}
