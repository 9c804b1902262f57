import { getLocale, getTranslations } from "next-intl/server";
import { RevokeKey } from "@/app/(desk)/settings/revoke-key";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { StateWord } from "@/components/ui/state-word";
import type { apiKeys } from "@/db/schema";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";

type Key = typeof apiKeys.$inferSelect;

const ZONE = "Europe/Copenhagen";

/** The keys with their last use; one that is active can be revoked, with what that does. */
export async function KeyTable({ rows, now }: { rows: readonly Key[]; now: Date }) {
  const [t, roles, locale] = await Promise.all([
    getTranslations("settings.keys"),
    getTranslations("roles"),
    getLocale(),
  ]);
  const today = dayIn(now, ZONE);
  const written = new Intl.ListFormat(locale);
  const day = (at: Date) => formatDay(dayIn(at, ZONE), locale, { year: today });
  const columns: Column<Key>[] = [
    { key: "name", header: t("name"), names: true, cell: (key) => key.name },
    {
      key: "role",
      header: t("role"),
      cell: (key) => written.format([key.role, ...(key.moreRoles ?? [])].map((role) => roles(role))),
    },
    {
      key: "ends",
      header: t("ends"),
      muted: true,
      hide: "narrow",
      cell: (key) => <span className="mono">••••{key.lastFour}</span>,
    },
    {
      key: "made",
      header: t("made"),
      muted: true,
      hide: "medium",
      cell: (key) => t("madeBy", { day: day(key.createdAt), name: key.createdBy }),
    },
    {
      key: "used",
      header: t("lastUsed"),
      muted: true,
      hide: "narrow",
      cell: (key) =>
        key.lastUsedAt
          ? formatInstant(key.lastUsedAt, locale, ZONE, { city: false, year: today })
          : t("never"),
    },
    {
      key: "state",
      header: t("state"),
      cell: (key) =>
        key.revokedAt ? (
          <StateWord mark="ended">{t("revoked", { day: day(key.revokedAt) })}</StateWord>
        ) : (
          <StateWord mark="final">{t("active")}</StateWord>
        ),
    },
    {
      key: "revoke",
      header: t("revoke"),
      align: "right",
      cell: (key) => (key.revokedAt ? null : <RevokeKey id={key.id} name={key.name} />),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(key) => key.id}
      empty={<Empty>{t("empty")}</Empty>}
    />
  );
}
