import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListAddress, Sort } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { PaymentStateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import { formatAge, formatDay, formatMoney, formatMonth } from "@/lib/i18n/format";
import { type Day, day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import type { OpenEnd } from "@/lib/payments/open-end";
import { collectionMonth } from "@/lib/payments/schedule";
import type { PaymentRow } from "@/lib/payments/standings";
import { routes } from "@/lib/routes";

export interface PaymentTableProps {
  rows: readonly PaymentRow[];
  providers: Ctx["providers"];
  now: Date;
  locale: Locale;
  address: ListAddress;
  sort: Sort | null;
  empty: ReactNode;
}

/** Payments as rows: where each stands, its three dates, and until when it is not final. */
export function PaymentTable({ rows, address, sort, empty, ...rest }: PaymentTableProps) {
  const t = useTranslations("payments");
  return (
    <DataTable
      caption={t("title")}
      columns={[...who(t, rest), ...dates(t, rest), ...outcome(t, rest)]}
      rows={rows}
      rowKey={({ payment }) => payment.id}
      rowHref={({ payment }) => routes.payment(payment.id)}
      address={address}
      sort={sort}
      empty={empty}
    />
  );
}

type Words = ReturnType<typeof useTranslations<"payments">>;
type Look = Pick<PaymentTableProps, "providers" | "now" | "locale">;
type Columns = Column<PaymentRow>[];

function who(t: Words, { providers }: Look): Columns {
  return [
    {
      key: "debtor",
      header: t("columns.debtor"),
      names: true,
      cell: ({ payment }) => (
        <>
          {payment.debtorName || <span className="text-ink-3">{t("nobodyYet")}</span>}
          {payment.test ? (
            <>
              {" "}
              <TestFlag />
            </>
          ) : null}
        </>
      ),
    },
    {
      key: "customer",
      header: t("columns.customer"),
      muted: true,
      hide: "narrow",
      cell: ({ payment }) => payment.customerNumber,
    },
    {
      key: "purpose",
      header: t("columns.purpose"),
      muted: true,
      hide: "medium",
      cell: ({ payment: { text } }) =>
        text && (
          <span className="block max-w-40 truncate" title={text}>
            {text}
          </span>
        ),
    },
    {
      key: "provider",
      header: t("columns.provider"),
      muted: true,
      hide: "wide",
      cell: ({ payment }) => providers[payment.provider]?.label ?? payment.provider,
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: ({ payment, standing }) => <PaymentStateWord state={payment.state} {...standing} />,
    },
  ];
}

function dates(t: Words, { now, locale }: Look): Columns {
  const today = dayIn(now, "Europe/Copenhagen");
  const written = (text: string | null) => text && formatDay(day(text), locale, { year: today });
  return [
    {
      key: "requested",
      header: t("columns.requested"),
      align: "right",
      sort: "requested",
      hide: "medium",
      cell: ({ payment }) => written(payment.requested),
    },
    {
      key: "planned",
      header: t("columns.planned"),
      align: "right",
      hide: "narrow",
      cell: ({ payment: { planned, requested } }) =>
        planned === requested ? written(planned) : planned && <b>{written(planned)}</b>,
    },
    {
      key: "actual",
      header: t("columns.actual"),
      align: "right",
      hide: "wide",
      cell: ({ payment }) => written(payment.settledOn),
    },
    {
      key: "window",
      header: t("columns.window"),
      muted: true,
      hide: "medium",
      cell: ({ payment }) => {
        const month = collectionMonth(payment.window);
        return month && formatMonth(month, locale, "short");
      },
    },
  ];
}

function outcome(t: Words, { now, locale }: Look): Columns {
  const today = dayIn(now, "Europe/Copenhagen");
  return [
    {
      key: "evidence",
      header: t("columns.evidence"),
      align: "right",
      hide: "narrow",
      cell: ({ payment, standing }) => {
        const age = payment.evidenceAt && formatAge(payment.evidenceAt, now, locale);
        return standing.modifier === "stale" ? <span className="tone-warn">{age}</span> : age;
      },
    },
    {
      key: "until",
      header: t("columns.until"),
      muted: true,
      hide: "medium",
      cell: ({ standing: { end } }) => end && <Until end={end} t={t} locale={locale} today={today} />,
    },
    {
      key: "currency",
      header: t("columns.currency"),
      align: "currency",
      cell: ({ payment }) => payment.currency,
    },
    {
      key: "amount",
      header: t("columns.amount"),
      align: "amount",
      sort: "amount",
      cell: ({ payment }) => formatMoney(payment, locale).amount,
    },
  ];
}

function Until({ end, t, locale, today }: { end: OpenEnd; t: Words; locale: Locale; today: Day }) {
  if ("until" in end) return t(`until.${end.code}`, { day: formatDay(end.until, locale, { year: today }) });
  const words = t(`until.${end.code}`);
  return end.code === "slipped" ? <span className="tone-warn">{words}</span> : words;
}
