import { getLocale, getTranslations } from "next-intl/server";
import { ListSelection } from "@/app/(desk)/_shared/list-selection";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { ticks } from "@/app/(desk)/_shared/ticks";
import { mandateColumns } from "@/app/(desk)/mandates/mandate-columns";
import { filterNames, type Wishes } from "@/app/(desk)/mandates/wishes";
import { hrefWith } from "@/components/data-table/address";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { listMandates } from "@/lib/mandates/list";
import { routes } from "@/lib/routes";

/** One page of mandates, read by the address's wishes. */
export async function MandateList({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, filter, page } = wishes;
  const [t, states, locale, found] = await Promise.all([
    getTranslations("mandates"),
    getTranslations("states"),
    getLocale(),
    listMandates(ctx, filter, page),
  ]);
  const columns = mandateColumns(t, states, ctx.providers, { locale, zone: DESK_ZONE, now: ctx.clock.now() });
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={Object.values(columns)}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => routes.mandate(row.id)}
        address={address}
        sort={page.sort}
        select={ticks}
        empty={<NoMandates wishes={wishes} />}
      />
      <TableFoot
        hints={["move", "select", "act", "open", "find", "filter", "new"]}
        paging={{ address, next: found.next }}
        selection={
          found.rows.length > 0 ? (
            <ListSelection ctx={ctx} list="mandates" address={address} next={found.next} />
          ) : undefined
        }
      />
    </>
  );
}

async function NoMandates({ wishes: { address, filter, counted } }: { wishes: Wishes }) {
  const t = await getTranslations("mandates");
  if (counted && !filter.state)
    return (
      <Empty action={<ButtonLink href={routes.newMandate()}>{t("new")}</ButtonLink>}>
        {t("empty.first")}
      </Empty>
    );
  const none = Object.fromEntries([...filterNames, "state"].map((name) => [name, null]));
  const says = () => {
    if (filter.customerNumber) return t("empty.found", { text: filter.customerNumber });
    if (filter.sending === "unknown") return t("empty.unknown");
    return filter.withoutDebtor ? t("empty.withoutDebtor") : t("empty.filtered");
  };
  return (
    <Empty action={<ButtonLink href={hrefWith(address, none)}>{t("empty.removeFilters")}</ButtonLink>}>
      {says()}
    </Empty>
  );
}
