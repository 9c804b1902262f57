import type { getTranslations } from "next-intl/server";
import { ActorText } from "@/app/(desk)/settings/actor-text";
import { actionText, nounText, subjectHref } from "@/app/(desk)/settings/audit-words";
import { ChangeText } from "@/app/(desk)/settings/change-text";
import type { Column } from "@/components/data-table/column";
import { Anchor } from "@/components/ui/anchor";
import type { AuditRow } from "@/lib/audit/list";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import type { Day } from "@/lib/kernel/day";
import type { Zone } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";

type AuditWords = Awaited<ReturnType<typeof getTranslations<"audit">>>;

export interface AuditReading {
  t: Awaited<ReturnType<typeof getTranslations<"settings.audit">>>;
  words: AuditWords;
  locale: Locale;
  zone: Zone;
  today: Day;
}

/** Number, time, what, who, about what, why, and what changed. */
export function auditColumns({ t, words, locale, zone, today }: AuditReading): Column<AuditRow>[] {
  return [
    {
      key: "number",
      header: t("number"),
      align: "right",
      muted: true,
      cell: (row) => formatNumber(row.seq, locale),
    },
    {
      key: "time",
      header: t("time"),
      cell: (row) => formatInstant(row.at, locale, zone, { city: false, year: today }),
    },
    { key: "what", header: t("what"), names: true, cell: (row) => actionText(row.action, words) },
    { key: "who", header: t("who"), hide: "narrow", cell: (row) => <ActorText row={row} /> },
    {
      key: "about",
      header: t("about"),
      muted: true,
      hide: "narrow",
      cell: (row) => <SubjectCell row={row} words={words} />,
    },
    {
      key: "reason",
      header: t("reason"),
      muted: true,
      hide: "medium",
      cell: (row) =>
        row.reason && <span className="block max-w-[280px] whitespace-normal">{row.reason}</span>,
    },
    {
      key: "change",
      header: t("change"),
      hide: "medium",
      cell: (row) => (row.before || row.after ? <ChangeText row={row} /> : null),
    },
  ];
}

/** What an entry is about, as a way to it where it has a place. */
function SubjectCell({ row, words }: { row: AuditRow; words: AuditWords }) {
  const href = subjectHref(row);
  const text = nounText(row.noun, words);
  if (href === null) return <span title={row.subjectId}>{text}</span>;
  return (
    <Anchor href={href} className="inline-block py-0.5" title={row.subjectId}>
      {text}
    </Anchor>
  );
}
