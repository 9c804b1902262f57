import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keptParams, oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { itemColumns } from "@/app/(desk)/runs/[id]/item-columns";
import type { RunPage } from "@/app/(desk)/runs/[id]/load";
import { sumsText } from "@/app/(desk)/runs/[id]/sums-text";
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
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import { listItems } from "@/lib/runs/items";
import { mayMove, type PlanGroup, planGroups } from "@/lib/runs/states";

interface Props {
  ctx: Ctx;
  page: RunPage;
  reader: Reader;
  params: SearchParams;
}

/** The rows in the three parts of the plan, with what each part comes to. */
export async function RunPlan({ ctx, page, reader, params }: Props) {
  const { run, plan } = page;
  const t = await getTranslations("runPlan.plan");
  const address = { path: routes.run(run.id), params: keptParams(params, ["part", CURSOR]) };
  // The first part that has something in it, when none is asked for.
  const part =
    planGroups.find((group) => group === oneParam(params, "part")) ??
    plan.find((one) => one.count > 0)?.group ??
    "on_time";
  const { rows, next } = await pageOf(ctx, run.id, part, { after: oneParam(params, CURSOR), address });
  const mayChange = ctx.permissions.has("runs.prepare") && mayMove("change", run.state);
  return (
    <Section title={t("title")}>
      <TabLinks label={t("title")} tabs={await tabsOf({ page, reader }, part, address)} />
      {/* The ledger has the page's own margin. */}
      <div className="-mx-(--margin)">
        <PartNote page={page} reader={reader} part={part} />
        <DataTable
          caption={t(part)}
          columns={await itemColumns(page, reader, mayChange)}
          rows={rows}
          rowKey={(item) => item.id}
          empty={<Empty>{t("nothing")}</Empty>}
        />
        <TableFoot hints={["move"]} paging={{ address, next }} />
      </div>
    </Section>
  );
}

async function tabsOf(
  { page, reader }: Pick<Props, "page" | "reader">,
  part: PlanGroup,
  address: ListAddress,
) {
  const t = await getTranslations("runPlan.plan");
  return page.plan.map((one) => ({
    label: t(one.group),
    href: hrefWith(address, { part: one.group }),
    current: one.group === part,
    count: [formatNumber(one.count, reader.locale), sumsText([one], reader.locale)]
      .filter(Boolean)
      .join(" · "),
  }));
}

/** Of what is left out, how often for which reason. */
async function PartNote({ page, reader, part }: Pick<Props, "page" | "reader"> & { part: PlanGroup }) {
  const own = page.plan.filter((one) => one.group === part);
  const t = await getTranslations("runPlan.reasons");
  const reasons = own.flatMap((one) => one.reasons);
  if (reasons.length === 0) return null;
  return (
    <ul className="px-(--margin) pt-2">
      {reasons.map(({ reason, count }) => (
        <li key={reason}>
          <b>{formatNumber(count, reader.locale)}</b> {t(reason)}
        </li>
      ))}
    </ul>
  );
}

/** A position that was typed, or of another part, begins at the first row again. */
async function pageOf(
  ctx: Ctx,
  runId: string,
  part: PlanGroup,
  at: { after: string | undefined; address: ListAddress },
) {
  try {
    return await listItems(ctx, runId, part, { after: at.after });
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(hrefWith(at.address, {})));
    throw error;
  }
}
