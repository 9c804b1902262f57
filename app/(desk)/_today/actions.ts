"use server";

import { refresh } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { askedText } from "@/app/(desk)/_shared/asked-text";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import type { Ctx } from "@/lib/context";
import { formatInstant } from "@/lib/i18n/format";
import { askAgain } from "@/lib/submissions/ask-again";
import { closeTaskByHand } from "@/lib/tasks/close";
import { snoozeTask } from "@/lib/tasks/snooze";
import { type SnoozeName, snoozeNames } from "@/lib/tasks/snooze-choices";
import { takeTask } from "@/lib/tasks/take";

/** The button of a task that was pressed: done with a `task`, `ask` about a submission, `take`, `give` or `snooze`. */
export async function workAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("today");
  return runForm(data, async (ctx, { task = "", ask, take, give, snooze }) => {
    const message = await (async () => {
      if (ask) return askAbout(ctx, ask);
      if (take) {
        const [taskId = "", from] = take.split(" ");
        await takeTask(ctx, { taskId, as: "mine", ...(from ? { from } : {}) });
        return t("row.taken");
      }
      if (give) {
        await takeTask(ctx, { taskId: give, as: "nobody" });
        return t("row.given");
      }
      if (snooze) return putAside(ctx, snooze);
      await closeTaskByHand(ctx, task);
      return t("closed");
    })();
    refresh();
    return { message };
  });
}

async function askAbout(ctx: Ctx, submissionId: string): Promise<string> {
  const words = await getTranslations("record.unknown");
  const { state, absences } = await askAgain(ctx, submissionId);
  return askedText(words, state, absences);
}

/** `value`: the task, and until when. */
async function putAside(ctx: Ctx, value: string): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("today.row"), getLocale()]);
  const [taskId = "", name = ""] = value.split(" ");
  const choice: SnoozeName | "wake" = snoozeNames.find((one) => one === name) ?? "wake";
  const until = await snoozeTask(ctx, { taskId, choice });
  return until
    ? t("snoozed", { when: formatInstant(until, locale, "Europe/Copenhagen", { city: false }) })
    : t("woken");
}
