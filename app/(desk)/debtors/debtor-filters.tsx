import { useTranslations } from "next-intl";
import { ListTools } from "@/app/(desk)/_shared/list-tools";
import { OrderLinks } from "@/app/(desk)/_shared/order-links";
import { debtorColumns } from "@/app/(desk)/debtors/debtor-columns";
import type { Wishes } from "@/app/(desk)/debtors/wishes";
import { hrefWith } from "@/components/data-table/address";
import { FilterChips } from "@/components/data-table/filter-chips";
import type { Ctx } from "@/lib/context";

/** Finding, the kind of debtor, and the order, as they stand in the address. */
export function DebtorFilters({ ctx, wishes: { address, filter, page } }: { ctx: Ctx; wishes: Wishes }) {
  const t = useTranslations("debtors");
  const kinds = (["person", "company"] as const).filter((kind) => kind !== filter.kind);
  const chips = [
    filter.search && {
      label: t("filters.search"),
      value: filter.search,
      removeHref: hrefWith(address, { q: null }),
    },
    filter.kind && {
      label: t("filters.kind"),
      value: t(`kind.${filter.kind}`),
      removeHref: hrefWith(address, { kind: null }),
    },
  ];
  return (
    <FilterChips
      find={{ address, name: "q", label: t("find") }}
      chips={chips.filter((chip) => typeof chip === "object")}
      add={[
        {
          label: t("filters.kind"),
          options: kinds.map((kind) => ({ label: t(`kind.${kind}`), href: hrefWith(address, { kind }) })),
        },
      ]}
      end={
        <>
          <OrderLinks
            address={address}
            current={page.sort.key}
            orders={[
              { key: "newest", label: t("order.newest"), param: null },
              { key: "name", label: t("order.name"), param: "name" },
            ]}
          />
          <ListTools
            ctx={ctx}
            list="debtors"
            address={address}
            columns={debtorColumns.map((column) => ({ ...column, label: t(`columns.${column.key}`) }))}
          />
        </>
      }
    />
  );
}
