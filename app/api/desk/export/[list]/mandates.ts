import type { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { mandateView } from "@/app/(desk)/mandates/view";
import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import type { MandateRow } from "@/lib/mandates/columns";
import type { Exported } from "./exported";

type Words = Awaited<ReturnType<typeof getTranslations<"mandates">>>;
type StateWords = Awaited<ReturnType<typeof getTranslations<"states">>>;

/** Mandates as a file has them; nothing of an account or an identity is in it. */
export function exportedMandates(
  ctx: Ctx,
  params: SearchParams,
  t: Words,
  states: StateWords,
  locale: Locale,
): Exported<MandateRow> {
  const schemeOf = (row: MandateRow) =>
    ctx.providers[row.provider]?.schemes.find((one) => one.code === row.scheme)?.label[locale];
  return {
    columns: [
      { key: "debtor", head: t("columns.debtor"), of: (row) => row.debtorName },
      { key: "customer", head: t("columns.customer"), of: (row) => row.customerNumber },
      {
        key: "provider",
        head: t("columns.provider"),
        of: (row) => ctx.providers[row.provider]?.label ?? row.provider,
      },
      { key: "scheme", head: t("columns.scheme"), of: (row) => schemeOf(row) ?? row.scheme },
      {
        key: "state",
        head: t("columns.state"),
        of: ({ state, sending, test }) =>
          [
            states(`mandate.${state}`),
            ...(sending === "none" ? [] : [states(`submission.${sending}`)]),
            ...(test ? [states("testMark")] : []),
          ].join(", "),
      },
      { key: "number", head: t("columns.number"), of: (row) => row.mandateNumber },
      { key: "usable", head: t("columns.usable"), of: (row) => row.usableFrom },
      { key: "reason", head: t("columns.reason"), of: (row) => row.reasonText },
      { key: "evidence", head: t("columns.evidence"), of: (row) => row.evidenceAt?.toISOString() ?? null },
      { key: "created", head: t("columns.created"), of: (row) => row.createdAt.toISOString() },
    ],
    from: mandateView(ctx, params),
  };
}
