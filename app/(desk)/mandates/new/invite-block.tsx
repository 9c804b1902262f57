import { getTranslations } from "next-intl/server";
import { agreementNumbers } from "@/app/(desk)/_shared/agreement-numbers";
import type { NewMandateView } from "@/app/(desk)/mandates/new/load";
import { FormBlock } from "@/components/form/form-block";
import type { Offer } from "@/lib/mandates/offer";

/** Where the debtor signs up at the bank: the numbers to type there, and how the mandate comes about. */
export async function InviteBlock({ view, offer }: { view: NewMandateView; offer: Offer }) {
  const [t, where] = await Promise.all([
    getTranslations("newMandate.invite"),
    getTranslations("newMandate.where"),
  ]);
  const { locale } = view.reader;
  const scheme =
    offer.provider.schemes.find((one) => one.code === offer.agreement.scheme)?.label[locale] ??
    offer.provider.label;
  const numbers = [
    ...agreementNumbers(offer.provider, offer.agreement.values, locale),
    { name: "customer", label: where("customer"), value: view.debtor?.customerNumber },
  ];
  return (
    <FormBlock title={t("title")}>
      <h3 className="t-strong py-2">{t("numbers")}</h3>
      <dl className="typed-numbers">
        {numbers.map((number) => (
          <div key={number.name}>
            <dt>{number.label}</dt>
            <dd>{number.value ?? <span className="text-ink-3">{t("noNumber")}</span>}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-160 pt-3">{t("says", { scheme })}</p>
      <p className="max-w-160 pt-1 text-ink-2">{t("sends")}</p>
    </FormBlock>
  );
}
