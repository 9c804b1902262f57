import type { getTranslations } from "next-intl/server";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { debtorView } from "@/app/(desk)/debtors/view";
import type { Ctx } from "@/lib/context";
import type { DebtorRow } from "@/lib/debtors/columns";
import type { Exported } from "./exported";

type Words = Awaited<ReturnType<typeof getTranslations<"debtors">>>;

/** Debtors as a file has them; the CPR or CVR number masked. */
export function exportedDebtors(ctx: Ctx, params: SearchParams, t: Words): Exported<DebtorRow> {
  return {
    columns: [
      { key: "name", head: t("columns.name"), of: (row) => row.name },
      { key: "customer", head: t("columns.customer"), of: (row) => row.customerNumber },
      { key: "kind", head: t("columns.kind"), of: (row) => t(`kind.${row.kind}`) },
      { key: "identity", head: t("columns.identity"), of: (row) => row.identityMasked },
      { key: "email", head: t("columns.email"), of: (row) => row.email },
      { key: "phone", head: t("columns.phone"), of: (row) => row.phone },
      { key: "language", head: t("columns.language"), of: (row) => row.language },
      { key: "created", head: t("columns.created"), of: (row) => row.createdAt.toISOString() },
    ],
    from: debtorView(ctx, params),
  };
}
