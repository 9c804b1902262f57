import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { keptParams, oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { NewRunLink } from "@/app/(desk)/runs/new-run-link";
import { runMarks } from "@/app/(desk)/runs/run-marks";
import { CURSOR } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { asRoute } from "@/components/ui/as-route";
import { StateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import { formatInstant } from "@/lib/i18n/format";
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import type { Run } from "@/lib/runs/door";
import { listRuns } from "@/lib/runs/list";

/** One page of the runs, with its foot. */
export async function RunList({ ctx, params }: { ctx: Ctx; params: SearchParams }) {
  const address = { path: routes.runs(), params: keptParams(params, [CURSOR]) };
  const [t, columns] = await Promise.all([getTranslations("runs"), columnsOf()]);
  const { rows, next } = await pageFrom(ctx, oneParam(params, CURSOR));
  const mayPrepare = ctx.permissions.has("runs.prepare");
  const empty = (
    <Empty action={mayPrepare ? <NewRunLink ctx={ctx} /> : undefined}>
      {t("list.empty")} {mayPrepare ? null : t("list.finance")}
    </Empty>
  );
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(run) => run.id}
        rowHref={(run) => routes.run(run.id)}
        empty={empty}
      />
      <TableFoot hints={["move", "open", "new"]} paging={{ address, next }} />
    </>
  );
}

/** A position that was typed begins at the first row again. */
async function pageFrom(ctx: Ctx, after: string | undefined) {
  try {
    return await listRuns(ctx, {}, { after });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(routes.runs()));
    throw error;
  }
}

async function columnsOf(): Promise<Column<Run>[]> {
  const [t, locale] = await Promise.all([getTranslations("runs"), getLocale()]);
  return [
    {
      key: "name",
      header: t("list.name"),
      names: true,
      cell: (run) => (
        <>
          {run.name}
          {run.test ? (
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
      cell: (run) => <StateWord mark={runMarks[run.state]}>{t(`states.${run.state}`)}</StateWord>,
    },
    { key: "by", header: t("list.by"), muted: true, hide: "narrow", cell: (run) => run.preparedByName },
    {
      key: "approved",
      header: t("list.approvedBy"),
      muted: true,
      hide: "medium",
      cell: (run) => run.approvedByName,
    },
    {
      key: "made",
      header: t("list.made"),
      align: "right",
      muted: true,
      hide: "narrow",
      cell: (run) => formatInstant(run.createdAt, locale, DESK_ZONE, { city: false }),
    },
  ];
}
