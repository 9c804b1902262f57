import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptParams, oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import type { ImportPage } from "@/app/(desk)/mandates/import/[id]/load";
import { rowColumns } from "@/app/(desk)/mandates/import/[id]/row-columns";
import { CURSOR, hrefWith, type ListAddress } from "@/components/data-table/address";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { Section } from "@/components/layout/section";
import { asRoute } from "@/components/ui/as-route";
import { TabLinks } from "@/components/ui/tab-links";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { type Import, readyRows } from "@/lib/imports/door";
import { listImportRows } from "@/lib/imports/list";
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

interface Props {
  ctx: Ctx;
  page: ImportPage;
  reader: Reader;
  params: SearchParams;
}

const parts = ["bad", "refused", "warning", "ready", "made", "dropped"] as const;
type Part = (typeof parts)[number];

const countOf = (of: Import, part: Part): number => (part === "ready" ? readyRows(of) : of[part]);

/** The rows, those first that want somebody. */
export async function RowsPart({ ctx, page, reader, params }: Props) {
  const { of } = page;
  const t = await getTranslations("importRows.rows");
  const address = { path: routes.import(of.id), params: keptParams(params, ["part", CURSOR]) };
  const part =
    parts.find((one) => one === oneParam(params, "part")) ??
    parts.find((one) => countOf(of, one) > 0) ??
    "bad";
  const { rows, next } = await pageOf(ctx, of, part, { after: oneParam(params, CURSOR), address });
  const tabs = parts
    .filter((one) => one === part || countOf(of, one) > 0)
    .map((one) => ({
      label: t(one),
      href: hrefWith(address, { part: one }),
      current: one === part,
      count: formatNumber(countOf(of, one), reader.locale),
    }));
  return (
    <Section title={t("title")}>
      <TabLinks label={t("title")} tabs={tabs} />
      {/* The ledger has the page's own margin. */}
      <div className="-mx-(--margin)">
        <DataTable
          caption={t(part)}
          columns={await rowColumns({ ctx, page, reader, part })}
          rows={rows}
          rowKey={(row) => row.id}
          empty={<Empty>{t("nothing")}</Empty>}
        />
        <TableFoot hints={["move"]} paging={{ address, next }} />
      </div>
    </Section>
  );
}

/** A position that was typed, or of another part, begins at the first row again. */
async function pageOf(
  ctx: Ctx,
  of: Import,
  part: Part,
  at: { after: string | undefined; address: ListAddress },
) {
  try {
    return await listImportRows(ctx, of.id, part, { after: at.after });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(hrefWith(at.address, {})));
    throw error;
  }
}
