"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requestOf, runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { AppError } from "@/lib/kernel/errors";
import { addNote, noteNouns } from "@/lib/notes/add";

/** Adds a note to a record. Sends `noun`, `id` and `body`. */
export async function addNoteAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("notes");
  return runForm(data, async (ctx, texts) => {
    const noun = noteNouns.find((one) => one === texts.noun);
    if (!noun) throw new AppError("invalid");
    await addNote(ctx, { noun, subjectId: texts.id ?? "", body: texts.body ?? "" }, requestOf(ctx, texts));
    refresh();
    return { message: t("done") };
  });
}
