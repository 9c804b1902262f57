import { getTranslations } from "next-intl/server";
import type { NewMandateView } from "@/app/(desk)/mandates/new/load";
import { FieldRow } from "@/components/form/field-row";
import { Anchor } from "@/components/ui/anchor";
import type { MandateRow } from "@/lib/mandates/columns";
import type { Offer } from "@/lib/mandates/offer";
import { routes } from "@/lib/routes";

const liveStates = ["invited", "pending", "active", "suspended"];
const isLive = (mandate: MandateRow) => liveStates.includes(mandate.state) || mandate.sending !== "none";

/** Whether the debtor has a mandate already: under this agreement it would be refused, elsewhere it is worth a look. */
export async function Duplicates({ view, offer }: { view: NewMandateView; offer: Offer }) {
  const [t, states] = await Promise.all([
    getTranslations("newMandate.who"),
    getTranslations("states.mandate"),
  ]);
  const mandates = view.mandates.map((one) => one.mandate).filter((one) => one.id !== view.from?.id);
  const { locale } = view.reader;
  const live = mandates.filter(isLive);
  const here = live.find((one) => one.agreementId === offer.agreement.id);
  const elsewhere = live.find((one) => one.agreementId !== offer.agreement.id);
  const over = mandates.length - live.length;
  const word = (mandate: MandateRow) => states(mandate.state).toLocaleLowerCase(locale);
  const label = (mandate: MandateRow) =>
    view.offers.find((one) => one.provider.id === mandate.provider)?.provider.label ?? mandate.provider;
  const check = () => {
    if (here)
      return {
        kind: "wrong" as const,
        text: <Anchor href={routes.mandate(here.id)}>{t("live", { state: word(here) })}</Anchor>,
      };
    if (elsewhere)
      return {
        kind: "attention" as const,
        text: (
          <Anchor href={routes.mandate(elsewhere.id)}>
            {t("liveElsewhere", { provider: label(elsewhere), state: word(elsewhere) })}
          </Anchor>
        ),
      };
    return { kind: "passed" as const, text: over > 0 ? t("over", { n: over }) : t("clear") };
  };
  return (
    <FieldRow label={t("duplicates")} check={check()}>
      <span className="text-ink-2">{t("duplicatesNote")}</span>
    </FieldRow>
  );
}
