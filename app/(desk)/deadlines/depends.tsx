import { getTranslations } from "next-intl/server";
import { agreementMarks } from "@/app/(desk)/_shared/agreement-marks";
import { maySeeConnections } from "@/app/(desk)/_shared/may-see-connections";
import type { View } from "@/app/(desk)/deadlines/view";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Banner } from "@/components/feedback/banner";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";
import { listConnections } from "@/lib/connections/list";
import { formatInstant } from "@/lib/i18n/format";
import type { RuleUse } from "@/lib/overview/rules";
import { routes } from "@/lib/routes";

/** The agreements that collect by the rule, and a credential that does not live to see the cut-off. */
export async function Depends({ view }: { view: View }) {
  const { ctx, locale, rule, next, shown } = view;
  const [t, connections] = await Promise.all([getTranslations("deadlines.depends"), listConnections(ctx)]);
  const links = maySeeConnections(ctx);
  const used = new Set(shown.uses.map((use) => use.connectionId));
  const expiring = connections.filter(
    ({ id, credential }) => used.has(id) && credential?.expiresAt && credential.expiresAt < next.cutoffAt,
  );
  const columns: Column<RuleUse>[] = [
    { key: "agreement", header: t("agreement"), names: true, cell: (use) => use.agreement },
    { key: "connection", header: t("connection"), cell: (use) => use.connection, hide: "narrow" },
    { key: "provider", header: t("provider"), muted: true, cell: (use) => use.provider, hide: "medium" },
    {
      key: "state",
      header: t("state"),
      cell: (use) => (
        <StateWord mark={agreementMarks[use.state]}>{t(`agreementState.${use.state}`)}</StateWord>
      ),
    },
  ];
  return (
    <>
      <Section title={t("title")}>{null}</Section>
      {expiring.map((connection) => (
        <Banner
          key={connection.id}
          tone="warn"
          title={t("expires", {
            connection: connection.name,
            when: connection.credential?.expiresAt
              ? formatInstant(connection.credential.expiresAt, locale, rule.zone)
              : "",
          })}
          action={
            ctx.permissions.has("connections.manage") ? (
              <Anchor href={routes.connectionCredential(connection.id)}>{t("replace")}</Anchor>
            ) : null
          }
        />
      ))}
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={shown.uses}
        rowKey={(use) => use.agreementId}
        {...(links ? { rowHref: (use: RuleUse) => routes.connection(use.connectionId) } : {})}
        empty={null}
      />
    </>
  );
}
