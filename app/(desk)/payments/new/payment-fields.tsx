"use client";

import { useLanding } from "@/app/(desk)/payments/new/landing-provider";
import { FieldControl, type FieldWords } from "@/components/form/field-control";
import type { FieldDescription } from "@/components/form/field-description";
import { FormField } from "@/components/form/form-field";
import { TextInput } from "@/components/ui/text-input";

/** The fields of the payment form, with what the preview found out beside amount and date. */
export function PaymentFields({
  fields,
  currency,
  words,
}: {
  fields: readonly FieldDescription[];
  currency: string;
  words: FieldWords;
}) {
  const { checks } = useLanding().view;
  const checkOf = (name: string) => (name === "amount" || name === "due" ? checks[name] : undefined);
  return fields.map((field) => (
    <FormField
      key={field.name}
      name={field.name}
      label={field.label}
      hint={field.hint}
      check={checkOf(field.name)}
      required={field.required}
      optional={words.optional}
      value={field.value}
    >
      {field.kind === "amount" ? (
        <TextInput suffix={currency} inputMode="decimal" autoComplete="off" />
      ) : (
        <FieldControl field={field} words={words} />
      )}
    </FormField>
  ));
}
