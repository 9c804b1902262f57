import { getLocale, getTranslations } from "next-intl/server";
import { auditColumns } from "@/app/(desk)/settings/audit-columns";
import { hrefWith } from "@/components/data-table/address";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { Anchor } from "@/components/ui/anchor";
import { listAudit } from "@/lib/audit/list";
import type { Ctx } from "@/lib/context";
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
  const reading = { t, words, locale, zone: ZONE, today: dayIn(ctx.clock.now(), ZONE) };
  const address = { path: routes.settings(), params: {} };
  return (
    <>
      <DataTable
        caption={t("title")}
        columns={auditColumns(reading)}
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
