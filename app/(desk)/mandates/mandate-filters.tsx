import { getLocale, getTranslations } from "next-intl/server";
import { ListTools } from "@/app/(desk)/_shared/list-tools";
import { OrderLinks } from "@/app/(desk)/_shared/order-links";
import { chipsOf } from "@/app/(desk)/mandates/filter-chips";
import { mandateColumnNames } from "@/app/(desk)/mandates/mandate-columns";
import { type filterNames, NO_DEBTOR, type Wishes } from "@/app/(desk)/mandates/wishes";
import { hrefWith } from "@/components/data-table/address";
import { FilterChips } from "@/components/data-table/filter-chips";
import { TabLinks } from "@/components/ui/tab-links";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import { countMandates } from "@/lib/mandates/counts";
import { mandateStates } from "@/lib/mandates/states";
import { usedConnections } from "@/lib/mandates/used-connections";

/** States with their counts, and the filters as they stand in the address. */
export async function MandateFilters({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, page } = wishes;
  const [t, used] = await Promise.all([getTranslations("mandates"), usedConnections(ctx)]);
  const chips = await chipsOf(ctx, wishes, used);
  const option = (name: (typeof filterNames)[number], value: string, label: string) => ({
    label,
    href: hrefWith(address, { [name]: value }),
  });
  const providers = [...new Set(used.map((one) => one.provider))];
  const menus = [
    {
      label: t("filters.sending"),
      options: (["sending", "unknown"] as const).map((one) =>
        option("sending", one, t(`filters.sendingIs.${one}`)),
      ),
    },
    {
      label: t("filters.provider"),
      options: providers.map((id) => option("provider", id, ctx.providers[id]?.label ?? id)),
    },
    {
      label: t("filters.connection"),
      // Where every provider has one connection, the provider says it all.
      options:
        used.length > providers.length ? used.map((one) => option("connection", one.id, one.name)) : [],
    },
    {
      label: t("filters.withoutDebtor"),
      options: [option("debtor", NO_DEBTOR, t("filters.withoutDebtorIs"))],
    },
  ];
  return (
    <>
      <div className="px-7 max-wide:px-4">
        <StateTabs ctx={ctx} wishes={wishes} />
      </div>
      <FilterChips
        find={{ address, name: "q", label: t("find") }}
        chips={chips}
        add={menus.filter((menu) => menu.options.length > 0)}
        end={
          <>
            <OrderLinks
              address={address}
              current={page.sort.key}
              orders={[
                { key: "newest", label: t("order.newest"), param: null },
                { key: "changed", label: t("order.changed"), param: "-changed" },
              ]}
            />
            <ListTools
              ctx={ctx}
              list="mandates"
              address={address}
              columns={mandateColumnNames.map((column) => ({ ...column, label: t(`columns.${column.key}`) }))}
            />
          </>
        }
      />
    </>
  );
}

async function StateTabs({ ctx, wishes: { address, state, counted } }: { ctx: Ctx; wishes: Wishes }) {
  const [t, states, locale, counts] = await Promise.all([
    getTranslations("mandates"),
    getTranslations("states.mandate"),
    getLocale(),
    countMandates(ctx),
  ]);
  const count = (value: number) => (counted ? { count: formatNumber(value, locale) } : {});
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const shown = mandateStates.filter((one) => one === state || (counts.get(one) ?? 0) > 0);
  return (
    <TabLinks
      label={t("views")}
      tabs={[
        { label: t("all"), href: hrefWith(address, { state: null }), current: !state, ...count(all) },
        ...shown.map((one) => ({
          label: states(one),
          href: hrefWith(address, { state: one }),
          current: one === state,
          ...count(counts.get(one) ?? 0),
        })),
      ]}
    />
  );
}
