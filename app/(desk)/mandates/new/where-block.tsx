import { getTranslations } from "next-intl/server";
import { agreementNumbers } from "@/app/(desk)/_shared/agreement-numbers";
import { duplicateCheck } from "@/app/(desk)/mandates/new/duplicate-check";
import { Duplicates } from "@/app/(desk)/mandates/new/duplicates";
import { type NewMandateView, newMandateHref } from "@/app/(desk)/mandates/new/load";
import { describeFields, type FieldDescription } from "@/components/form/field-description";
import { FieldRow } from "@/components/form/field-row";
import { FormBlock } from "@/components/form/form-block";
import { ProviderFields } from "@/components/form/provider-fields";
import { Anchor } from "@/components/ui/anchor";
import { ChoiceLinks } from "@/components/ui/choice-links";
import type { Ctx } from "@/lib/context";
import { formatMoney } from "@/lib/i18n/format";
import type { Offer } from "@/lib/mandates/offer";

/** Under which agreement, with its numbers, and what its provider asks. */
export async function WhereBlock({ ctx, view, offer }: { ctx: Ctx; view: NewMandateView; offer: Offer }) {
  const [t, who, form] = await Promise.all([
    getTranslations("newMandate.where"),
    getTranslations("newMandate.who"),
    getTranslations("form"),
  ]);
  const { debtor, reader } = view;
  const words = { optional: form("optional"), choose: form("choose"), yes: form("yes"), kept: form("kept") };
  const [first, ...others] = agreementNumbers(offer.provider, offer.agreement.values, reader.locale);
  const open = { kind: "passed", text: t(offer.agreement.test ? "test" : "open") } as const;
  return (
    <FormBlock title={t("title")}>
      <div className="field field-wide">
        <span className="field-label">{t("agreement")}</span>
        <div className="field-control">
          <ChoiceLinks label={t("agreement")} links={await agreementLinks(view, offer)} />
        </div>
      </div>
      {first ? (
        <FieldRow label={first.label} check={open}>
          {first.value}
        </FieldRow>
      ) : null}
      {others.map((one) => (
        <FieldRow key={one.name} label={one.label}>
          {one.value}
        </FieldRow>
      ))}
      {debtor ? (
        <FieldRow label={t("customer")} hint={t("customerSays")}>
          {debtor.customerNumber}
        </FieldRow>
      ) : null}
      <ProviderFields key={offer.agreement.id} fields={await fieldsOf(view, offer)} words={words} />
      <Duplicates
        label={who("duplicates")}
        note={who("duplicatesNote")}
        check={debtor ? await recordCheck(ctx, view, offer) : undefined}
      />
    </FormBlock>
  );
}

/** What is known before anything is typed. */
async function recordCheck(ctx: Ctx, { known, from, change }: NewMandateView, offer: Offer) {
  const { href, ...check } = await duplicateCheck(ctx, offer, known, [from?.id, change?.mandate.id]);
  return href ? { ...check, text: <Anchor href={href}>{check.text}</Anchor> } : check;
}

async function agreementLinks(view: NewMandateView, offer: Offer) {
  const t = await getTranslations("newMandate.where.off");
  const several = (one: Offer) =>
    view.offers.filter((other) => other.provider.id === one.provider.id).length > 1;
  const offers = view.change ? [offer] : view.offers;
  return offers.map((one) => {
    const { id, name, state } = one.agreement;
    return {
      key: id,
      label: several(one) ? `${one.provider.label}, ${name}` : one.provider.label,
      href: newMandateHref(view, { agreement: id }),
      current: id === offer.agreement.id,
      off: state === "active" ? undefined : t(state),
    };
  });
}

/** The provider's form; what a corrected mandate kept is filled in, what it kept secret is asked again. */
async function fieldsOf(
  { from, debtor, draft, reader }: NewMandateView,
  offer: Offer,
): Promise<FieldDescription[]> {
  const t = await getTranslations("newMandate");
  const kept = from?.agreementId === offer.agreement.id ? from : null;
  const amounts = offer.form.filter((field) => field.kind === "amount").map((field) => field.name);
  const currency =
    offer.provider.schemes.find((one) => one.code === offer.agreement.scheme)?.currency ?? "EUR";
  // Amounts are kept in minor units, and typed as people write them.
  const values = Object.fromEntries(
    Object.entries(kept?.values ?? {}).map(([name, value]) => [
      name,
      amounts.includes(name)
        ? formatMoney({ amountMinor: Number(value), currency }, reader.locale).amount
        : value,
    ]),
  );
  const known = { ...knownOf(offer, debtor), ...values, ...draft.values };
  return describeFields(offer.form, reader.locale, known).map((field) => {
    const masked = kept?.masked[field.name];
    return masked ? { ...field, hint: t("kept", { masked }) } : field;
  });
}

/** What the debtor's record knows already, for fields that ask for just that. */
function knownOf({ form }: Offer, debtor: NewMandateView["debtor"]): Record<string, string> {
  const known: Record<string, string> = {};
  for (const field of form) if (field.kind === "email" && debtor?.email) known[field.name] = debtor.email;
  return known;
}
