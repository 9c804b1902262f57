import { getTranslations } from "next-intl/server";
import { dayInSentence } from "@/app/(desk)/_shared/moment";
import { type OwnRows, rowsBesides, WhyPanel } from "@/app/(desk)/_shared/why-panel";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { formatInstant } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";

/** Why nothing has been collected with what helps; a new mandate, a new payment; what is not possible now stays, with the reason. */
export async function DebtorActions({ ctx, view }: { ctx: Ctx; view: DebtorView }) {
  const t = await getTranslations("debtors.record.actions");
  const { debtor, standing } = view;
  const charges = standing.code === "chargeable" && ctx.permissions.has("payments.create");
  const mandate: ActionRow = ctx.permissions.has("mandates.write")
    ? {
        key: "mandate",
        verb: (
          <ButtonLink
            href={`${routes.newMandate()}?debtor=${debtor.id}`}
            look={charges ? "word" : "solid"}
            {...(charges ? {} : { shortcut: "n" })}
          >
            {t("mandate")}
          </ButtonLink>
        ),
        consequence: t("mandateSays"),
      }
    : { key: "mandate", label: t("mandate"), off: t("mandateOff") };
  const payment = await paymentRow(ctx, view);
  const rows = charges ? [payment, mandate] : [mandate, payment];
  const own: OwnRows = { new_payment: payment, new_mandate: mandate };
  const { answer, reader } = view;
  return (
    <>
      <WhyPanel ctx={ctx} answer={answer} reader={reader} here={debtor.id} own={own} />
      <ActionsTable rows={rowsBesides(rows, answer, own)} />
    </>
  );
}

async function paymentRow(
  ctx: Pick<Ctx, "permissions">,
  { standing, lands, reader }: DebtorView,
): Promise<ActionRow> {
  const t = await getTranslations("debtors.record.actions");
  const { locale, zone } = reader;
  const off = (reason: string): ActionRow => ({ key: "payment", label: t("payment"), off: reason });
  if (!ctx.permissions.has("payments.create")) return off(t("paymentOff"));
  if (standing.code !== "chargeable" || !lands) return off(t("paymentNone"));
  return {
    key: "payment",
    verb: (
      <ButtonLink href={`${routes.newPayment()}?mandate=${standing.by.id}`} look="solid" shortcut="n">
        {t("payment")}
      </ButtonLink>
    ),
    consequence: t("paymentSays", {
      day: dayInSentence(lands.landing.due, reader),
      cutoff: formatInstant(lands.landing.cutoffAt, locale, zone, { city: false }),
    }),
  };
}
