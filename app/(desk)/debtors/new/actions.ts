"use server";

import { requestOf, runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { asRoute } from "@/components/ui/as-route";
import { createDebtor } from "@/lib/debtors/create";
import { routes } from "@/lib/routes";

/** Adds a debtor; then the debtor's record, or back to the mandate, new or reported, that wanted one. */
export async function createDebtorAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    const id = await createDebtor(ctx, texts, requestOf(ctx, texts));
    if (texts.for === "link" && texts.mandate) {
      const query = new URLSearchParams({ q: texts.customer_number ?? "" });
      return { to: asRoute(`${routes.mandate(texts.mandate)}?${query}`) };
    }
    if (texts.for !== "mandate") return { to: routes.debtor(id) };
    const agreement = texts.agreement ? { agreement: texts.agreement } : {};
    const draft = texts.draft ? { draft: texts.draft } : {};
    const query = new URLSearchParams({ debtor: id, ...agreement, ...draft });
    return { to: asRoute(`${routes.newMandate()}?${query}`) };
  });
}
