import { getTranslations } from "next-intl/server";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { mandateColumns } from "@/app/(desk)/mandates/mandate-columns";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** The debtor's mandates, newest first. */
export async function DebtorMandates({ ctx, view }: { ctx: Pick<Ctx, "providers">; view: DebtorView }) {
  const [t, words, states] = await Promise.all([
    getTranslations("debtors.record"),
    getTranslations("mandates"),
    getTranslations("states"),
  ]);
  const { provider, scheme, state, number, evidence, created } = mandateColumns(
    words,
    states,
    ctx.providers,
    view.reader,
  );
  const { muted: _, hide: __, ...named } = provider;
  const { sort: ___, ...made } = created;
  return (
    <RecordSection title={t("sections.mandates")}>
      <DataTable
        caption={t("sections.mandates")}
        columns={[{ ...named, names: true }, scheme, state, number, evidence, made]}
        rows={view.mandates.map((one) => one.mandate)}
        rowKey={(row) => row.id}
        rowHref={(row) => routes.mandate(row.id)}
        empty={<Empty>{t("noMandates")}</Empty>}
      />
    </RecordSection>
  );
}
