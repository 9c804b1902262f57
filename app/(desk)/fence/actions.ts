"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { acknowledgeGap } from "@/lib/comparison/acknowledge";
import { adoptGap } from "@/lib/comparison/adopt";
import { compareConnection } from "@/lib/comparison/compare";
import { liftFence } from "@/lib/instance/lift-fence";
import { routes } from "@/lib/routes";

/** Compares one connection. Sends `connection` and its `name`. */
export async function compareAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("fence.compared");
  return runForm(data, async (ctx, { connection = "", name = "" }) => {
    const { gaps } = await compareConnection(ctx, connection);
    refresh();
    return { message: t("done", { name, gaps }) };
  });
}

/** Takes a payment that is only there into the books, and shows it. Sends `gap` and `reason`. */
export async function adoptAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, { gap = "", reason = "" }) => ({
    to: routes.payment(await adoptGap(ctx, { gapId: gap, reason })),
  }));
}

/** Answers for a gap. Sends `gap` and `reason`. */
export async function acknowledgeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("fence.gaps");
  return runForm(data, async (ctx, { gap = "", reason = "" }) => {
    await acknowledgeGap(ctx, { gapId: gap, reason });
    refresh();
    return { message: t("acknowledged") };
  });
}

/** Lets sending go on. Sends `reason`. */
export async function liftAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("fence.lift");
  return runForm(data, async (ctx, { reason = "" }) => {
    await liftFence(ctx, { reason });
    refresh();
    return { message: t("lifted") };
  });
}
