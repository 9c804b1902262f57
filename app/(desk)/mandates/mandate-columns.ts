import type { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/column";
import { mandateStateText } from "@/components/ui/state-words";
import type { Ctx } from "@/lib/context";
import { formatAge, formatDay } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { MandateRow } from "@/lib/mandates/columns";
import { standingOf } from "@/lib/mandates/standing";

type Words = Awaited<ReturnType<typeof getTranslations<"mandates">>>;
type StateWords = Awaited<ReturnType<typeof getTranslations<"states">>>;

/** What can be chosen besides the debtor, who is always there. */
export const mandateColumnNames = [
  { key: "customer" },
  { key: "provider" },
  { key: "scheme" },
  { key: "state" },
  { key: "number" },
  { key: "usable", extra: true },
  { key: "reason", extra: true },
  { key: "evidence" },
  { key: "created" },
] as const;

/** The columns of a table of mandates; a debtor's own table leaves out the first two. */
export function mandateColumns(
  words: Words,
  states: StateWords,
  providers: Ctx["providers"],
  { locale, zone, now }: Reader,
): Record<"debtor" | (typeof mandateColumnNames)[number]["key"], Column<MandateRow>> {
  const today = dayIn(now, zone);
  const schemeOf = (row: MandateRow) =>
    providers[row.provider]?.schemes.find((one) => one.code === row.scheme)?.label[locale] ?? row.scheme;
  return {
    debtor: {
      key: "debtor",
      header: words("columns.debtor"),
      names: true,
      cell: (row) => row.debtorName || { text: words("nobody"), look: "absent" },
    },
    customer: {
      key: "customer",
      header: words("columns.customer"),
      cell: (row) => row.customerNumber,
      hide: "narrow",
    },
    provider: {
      key: "provider",
      header: words("columns.provider"),
      muted: true,
      hide: "narrow",
      cell: (row) => providers[row.provider]?.label ?? row.provider,
    },
    scheme: { key: "scheme", header: words("columns.scheme"), muted: true, hide: "medium", cell: schemeOf },
    state: {
      key: "state",
      header: words("columns.state"),
      cell: (row) => mandateStateText(states, row.state, standingOf(row)),
    },
    number: {
      key: "number",
      header: words("columns.number"),
      muted: true,
      hide: "medium",
      cell: (row) => row.mandateNumber,
    },
    usable: {
      key: "usable",
      header: words("columns.usable"),
      align: "right",
      extra: true,
      cell: (row) => row.usableFrom && formatDay(day(row.usableFrom), locale, { year: today }),
    },
    reason: {
      key: "reason",
      header: words("columns.reason"),
      muted: true,
      extra: true,
      clip: "max-w-60",
      cell: (row) => row.reasonText,
    },
    evidence: {
      key: "evidence",
      header: words("columns.evidence"),
      align: "right",
      hide: "narrow",
      cell: (row) => row.evidenceAt && formatAge(row.evidenceAt, now, locale),
    },
    created: {
      key: "created",
      header: words("columns.created"),
      align: "right",
      hide: "narrow",
      sort: "newest",
      cell: (row) => formatDay(dayIn(row.createdAt, zone), locale, { year: today }),
    },
  };
}
