import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { maySeeConnections } from "@/app/(desk)/_shared/may-see-connections";
import { ConnectionList } from "@/app/(desk)/connections/connection-list";
import { ConnectionsSkeleton } from "@/app/(desk)/connections/connections-skeleton";
import { NoConnections } from "@/app/(desk)/connections/no-permission";
import { requireSignedIn } from "@/app/session";
import { TableFoot } from "@/components/data-table/table-foot";
import { PageHead } from "@/components/layout/page-head";
import { Button, ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("connections");
  return { title: t("title") };
}

/** The accounts at providers. */
export default async function ConnectionsPage() {
  const [{ ctx }, t, fence] = await Promise.all([
    requireSignedIn(),
    getTranslations("connections"),
    getTranslations("fence"),
  ]);
  if (!maySeeConnections(ctx)) return <NoConnections ctx={ctx} />;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")}>
        <ButtonLink href={routes.fence()}>{fence("open")}</ButtonLink>
        {ctx.permissions.has("connections.manage") ? (
          <ButtonLink href={routes.newConnection()} look="solid" shortcut="n">
            {t("new")}
          </ButtonLink>
        ) : (
          <Button off={t("newOff")}>{t("new")}</Button>
        )}
      </PageHead>
      <div className="pt-3">
        <Suspense fallback={<ConnectionsSkeleton />}>
          <ConnectionList ctx={ctx} />
        </Suspense>
      </div>
      <TableFoot
        hints={["move", "open", ...(ctx.permissions.has("connections.manage") ? ["new" as const] : [])]}
      />
    </>
  );
}
