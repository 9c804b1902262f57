import { and, eq } from "drizzle-orm";
import { getLocale, getTranslations } from "next-intl/server";
import { ListTools } from "@/app/(desk)/_shared/list-tools";
import { OrderLinks } from "@/app/(desk)/_shared/order-links";
import { ownConnections } from "@/app/(desk)/_shared/own-connections";
import { countsOfPage } from "@/app/(desk)/payments/counts-of-page";
import { paymentColumns } from "@/app/(desk)/payments/payment-table";
import { countsKnow, type Wishes } from "@/app/(desk)/payments/wishes";
import { hrefWith } from "@/components/data-table/address";
import { type FilterChip, FilterChips, type FilterChipsProps } from "@/components/data-table/filter-chips";
import { TabLinks } from "@/components/ui/tab-links";
import { debtors, mandates, runs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { formatMonth, formatNumber } from "@/lib/i18n/format";
import { type PaymentCounts, paymentWindows } from "@/lib/payments/counts";
import { collectionMonth } from "@/lib/payments/schedule";
import { acceptedStates, paymentStates } from "@/lib/payments/states";

type FilterMenu = FilterChipsProps["add"][number];

const WINDOWS_OFFERED = 6;

/** Stages with their counts, and the filters as they stand in the address. */
export async function PaymentFilters({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, filter, page } = wishes;
  const [t, counts, add, chips] = await Promise.all([
    getTranslations("payments"),
    countsOfPage(ctx, filter),
    menusOf(ctx, wishes),
    chipsOf(ctx, wishes),
  ]);
  return (
    <>
      <div className="px-7 max-wide:px-4">
        <StageTabs wishes={wishes} counts={counts} />
      </div>
      <FilterChips
        find={{
          address: { path: address.path, params: { q: address.params.q } },
          name: "q",
          label: t("find"),
        }}
        chips={chips}
        add={add}
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
              list="payments"
              address={address}
              columns={paymentColumns.map((column) => ({ ...column, label: t(`columns.${column.key}`) }))}
            />
          </>
        }
      />
    </>
  );
}

async function StageTabs({ wishes, counts }: { wishes: Wishes; counts: PaymentCounts }) {
  const { address, filter, stage, find } = wishes;
  const [t, states, locale] = await Promise.all([
    getTranslations("payments"),
    getTranslations("states.payment"),
    getLocale(),
  ]);
  const counted = countsKnow(filter);
  const count = (value: number) => (counted ? { count: formatNumber(value, locale) } : {});
  const shown = paymentStates.filter((state) => state === stage || (counts.byState.get(state) ?? 0) > 0);
  return (
    <TabLinks
      label={t("views")}
      tabs={[
        {
          label: t("all"),
          href: hrefWith(address, { state: null, q: null }),
          current: !stage && find === "",
          ...count(counts.all),
        },
        ...shown.map((state) => ({
          label: states(state),
          href: hrefWith(address, { state, q: null }),
          current: state === stage && find === "",
          ...count(counts.byState.get(state) ?? 0),
        })),
      ]}
    />
  );
}

/** What can be filtered by, each choice a link. */
async function menusOf(ctx: Ctx, { address }: Wishes): Promise<FilterMenu[]> {
  const [t, locale, windows, used] = await Promise.all([
    getTranslations("payments.filters"),
    getLocale(),
    paymentWindows(ctx, WINDOWS_OFFERED),
    usedProviders(ctx),
  ]);
  const option = (name: string, value: string, label: string) => ({
    label,
    href: hrefWith(address, { [name]: value, q: null }),
  });
  const menus = [
    {
      label: t("window"),
      options: windows.flatMap((window) => {
        const month = collectionMonth(window);
        return month ? [option("window", window, formatMonth(month, locale))] : [];
      }),
    },
    {
      label: t("provider"),
      options: used.map((id) => option("provider", id, ctx.providers[id]?.label ?? id)),
    },
    {
      label: t("sending"),
      options: (["sending", "unknown"] as const).map((one) => option("sending", one, t(`sendingIs.${one}`))),
    },
    {
      label: t("test"),
      options: (["false", "true"] as const).map((one) => option("test", one, t(`testIs.${one}`))),
    },
  ];
  return menus.filter((menu) => menu.options.length > 0);
}

async function usedProviders(ctx: Ctx): Promise<string[]> {
  return [...new Set((await ownConnections(ctx)).map((row) => row.provider))];
}

/** The filters in force, each with its way out. */
async function chipsOf(ctx: Ctx, { address, filter, find }: Wishes): Promise<FilterChip[]> {
  const [t, locale, person, agreed, run] = await Promise.all([
    getTranslations("payments.filters"),
    getLocale(),
    filter.debtorId ? debtorName(ctx, filter.debtorId) : undefined,
    filter.mandateId ? mandateName(ctx, filter.mandateId) : undefined,
    filter.runId ? runName(ctx, filter.runId) : undefined,
  ]);
  const without = (name: string) => hrefWith(address, { [name]: null });
  const month = filter.window ? collectionMonth(filter.window) : null;
  const found: (FilterChip | null)[] = [
    find ? { label: t("found"), value: find, removeHref: without("q") } : null,
    month && { label: t("window"), value: formatMonth(month, locale), removeHref: without("window") },
    filter.provider
      ? {
          label: t("provider"),
          value: ctx.providers[filter.provider]?.label ?? filter.provider,
          removeHref: without("provider"),
        }
      : null,
    filter.sending === "sending" || filter.sending === "unknown"
      ? { label: t("sending"), value: t(`sendingIs.${filter.sending}`), removeHref: without("sending") }
      : null,
    filter.debtorId
      ? { label: t("debtor"), value: person ?? filter.debtorId, removeHref: without("debtor") }
      : null,
    filter.mandateId
      ? { label: t("mandate"), value: agreed ?? filter.mandateId, removeHref: without("mandate") }
      : null,
    filter.runId ? { label: t("run"), value: run ?? filter.runId, removeHref: without("run") } : null,
    filter.state === acceptedStates
      ? { label: t("state"), value: t("accepted"), removeHref: without("state") }
      : null,
    filter.test === undefined
      ? null
      : { label: t("test"), value: t(`testIs.${filter.test}`), removeHref: without("test") },
  ];
  // A number that is looked for stands alone: no other filter counts beside it.
  return found.filter((chip) => chip !== null).slice(0, find ? 1 : found.length);
}

async function debtorName(ctx: Ctx, id: string): Promise<string | undefined> {
  const [row] = await ctx.db.read
    .select({ name: debtors.name })
    .from(debtors)
    .where(and(eq(debtors.id, id), eq(debtors.creditorId, ctx.creditorId)));
  return row?.name;
}

async function runName(ctx: Ctx, id: string): Promise<string | undefined> {
  const [row] = await ctx.db.read
    .select({ name: runs.name })
    .from(runs)
    .where(and(eq(runs.id, id), eq(runs.creditorId, ctx.creditorId)));
  return row?.name;
}

async function mandateName(ctx: Ctx, id: string): Promise<string | undefined> {
  const [row] = await ctx.db.read
    .select({ name: mandates.debtorName, customerNumber: mandates.customerNumber })
    .from(mandates)
    .where(and(eq(mandates.id, id), eq(mandates.creditorId, ctx.creditorId)));
  return row && `${row.name} ${row.customerNumber}`.trim();
}
