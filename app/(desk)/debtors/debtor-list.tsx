import { getLocale, getTranslations } from "next-intl/server";
import { ListSelection } from "@/app/(desk)/_shared/list-selection";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { ticks } from "@/app/(desk)/_shared/ticks";
import type { Wishes } from "@/app/(desk)/debtors/wishes";
import { hrefWith } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { activeMandates } from "@/lib/debtors/active-mandates";
import type { DebtorRow } from "@/lib/debtors/columns";
import { listDebtors } from "@/lib/debtors/list";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** One page of debtors with what each can be charged through. */
export async function DebtorList({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, filter, page } = wishes;
  const [t, locale, found] = await Promise.all([
    getTranslations("debtors"),
    getLocale(),
    listDebtors(ctx, filter, page),
  ]);
  const active = await activeMandates(
    ctx,
    found.rows.map((row) => row.id),
  );
  const zone = DESK_ZONE;
  const today = dayIn(ctx.clock.now(), zone);
  const providersOf = (row: DebtorRow) =>
    (active.get(row.id) ?? [])
      .map((one) => {
        const label = ctx.providers[one.provider]?.label ?? one.provider;
        return one.count > 1 ? `${label} ${one.count}` : label;
      })
      .join(", ");
  const columns: Column<DebtorRow>[] = [
    { key: "name", header: t("columns.name"), names: true, cell: (row) => row.name, sort: "name" },
    { key: "customer", header: t("columns.customer"), cell: (row) => row.customerNumber },
    {
      key: "kind",
      header: t("columns.kind"),
      muted: true,
      hide: "narrow",
      cell: (row) => t(`kind.${row.kind}`),
    },
    { key: "mandates", header: t("columns.mandates"), hide: "narrow", cell: providersOf },
    { key: "email", header: t("columns.email"), muted: true, hide: "medium", cell: (row) => row.email },
    { key: "phone", header: t("columns.phone"), muted: true, extra: true, cell: (row) => row.phone },
    {
      key: "identity",
      header: t("columns.identity"),
      muted: true,
      extra: true,
      cell: (row) => row.identityMasked,
    },
    { key: "language", header: t("columns.language"), muted: true, extra: true, cell: (row) => row.language },
    {
      key: "created",
      header: t("columns.created"),
      align: "right",
      hide: "narrow",
      sort: "newest",
      cell: (row) => formatDay(dayIn(row.createdAt, zone), locale, { year: today }),
    },
  ];
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => routes.debtor(row.id)}
        address={address}
        sort={page.sort}
        select={ticks}
        empty={<NoDebtors wishes={wishes} />}
      />
      <TableFoot
        hints={["move", "select", "act", "open", "find", "filter", "new"]}
        paging={{ address, next: found.next }}
        selection={
          found.rows.length > 0 ? (
            <ListSelection ctx={ctx} list="debtors" address={address} next={found.next} />
          ) : undefined
        }
      />
    </>
  );
}

async function NoDebtors({ wishes: { address, filter } }: { wishes: Wishes }) {
  const t = await getTranslations("debtors");
  if (!filter.search && !filter.kind)
    return (
      <Empty action={<ButtonLink href={routes.newDebtor()}>{t("new")}</ButtonLink>}>{t("empty.first")}</Empty>
    );
  return (
    <Empty
      action={<ButtonLink href={hrefWith(address, { q: null, kind: null })}>{t("empty.remove")}</ButtonLink>}
    >
      {filter.search ? t("empty.filtered", { text: filter.search }) : t("empty.kind")}
    </Empty>
  );
}
