"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { removeView } from "@/lib/views/remove";
import { saveView } from "@/lib/views/save";

export async function saveViewAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("views");
  return runForm(data, async (ctx, { list = "", name = "", query = "", team }) => {
    await saveView(ctx, { list, name, query, team: team === "yes" });
    refresh();
    return { message: t("saved", { name: name.trim() }) };
  });
}

export async function removeViewAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("views");
  return runForm(data, async (ctx, { view = "" }) => {
    await removeView(ctx, view);
    refresh();
    return { message: t("removed") };
  });
}
