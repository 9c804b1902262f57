import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { paymentStateText } from "@/components/ui/state-words";
import { formatDay, formatMoney } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { PaymentRow } from "@/lib/payments/standings";
import { routes } from "@/lib/routes";

/** The payments of one debtor or one mandate: when, what for, where it stands, how much. */
export async function PaymentsTable({ rows, reader }: { rows: readonly PaymentRow[]; reader: Reader }) {
  const [t, states] = await Promise.all([getTranslations("payments"), getTranslations("states")]);
  const { locale, now, zone } = reader;
  const today = dayIn(now, zone);
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={({ payment }) => payment.id}
      rowHref={({ payment }) => routes.payment(payment.id)}
      empty={null}
      columns={[
        {
          key: "planned",
          header: t("columns.planned"),
          names: true,
          width: 110,
          cell: ({ payment }) =>
            formatDay(day(payment.planned ?? payment.requested), locale, { year: today }),
        },
        {
          key: "purpose",
          header: t("columns.purpose"),
          muted: true,
          hide: "narrow",
          clip: "max-w-60",
          cell: ({ payment }) => payment.text,
        },
        {
          key: "state",
          width: 190,
          header: t("columns.state"),
          cell: ({ payment, standing }) => paymentStateText(states, payment.state, standing),
        },
        {
          key: "currency",
          header: t("columns.currency"),
          align: "currency",
          width: 60,
          cell: ({ payment }) => payment.currency,
        },
        {
          key: "amount",
          header: t("columns.amount"),
          align: "amount",
          width: 110,
          cell: ({ payment }) => formatMoney(payment, locale).amount,
        },
      ]}
    />
  );
}
