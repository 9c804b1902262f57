import { useLocale, useTranslations } from "next-intl";
import { selectionWords } from "@/app/(desk)/_shared/selection-words";
import { ViewsMenu } from "@/app/(desk)/_shared/views-menu";
import { ListSelection } from "@/app/design/list-selection";
import { Opened } from "@/app/design/opened";
import { PartTabs } from "@/app/design/part-tabs";
import { now, payments, type SamplePayment, today } from "@/app/design/samples";
import { type SampleWords, sampleWords } from "@/app/design/words";
import { hrefWith } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { ColumnChooser } from "@/components/data-table/column-chooser";
import { DataTable } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { weightOf } from "@/components/data-table/selection";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { PageHead } from "@/components/layout/page-head";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { PaymentStateWord } from "@/components/ui/proven-state";
import { TabLinks } from "@/components/ui/tab-links";
import { formatAge, formatDay, formatMoney, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

const view = { query: "part=list", ownerName: "Jonas Elkjær", own: true, removable: true, here: false };
const address = { path: "/design", params: { part: "list", state: "open", sort: "-evidence" } };

export function ListPart() {
  const locale = useLocale();
  const t = useTranslations("table");
  const states = useTranslations("states");
  const words = sampleWords[locale];
  const views = useTranslations("nav.places");
  return (
    <>
      <PageHead title={views("payments")}>
        <ButtonLink href="/design">{words.import}</ButtonLink>
        <ButtonLink href="/design?part=form" look="solid" shortcut="n">
          {words.newPayment}
        </ButtonLink>
      </PageHead>
      <PartTabs current="list" />
      <div className="px-7 pt-2">
        <TabLinks
          label="Views"
          tabs={[
            {
              label: words.window,
              href: "/design?part=list",
              current: true,
              count: formatNumber(2431, locale),
            },
            { label: words.notFinal, href: "/design?part=list&view=b", current: false, count: "34" },
          ]}
          end={<Anchor href="/design">{words.notes}</Anchor>}
        />
      </div>
      <Opened>
        <ColumnChooser
          address={{ ...address, params: { ...address.params, column: ["state", "amount"] } }}
          columns={columns(words, locale).map(({ key, header }) => ({ key, label: header }))}
        />
        <ViewsMenu path="/design" views={[]} mayShare={false} present={{ list: "payments", query: "" }} />
        <ViewsMenu
          path="/design"
          views={[
            { ...view, id: "viw_1", name: words.window, here: true },
            { ...view, id: "viw_2", name: words.notFinal },
            { ...view, id: "viw_3", name: words.unknownLead.slice(0, 58), own: false, removable: false },
          ]}
          mayShare
          present={{ list: "payments", query: "" }}
        />
      </Opened>
      <FilterChips
        find={{ address, name: "q", label: words.find }}
        chips={[
          {
            label: "Creditor",
            value: "Halmstrup, Waterlinie",
            removeHref: hrefWith(address, { creditor: null }),
          },
          { label: words.state, value: words.parts.unknown, removeHref: hrefWith(address, { state: null }) },
        ]}
        add={[
          {
            label: words.window,
            options: [
              { label: "November", href: hrefWith(address, { window: "2026-11" }) },
              { label: "December", href: hrefWith(address, { window: "2026-12" }) },
            ],
          },
          { label: words.debtor, options: [{ label: "CVR", href: hrefWith(address, { kind: "company" }) }] },
        ]}
        end={<Anchor href="/design">{words.purpose}</Anchor>}
      />
      <DataTable
        caption={views("payments")}
        columns={columns(words, locale)}
        rows={payments}
        rowKey={(row) => row.id}
        rowHref={(row) => `/design?part=record&id=${encodeURIComponent(row.id)}`}
        address={address}
        sort={{ key: "evidence", direction: "down" }}
        select={{ form: "selection", name: "payment" }}
        empty={null}
      />
      <DataTable
        caption={words.notes}
        columns={columns(words, locale)}
        rows={[]}
        rowKey={(row) => row.id}
        empty={<Empty action={<ButtonLink href="/design">{t("removeAll")}</ButtonLink>}>{words.lead}</Empty>}
      />
      <TableFoot
        hints={["move", "select", "open", "find", "filter", "new"]}
        more={[{ keys: ["g", "d"], label: views("deadlines") }]}
        note={`1–14 / ${formatNumber(2431, locale)}`}
        paging={{ address: { ...address, params: { ...address.params, after: "pay_1" } }, next: "pay_17" }}
        selection={
          <ListSelection
            locale={locale}
            words={{ ...selectionWords(t, states), check: words.check, working: words.working }}
            weights={payments.map((row) => weightOf({ ...row, test: false }))}
          />
        }
      />
    </>
  );
}

function columns(words: SampleWords, locale: Locale): Column<SamplePayment>[] {
  return [
    { key: "debtor", header: words.debtor, names: true, cell: (row) => row.debtor, sort: "debtor" },
    { key: "customer", header: words.customer, muted: true, cell: (row) => row.customer, hide: "narrow" },
    { key: "purpose", header: words.purpose, muted: true, cell: (row) => row.purpose, hide: "medium" },
    {
      key: "state",
      header: words.state,
      cell: ({ state, final, underway, modifier }) => (
        <PaymentStateWord state={state} final={final ?? false} underway={underway} modifier={modifier} />
      ),
    },
    {
      key: "requested",
      header: words.requested,
      align: "right",
      hide: "medium",
      cell: (row) => formatDay(row.requested, locale, { year: today }),
    },
    {
      key: "planned",
      header: words.planned,
      align: "right",
      hide: "narrow",
      sort: "planned",
      cell: (row) => {
        if (!row.planned) return null;
        const written = formatDay(row.planned, locale, { year: today });
        return row.planned === row.requested ? written : <b>{written}</b>;
      },
    },
    {
      key: "evidence",
      header: words.evidenceHead,
      align: "right",
      sort: "evidence",
      hide: "narrow",
      cell: (row) => formatAge(new Date(now.getTime() - row.ageMinutes * 60_000), now, locale),
    },
    { key: "until", header: words.notFinal, muted: true, cell: (row) => row.until, hide: "medium" },
    {
      key: "currency",
      header: "Currency",
      align: "currency",
      cell: (row) => formatMoney(row, locale).currency,
    },
    {
      key: "amount",
      header: words.amount,
      align: "amount",
      sort: "amount",
      cell: (row) => formatMoney(row, locale).amount,
    },
  ];
}
