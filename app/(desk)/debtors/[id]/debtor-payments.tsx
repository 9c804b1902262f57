import { getTranslations } from "next-intl/server";
import { PaymentsTable } from "@/app/(desk)/_shared/payments-table";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { Anchor } from "@/components/ui/anchor";
import type { Ctx } from "@/lib/context";
import { listPayments } from "@/lib/payments/list";
import { withStandings } from "@/lib/payments/standings";
import { routes } from "@/lib/routes";

const SHOWN = 10;

/** The debtor's newest payments, at whatever provider. */
export async function DebtorPayments({ ctx, view: { debtor, reader } }: { ctx: Ctx; view: DebtorView }) {
  const [t, { rows, next }] = await Promise.all([
    getTranslations("debtors.record"),
    listPayments(
      ctx,
      { debtorId: debtor.id },
      { sort: { key: "requested", direction: "down" }, limit: SHOWN },
    ),
  ]);
  const all = <Anchor href={`${routes.payments()}?debtor=${debtor.id}`}>{t("allPayments")}</Anchor>;
  if (rows.length === 0) return null;
  return (
    <RecordSection title={t("sections.payments")} {...(next ? { more: all } : {})}>
      <PaymentsTable rows={await withStandings(ctx, rows)} reader={reader} />
    </RecordSection>
  );
}
