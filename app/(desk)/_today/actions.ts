"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { askedText } from "@/app/(desk)/_shared/asked-text";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { askAgain } from "@/lib/submissions/resolve";
import { closeTaskByHand } from "@/lib/tasks/close";

/** "Done", or "Check now". Sends the `task`, or the submission to `ask` about, of the button that was pressed. */
export async function closeTaskAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("today");
  const words = await getTranslations("record.unknown");
  return runForm(data, async (ctx, { task = "", ask }) => {
    if (ask) {
      const { state, absences } = await askAgain(ctx, ask);
      refresh();
      return { message: askedText(words, state, absences) };
    }
    await closeTaskByHand(ctx, task);
    refresh();
    return { message: t("closed") };
  });
}
