import type { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { paymentView } from "@/app/(desk)/payments/view";
import type { Ctx } from "@/lib/context";
import { decimalOf } from "@/lib/exports/csv";
import type { Locale } from "@/lib/kernel/locale";
import type { Payment } from "@/lib/payments/door";
import { collectionMonth } from "@/lib/payments/schedule";
import type { Exported } from "./exported";

type Words = Awaited<ReturnType<typeof getTranslations<"payments">>>;
type StateWords = Awaited<ReturnType<typeof getTranslations<"states">>>;

/** Payments as a file has them: days and amounts that a spreadsheet reads, the state in words. */
export function exportedPayments(
  ctx: Ctx,
  params: SearchParams,
  t: Words,
  states: StateWords,
  locale: Locale,
): Exported<Payment> {
  return {
    columns: [
      { key: "debtor", head: t("columns.debtor"), of: (row) => row.debtorName },
      { key: "customer", head: t("columns.customer"), of: (row) => row.customerNumber },
      { key: "purpose", head: t("columns.purpose"), of: (row) => row.text },
      { key: "reference", head: t("columns.reference"), of: (row) => row.reference },
      {
        key: "provider",
        head: t("columns.provider"),
        of: (row) => ctx.providers[row.provider]?.label ?? row.provider,
      },
      {
        key: "state",
        head: t("columns.state"),
        of: ({ state, sending, test }) =>
          [
            states(`payment.${state}`),
            ...(sending === "none" ? [] : [states(`submission.${sending}`)]),
            ...(test ? [states("testMark")] : []),
          ].join(", "),
      },
      { key: "requested", head: t("columns.requested"), of: (row) => row.requested },
      { key: "planned", head: t("columns.planned"), of: (row) => row.planned },
      { key: "actual", head: t("columns.actual"), of: (row) => row.settledOn },
      { key: "window", head: t("columns.window"), of: (row) => collectionMonth(row.window) },
      { key: "evidence", head: t("columns.evidence"), of: (row) => row.evidenceAt?.toISOString() ?? null },
      { key: "until", head: t("columns.until"), of: (row) => row.claimUntil ?? row.reversibleUntil },
      { key: "amount", head: t("columns.currency"), of: (row) => row.currency },
      { key: "amount", head: t("columns.amount"), of: (row) => decimalOf(row.amountMinor, locale) },
      { key: "created", head: t("columns.created"), of: (row) => row.createdAt.toISOString() },
    ],
    from: paymentView(ctx, params),
  };
}
