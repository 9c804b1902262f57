import { DESK_ZONE } from "@/app/(desk)/connections/desk-zone";
import { type ConnectionWords, expiryText, healthMarks } from "@/app/(desk)/connections/words";
import type { Column } from "@/components/data-table/column";
import { StateWord } from "@/components/ui/state-word";
import type { CutoffFinder } from "@/lib/connections/cutoff-finder";
import { expiryOf } from "@/lib/connections/expiry";
import { healthOf } from "@/lib/connections/health";
import type { ConnectionRow } from "@/lib/connections/list";
import type { Ctx } from "@/lib/context";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";

export interface ConnectionReading {
  ctx: Pick<Ctx, "providers">;
  finder: CutoffFinder;
  t: ConnectionWords;
  locale: Locale;
  now: Date;
}

/** The columns of the list; what tells how a connection fares stays on a telephone. */
export function connectionColumns(reading: ConnectionReading): Column<ConnectionRow>[] {
  const { ctx, t, locale, now } = reading;
  const time = (at: Date | null) =>
    at && formatInstant(at, locale, DESK_ZONE, { city: false, weekday: false, year: dayIn(now, DESK_ZONE) });
  return [
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
    { key: "state", header: t("columns.state"), cell: (row) => <HealthCell row={row} t={t} /> },
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
      cell: (row) => expiryCell(row, reading),
    },
    {
      key: "agreements",
      header: t("columns.agreements"),
      align: "right",
      hide: "narrow",
      cell: (row) => activeText(row, t),
    },
  ];
}

function HealthCell({ row, t }: { row: ConnectionRow; t: ConnectionWords }) {
  const { state } = healthOf({ ...row, hasCredential: row.credential !== null });
  return <StateWord mark={healthMarks[state]}>{t(`health.${state}`)}</StateWord>;
}

/** Empty where no end is known; a warning from 60 days before. */
function expiryCell(row: ConnectionRow, { finder, t, locale, now }: ConnectionReading) {
  const expiry = expiryOf(row.credential?.expiresAt ?? null, now, finder(row.id));
  if (!expiry) return null;
  const day = formatDay(dayIn(expiry.expiresAt, DESK_ZONE), locale, { year: dayIn(now, DESK_ZONE) });
  const text = expiryText(expiry, day, t);
  return expiry.state === "fine" ? text : <StateWord mark="stale">{text}</StateWord>;
}

function activeText({ agreements }: ConnectionRow, t: ConnectionWords): string {
  const active = agreements.filter((one) => one.state === "active").length;
  return t("agreementCount", { active: String(active), all: String(agreements.length) });
}
