import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { namesOf } from "@/app/(desk)/activity/names";
import { submissionColumns } from "@/app/(desk)/activity/submissions/submission-columns";
import type { Wishes } from "@/app/(desk)/activity/submissions/wishes";
import { hrefWith } from "@/components/data-table/address";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { asRoute } from "@/components/ui/as-route";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { usedConnections } from "@/lib/mandates/used-connections";
import { routes } from "@/lib/routes";
import { ledger } from "@/lib/submissions/ledger";

/** One page of intents with what came of them. */
export async function SubmissionList({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, page } = wishes;
  const [t, locale, found, used] = await Promise.all([
    getTranslations("activity"),
    getLocale(),
    pageOf(ctx, wishes),
    usedConnections(ctx),
  ]);
  const names = await namesOf(
    ctx,
    found.rows.map((row) => row.subjectId),
  );
  const connections = new Map(used.map(({ id, name }) => [id, name]));
  return (
    <>
      <DataTable
        caption={t("submissions")}
        columns={submissionColumns(t, names, connections, { locale, zone: DESK_ZONE, now: ctx.clock.now() })}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => routes.submission(row.id)}
        address={address}
        sort={page.sort}
        empty={<NoSubmissions wishes={wishes} />}
      />
      <TableFoot hints={["move", "open", "filter"]} paging={{ address, next: found.next }} />
    </>
  );
}

/** A position from another order, or one that was typed, begins at the first row again. */
async function pageOf(ctx: Ctx, { filter, page, address }: Wishes) {
  try {
    return await ledger(ctx, filter, page);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(hrefWith(address, {})));
    throw error;
  }
}

async function NoSubmissions({ wishes: { filter } }: { wishes: Wishes }) {
  const t = await getTranslations("activity.empty");
  const { state, connectionId, subjectId } = filter;
  const clear = <ButtonLink href={routes.submissions()}>{t("removeFilters")}</ButtonLink>;
  if (connectionId || subjectId) return <Empty action={clear}>{t("filtered")}</Empty>;
  if (state === "unknown") return <Empty>{t("unknown")}</Empty>;
  return state ? <Empty action={clear}>{t("filtered")}</Empty> : <Empty>{t("submissions")}</Empty>;
}
