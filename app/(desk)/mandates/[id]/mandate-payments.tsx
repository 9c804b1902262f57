import { getTranslations } from "next-intl/server";
import { PaymentsTable } from "@/app/(desk)/_shared/payments-table";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { Anchor } from "@/components/ui/anchor";
import type { Ctx } from "@/lib/context";
import { listPayments } from "@/lib/payments/list";
import { withStandings } from "@/lib/payments/standings";
import { routes } from "@/lib/routes";

const SHOWN = 8;

/** The newest payments on this mandate; nothing where its provider collects for nobody. */
export async function MandatePayments({
  ctx,
  view: { mandate, offers, reader },
}: {
  ctx: Ctx;
  view: MandateView;
}) {
  if (!offers.createPayment) return null;
  const [t, { rows, next }] = await Promise.all([
    getTranslations("mandate.payments"),
    listPayments(
      ctx,
      { mandateId: mandate.id },
      { sort: { key: "requested", direction: "down" }, limit: SHOWN },
    ),
  ]);
  if (rows.length === 0) return null;
  const all = <Anchor href={`${routes.payments()}?mandate=${mandate.id}`}>{t("all")}</Anchor>;
  return (
    <RecordSection title={t("title")} {...(next ? { more: all } : {})}>
      <PaymentsTable rows={await withStandings(ctx, rows)} reader={reader} />
    </RecordSection>
  );
}
