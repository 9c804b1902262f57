"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { chosenOf } from "@/app/(desk)/_shared/chosen-of";
import { paramsOf, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { mandateView } from "@/app/(desk)/mandates/view";
import { paymentView } from "@/app/(desk)/payments/view";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { openBulk } from "@/lib/bulk/open";
import { startBulk } from "@/lib/bulk/start";
import { bulkVerbNames, bulkVerbs } from "@/lib/bulk/states";
import { stopBulk } from "@/lib/bulk/stop";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { type Chosen, chosenRows } from "@/lib/lists/chosen";
import { routes } from "@/lib/routes";

/** Looks at ticked rows for a verb. Sends the ticks, the list's `query`, and the verb to `do`. */
export async function chooseAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, { do: name, query = "" }) => {
    const verb = bulkVerbNames.find((one) => one === name);
    if (!verb) throw new AppError("invalid");
    const { noun } = bulkVerbs[verb];
    const rows = rowsOf(ctx, noun, chosenOf(data), paramsOf(query));
    const id = await openBulk(ctx, { verb, query, rows });
    return { to: routes.bulk(noun === "payment" ? "payments" : "mandates", id) };
  });
}

const rowsOf = (
  ctx: Ctx,
  noun: "payment" | "mandate",
  chosen: Chosen,
  params: SearchParams,
): AsyncIterable<{ id: string }[]> =>
  noun === "payment"
    ? chosenRows(chosen, paymentView(ctx, params))
    : chosenRows(chosen, mandateView(ctx, params));

/** The one yes, or "go on" after a stop. Sends `id`, and `reason` where the verb asks for one. */
export async function startAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("bulk");
  return runForm(data, async (ctx, { id = "", reason = "" }) => {
    await startBulk(ctx, { bulkId: id, reason });
    refresh();
    return { message: t("started") };
  });
}

/** Sends `id`. */
export async function stopAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("bulk");
  return runForm(data, async (ctx, { id = "" }) => {
    await stopBulk(ctx, id);
    refresh();
    return { message: t("stopped") };
  });
}
