import { getLocale, getTranslations } from "next-intl/server";
import { connectionColumns } from "@/app/(desk)/connections/connection-columns";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import { cutoffFinder } from "@/lib/connections/cutoff-finder";
import { listConnections } from "@/lib/connections/list";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** Every connection in a row: how it fares, with which credential, and when that ends. */
export async function ConnectionList({ ctx }: { ctx: Ctx }) {
  const [rows, finder, t, locale] = await Promise.all([
    listConnections(ctx),
    cutoffFinder(ctx),
    getTranslations("connections"),
    getLocale(),
  ]);
  const first = ctx.permissions.has("connections.manage") ? (
    <ButtonLink href={routes.newConnection()} look="solid">
      {t("new")}
    </ButtonLink>
  ) : (
    <p>{t("empty.who")}</p>
  );
  return (
    <DataTable
      caption={t("title")}
      columns={connectionColumns({ ctx, finder, t, locale, now: ctx.clock.now() })}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => routes.connection(row.id)}
      empty={<Empty action={first}>{t("empty.says")}</Empty>}
    />
  );
}
