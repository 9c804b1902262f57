import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/connections/desk-zone";
import { expiryText, healthMarks } from "@/app/(desk)/connections/words";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import { StateWord } from "@/components/ui/state-word";
import { cutoffFinder } from "@/lib/connections/cutoff-finder";
import { expiryOf } from "@/lib/connections/expiry";
import { healthOf } from "@/lib/connections/health";
import { type ConnectionRow, listConnections } from "@/lib/connections/list";
import type { Ctx } from "@/lib/context";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** Every connection in a row: how it fares, with which credential, and when that ends. */
export async function ConnectionList({ ctx }: { ctx: Ctx }) {
  const [rows, finder, t, locale] = await Promise.all([
    listConnections(ctx),
    cutoffFinder(ctx),
    getTranslations("connections"),
    getLocale(),
  ]);
  const now = ctx.clock.now();
  const today = dayIn(now, DESK_ZONE);
  const time = (at: Date | null) =>
    at && formatInstant(at, locale, DESK_ZONE, { city: false, weekday: false, year: today });
  const columns: Column<ConnectionRow>[] = [
    { key: "name", header: t("columns.name"), names: true, cell: (row) => row.name },
    {
      key: "provider",
      header: t("columns.provider"),
      muted: true,
      hide: "medium",
      cell: (row) => ctx.providers[row.provider]?.label ?? row.provider,
    },
    {
      key: "environment",
      header: t("columns.environment"),
      cell: (row) => t(`environment.${row.environment}`),
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: (row) => {
        const { state } = healthOf({ ...row, hasCredential: row.credential !== null });
        return <StateWord mark={healthMarks[state]}>{t(`health.${state}`)}</StateWord>;
      },
    },
    {
      key: "ok",
      header: t("columns.lastOk"),
      muted: true,
      hide: "narrow",
      cell: (row) => time(row.lastOkAt),
    },
    {
      key: "event",
      header: t("columns.lastEvent"),
      muted: true,
      hide: "medium",
      cell: (row) => time(row.lastEventAt),
    },
    {
      key: "credential",
      header: t("columns.credential"),
      muted: true,
      hide: "narrow",
      cell: (row) => row.credential && <span className="mono">••••{row.credential.lastFour}</span>,
    },
    {
      key: "expires",
      header: t("columns.expires"),
      hide: "narrow",
      cell: (row) => {
        const expiry = expiryOf(row.credential?.expiresAt ?? null, now, finder(row.id));
        if (!expiry) return null;
        const text = expiryText(
          expiry,
          formatDay(dayIn(expiry.expiresAt, DESK_ZONE), locale, { year: today }),
          t,
        );
        return expiry.state === "fine" ? text : <StateWord mark="stale">{text}</StateWord>;
      },
    },
    {
      key: "agreements",
      header: t("columns.agreements"),
      align: "right",
      hide: "narrow",
      cell: (row) =>
        t("agreementCount", {
          active: String(row.agreements.filter((one) => one.state === "active").length),
          all: String(row.agreements.length),
        }),
    },
  ];
  return (
    <DataTable
      caption={t("title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => routes.connection(row.id)}
      empty={
        <Empty
          action={
            ctx.permissions.has("connections.manage") ? (
              <ButtonLink href={routes.newConnection()} look="solid">
                {t("new")}
              </ButtonLink>
            ) : (
              <p>{t("empty.who")}</p>
            )
          }
        >
          {t("empty.says")}
        </Empty>
      }
    />
  );
}
