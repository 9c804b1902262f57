import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { keptParams, oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { importMarks } from "@/app/(desk)/mandates/import/import-marks";
import { CURSOR } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { asRoute } from "@/components/ui/as-route";
import { StateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { allRows, type Import } from "@/lib/imports/door";
import { listImports } from "@/lib/imports/list";
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/** One page of the imports, with its foot. */
export async function ImportList({ ctx, params }: { ctx: Ctx; params: SearchParams }) {
  const address = { path: routes.imports(), params: keptParams(params, [CURSOR]) };
  const [t, columns] = await Promise.all([getTranslations("imports"), columnsOf()]);
  const { rows, next } = await pageFrom(ctx, oneParam(params, CURSOR));
  return (
    <div className="-mx-(--margin)">
      <DataTable
        caption={t("list.title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => routes.import(row.id)}
        empty={<Empty>{t("list.empty")}</Empty>}
      />
      <TableFoot hints={["move", "open"]} paging={{ address, next }} />
    </div>
  );
}

/** A position that was typed begins at the first row again. */
async function pageFrom(ctx: Ctx, after: string | undefined) {
  try {
    return await listImports(ctx, { after });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(routes.imports()));
    throw error;
  }
}

async function columnsOf(): Promise<Column<Import>[]> {
  const [t, locale] = await Promise.all([getTranslations("imports"), getLocale()]);
  const number = (value: number) => (value === 0 ? null : formatNumber(value, locale));
  return [
    {
      key: "file",
      header: t("list.file"),
      names: true,
      cell: (row) => (
        <>
          {row.fileName}
          {row.test ? (
            <>
              {" "}
              <TestFlag />
            </>
          ) : null}
        </>
      ),
    },
    {
      key: "state",
      header: t("list.state"),
      cell: (row) => <StateWord mark={importMarks[row.state]}>{t(`states.${row.state}`)}</StateWord>,
    },
    {
      key: "rows",
      header: t("list.rows"),
      align: "right",
      hide: "narrow",
      cell: (row) => number(allRows(row)),
    },
    { key: "made", header: t("list.made"), align: "right", cell: (row) => number(row.made) },
    {
      key: "bad",
      header: t("list.bad"),
      align: "right",
      hide: "narrow",
      cell: (row) => number(row.bad + row.refused),
    },
    { key: "by", header: t("list.by"), muted: true, hide: "narrow", cell: (row) => row.preparedByName },
    {
      key: "at",
      header: t("list.at"),
      align: "right",
      muted: true,
      hide: "medium",
      cell: (row) => formatInstant(row.createdAt, locale, DESK_ZONE, { city: false }),
    },
  ];
}
