import { debtorForm } from "@/lib/debtors/form";
import type { Offer } from "@/lib/mandates/offer";
import type { Field } from "@/lib/providers/contract";
import { consentForm } from "./consent-form";

/** A field that a column, or a fixed value, can fill. */
export interface Target {
  /** `debtor.name`, `mandate.iban`, `consent.channel`: fields of different forms may share a name. */
  name: string;
  group: "debtor" | "mandate" | "consent";
  field: Field;
}

/** The account's first four digits, when they have a column of their own. */
const registration = (of: Field): Field => ({
  name: "registration",
  kind: "text",
  label: { en: "Registration no.", da: "Reg.nr.", nl: "Registratienr." },
  hint: {
    en: `Only when it has a column of its own; it is put before “${of.label.en}”.`,
    da: `Kun når det har sin egen kolonne; det sættes foran »${of.label.da}«.`,
    nl: `Alleen als het een eigen kolom heeft; het komt vóór „${of.label.nl}”.`,
  },
  required: false,
  maxLength: 10,
  sensitive: true,
});

/** Every field that a row of a file may fill under an agreement: of the debtor, of the provider's form, of the consent. */
export function targetsOf(offer: Pick<Offer, "form" | "capabilities">): Target[] {
  const of = (group: Target["group"], fields: readonly Field[]): Target[] =>
    fields.map((field) => ({ name: `${group}.${field.name}`, group, field }));
  const mandate = offer.form.flatMap((field) =>
    field.kind === "danish_account" ? [registration(field), field] : [field],
  );
  return [
    ...of("debtor", debtorForm),
    ...of("mandate", mandate),
    ...(offer.capabilities.mandates === "form" ? of("consent", consentForm) : []),
  ];
}
