import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { ticks } from "@/app/(desk)/_shared/ticks";
import type { ListAddress, Sort } from "@/components/data-table/address";
import type { CellContent, Column, Written } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { paymentStateText } from "@/components/ui/state-words";
import type { Ctx } from "@/lib/context";
import { formatAge, formatDay, formatMoney, formatMonth } from "@/lib/i18n/format";
import { type Day, day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import type { Payment } from "@/lib/payments/door";
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
  const states = useTranslations("states");
  return (
    <DataTable
      caption={t("title")}
      columns={[...who(t, states, rest), ...dates(t, rest), ...outcome(t, rest)]}
      rows={rows}
      rowKey={({ payment }) => payment.id}
      rowHref={({ payment }) => routes.payment(payment.id)}
      address={address}
      sort={sort}
      select={ticks}
      empty={empty}
    />
  );
}

/** What can be chosen besides the debtor, who is always there. */
export const paymentColumns = [
  { key: "customer" },
  { key: "purpose" },
  { key: "reference", extra: true },
  { key: "provider" },
  { key: "state" },
  { key: "requested" },
  { key: "planned" },
  { key: "actual" },
  { key: "window" },
  { key: "evidence" },
  { key: "until" },
  { key: "created", extra: true },
  { key: "amount" },
] as const;

type Words = ReturnType<typeof useTranslations<"payments">>;
type StateWords = ReturnType<typeof useTranslations<"states">>;
type Look = Pick<PaymentTableProps, "providers" | "now" | "locale">;
type Columns = Column<PaymentRow>[];

function who(t: Words, states: StateWords, { providers }: Look): Columns {
  const nobody = t("nobodyYet");
  const testMark = states("testMark");
  const state = once<CellContent>();
  return [
    {
      key: "debtor",
      header: t("columns.debtor"),
      names: true,
      cell: ({ payment }) => nameOf(payment, nobody, testMark),
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
      clip: "max-w-40 max-[1500px]:max-w-30 max-[1360px]:max-w-18",
      cell: ({ payment }) => payment.text,
    },
    {
      key: "reference",
      header: t("columns.reference"),
      muted: true,
      extra: true,
      cell: ({ payment }) => payment.reference,
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
      cell: ({ payment: { state: proven }, standing }) => {
        const { underway, modifier, final } = standing;
        return state(`${proven} ${underway} ${modifier} ${final}`, () =>
          paymentStateText(states, proven, standing),
        );
      },
    },
  ];
}

function dates(t: Words, { now, locale }: Look): Columns {
  const today = dayIn(now, DESK_ZONE);
  const monthOf = onceFor((window) => {
    const month = collectionMonth(window);
    return month && formatMonth(month, locale, "short");
  });
  const written = onceFor((text) => formatDay(day(text), locale, { year: today }));
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
        styled(written(planned), planned === requested ? undefined : "strong"),
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
      cell: ({ payment }) => monthOf(payment.window),
    },
  ];
}

function outcome(t: Words, { now, locale }: Look): Columns {
  const today = dayIn(now, DESK_ZONE);
  const untilText = untilTexts(t, locale, today);
  return [
    {
      key: "evidence",
      header: t("columns.evidence"),
      align: "right",
      hide: "medium",
      cell: ({ payment, standing }) => {
        const age = payment.evidenceAt && formatAge(payment.evidenceAt, now, locale);
        return styled(age, standing.modifier === "stale" ? "warn" : undefined);
      },
    },
    {
      key: "until",
      header: t("columns.until"),
      muted: true,
      hide: "medium",
      cell: ({ standing: { end } }) => end && untilText(end),
    },
    {
      key: "created",
      header: t("columns.created"),
      align: "right",
      extra: true,
      cell: ({ payment }) => formatDay(dayIn(payment.createdAt, DESK_ZONE), locale, { year: today }),
    },
    {
      key: "currency",
      header: t("columns.currency"),
      align: "currency",
      follows: "amount",
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

/** Who pays; said in grey when nobody of ours does, and flagged when no real money moves. */
function nameOf({ debtorName, test }: Payment, nobody: string, testMark: string): CellContent {
  const look = debtorName === "" ? "absent" : undefined;
  return look || test ? { text: debtorName || nobody, look, flag: test ? testMark : undefined } : debtorName;
}

const styled = (text: string | null, look: Written["look"]): CellContent =>
  text && look ? { text, look } : text;

/** A page has few different states and days, and putting a sentence together costs far more than looking it up. */
function once<T>(): (name: string, make: () => T) => T {
  const made = new Map<string, T>();
  return (name, make) => {
    const found = made.get(name) ?? make();
    made.set(name, found);
    return found;
  };
}

/** The same for what a stored text alone decides. */
function onceFor(make: (text: string) => string | null): (text: string | null) => string | null {
  const known = once<string | null>();
  return (text) => text && known(text, () => make(text));
}

/** Many rows have the same few sentences, each with another day: one is put together once, and the day put in. */
function untilTexts(t: Words, locale: Locale, today: Day): (end: OpenEnd) => CellContent {
  const sentence = once<string>();
  return (end) => {
    const said = sentence(end.code, () =>
      "until" in end ? t(`until.${end.code}`, { day: "{day}" }) : t(`until.${end.code}`),
    );
    if (!("until" in end)) return styled(said, end.code === "slipped" ? "warn" : undefined);
    return said.replace("{day}", formatDay(end.until, locale, { year: today }));
  };
}
