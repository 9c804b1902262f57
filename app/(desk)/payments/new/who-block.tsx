import { useLocale, useTranslations } from "next-intl";
import { whereOf } from "@/app/(desk)/payments/new/mandate-words";
import { FormBlock } from "@/components/form/form-block";
import { Anchor } from "@/components/ui/anchor";
import { MandateStateWord } from "@/components/ui/proven-state";
import { TestFlag } from "@/components/ui/test-flag";
import type { Ctx } from "@/lib/context";
import type { ChargeableMandate } from "@/lib/payments/preview";
import { routes } from "@/lib/routes";

/** Whom the payment charges, and by which mandate. */
export function WhoBlock({ ctx, of: { mandate } }: { ctx: Ctx; of: ChargeableMandate }) {
  const t = useTranslations("newPayment.who");
  const locale = useLocale();
  return (
    <FormBlock title={t("title")}>
      <dl>
        <div className="field">
          <dt className="field-label">{t("debtor")}</dt>
          <dd>
            <b>
              {mandate.debtorId ? (
                <Anchor href={routes.debtor(mandate.debtorId)}>{mandate.debtorName}</Anchor>
              ) : (
                t("nobody")
              )}
            </b>{" "}
            <span className="text-ink-3">{mandate.customerNumber}</span>
          </dd>
          <dd className="field-text">
            <Anchor href={routes.newPayment()}>{t("other")}</Anchor>
          </dd>
        </div>
        <div className="field">
          <dt className="field-label">{t("mandate")}</dt>
          <dd>
            <Anchor href={routes.mandate(mandate.id)}>{whereOf(ctx, mandate, locale)}</Anchor>{" "}
            {mandate.test ? <TestFlag /> : null}
          </dd>
          <dd className="field-text">
            <MandateStateWord state={mandate.state} />
          </dd>
        </div>
      </dl>
    </FormBlock>
  );
}
