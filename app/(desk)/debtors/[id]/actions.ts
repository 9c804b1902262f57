"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { REVEALED_SECONDS } from "@/app/(desk)/debtors/[id]/revealed-seconds";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { revealSecret } from "@/lib/debtors/reveal";

/**
 * Shows a CPR, or an account, in full. Sends `debtor`, `account` where it is one, and `reason`. What is seen is in this
 * answer and nowhere else.
 */
export async function revealAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("debtors.record.aside.reveal");
  let result: string | undefined;
  const state = await runForm(data, async (ctx, { debtor = "", account, reason = "" }) => {
    result = await revealSecret(ctx, { debtorId: debtor, accountId: account, reason });
    refresh();
    return { message: t("gone", { n: String(REVEALED_SECONDS) }) };
  });
  return result === undefined ? state : { ...state, result };
}
