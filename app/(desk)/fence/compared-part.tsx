import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { compareAction } from "@/app/(desk)/fence/actions";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Section } from "@/components/layout/section";
import { StateWord } from "@/components/ui/state-word";
import { type Compared, comparedConnections } from "@/lib/comparison/list";
import type { Ctx } from "@/lib/context";
import type { Reader } from "@/lib/i18n/writer";

const marks = { running: "waits", complete: "final", incomplete: "stale" } as const;

/** Each connection with its last comparison, and the button for the next. */
export async function ComparedPart({ ctx, reader }: { ctx: Ctx; reader: Reader }) {
  const [t, common, rows] = await Promise.all([
    getTranslations("fence.compared"),
    getTranslations("common"),
    comparedConnections(ctx),
  ]);
  const may = ctx.permissions.has("fence.compare");
  const columns: Column<Compared>[] = [
    { key: "name", header: t("connection"), names: true, cell: ({ connection }) => connection.name },
    {
      key: "newest",
      header: t("newest"),
      cell: ({ newest }) =>
        newest ? (
          <StateWord mark={marks[newest.state]}>
            {t(newest.state)}, {clockOrDay(newest.finishedAt ?? newest.startedAt, reader)}
          </StateWord>
        ) : (
          t("never")
        ),
    },
    {
      key: "counts",
      header: t("read"),
      muted: true,
      hide: "medium",
      cell: ({ newest }) =>
        newest?.finishedAt
          ? t("counts", { there: String(newest.readThere), ours: String(newest.ours) })
          : null,
    },
    {
      key: "gaps",
      header: t("gaps"),
      align: "right",
      cell: ({ newest, open }) => (newest?.finishedAt ? open : null),
    },
    {
      key: "compare",
      header: t("compare"),
      align: "right",
      cell: ({ connection }) =>
        may ? (
          <ActionForm action={compareAction} hidden={{ connection: connection.id, name: connection.name }}>
            <SubmitButton look="word" working={t("comparing")}>
              {t("compare")}
            </SubmitButton>
            <FormOutcome close={common("close")} />
          </ActionForm>
        ) : (
          t("adminsOnly")
        ),
    },
  ];
  return (
    <Section title={t("title")}>
      <div className="-mx-(--margin)">
        <DataTable
          caption={t("title")}
          columns={columns}
          rows={rows}
          rowKey={({ connection }) => connection.id}
          empty={<Empty>{t("empty")}</Empty>}
        />
      </div>
    </Section>
  );
}
