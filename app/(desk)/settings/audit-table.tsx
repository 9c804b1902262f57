import { getLocale, getTranslations } from "next-intl/server";
import { ActorText } from "@/app/(desk)/settings/actor-text";
import { actionText, nounText, subjectHref } from "@/app/(desk)/settings/audit-words";
import { ChangeText } from "@/app/(desk)/settings/change-text";
import { hrefWith } from "@/components/data-table/address";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { Anchor } from "@/components/ui/anchor";
import { type AuditRow, listAudit } from "@/lib/audit/list";
import type { Ctx } from "@/lib/context";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

const ZONE = "Europe/Copenhagen";

/** Fifty entries, newest first: when, who, what, about what, and why. */
export async function AuditTable({ ctx, before }: { ctx: Ctx; before: number | undefined }) {
  const [{ rows, next }, t, words, locale] = await Promise.all([
    listAudit(ctx, before),
    getTranslations("settings.audit"),
    getTranslations("audit"),
    getLocale(),
  ]);
  const today = dayIn(ctx.clock.now(), ZONE);
  const columns: Column<AuditRow>[] = [
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
      cell: (row) => formatInstant(row.at, locale, ZONE, { city: false, year: today }),
    },
    { key: "what", header: t("what"), names: true, cell: (row) => actionText(row.action, words) },
    { key: "who", header: t("who"), hide: "narrow", cell: (row) => <ActorText row={row} /> },
    {
      key: "about",
      header: t("about"),
      muted: true,
      hide: "narrow",
      cell: (row) => {
        const href = subjectHref(row);
        const text = nounText(row.noun, words);
        return href ? (
          <Anchor href={href} prefetch={false} className="inline-block py-0.5" title={row.subjectId}>
            {text}
          </Anchor>
        ) : (
          <span title={row.subjectId}>{text}</span>
        );
      },
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
  const address = { path: routes.settings(), params: {} };
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<Empty>{t("none")}</Empty>}
      />
      <p className="flex gap-6 px-(--margin) py-3">
        {before === undefined ? null : (
          <Anchor href={hrefWith(address, {})} scroll={false} className="py-1">
            {t("newest")}
          </Anchor>
        )}
        {next === null ? null : (
          <Anchor
            href={hrefWith(address, { before: String(next) })}
            prefetch={false}
            scroll={false}
            rel="next"
            className="py-1"
          >
            {t("older")}
          </Anchor>
        )}
      </p>
    </>
  );
}
