"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { closeTaskByHand } from "@/lib/tasks/close";

/** "Done". Sends the `task` of the button that was pressed. */
export async function closeTaskAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("today");
  return runForm(data, async (ctx, { task = "" }) => {
    await closeTaskByHand(ctx, task);
    refresh();
    return { message: t("closed") };
  });
}
