"use server";

import { refresh } from "next/cache";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { updateDebtor } from "@/lib/debtors/update";
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/** Changes a debtor. Sends `debtor`, the `version` that was seen, and the fields of the contact form. */
export async function updateDebtorAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, { debtor = "", version = "", ...values }) => {
    try {
      await updateDebtor(ctx, { debtorId: debtor, version: Number(version), values });
    } catch (error) {
      // The form then carries the version that is there now, and keeps what was typed: a second press is a decision.
      if (error instanceof AppError && error.code === "changed_meanwhile") refresh();
      throw error;
    }
    return { to: routes.debtor(debtor) };
  });
}
