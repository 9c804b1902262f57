"use client";

import { type FormEvent, useContext, useState } from "react";
import { FieldControl, type FieldWords } from "@/components/form/field-control";
import { askedFields, type FieldDescription, isSecret } from "@/components/form/field-description";
import { FormContext } from "@/components/form/form-context";
import { FormField } from "@/components/form/form-field";

export interface ProviderFieldsProps {
  fields: readonly FieldDescription[];
  words: FieldWords;
}

/** Draws a form from data. Fields that depend on another come and go with it; without script all of them show. */
export function ProviderFields({ fields, words }: ProviderFieldsProps) {
  const { state } = useContext(FormContext);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const start = Object.fromEntries(fields.map((field) => [field.name, field.value ?? ""]));
  const asked = askedFields(fields, { ...start, ...state.values, ...typed });

  const follow = (event: FormEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const off = target.type === "checkbox" && target instanceof HTMLInputElement && !target.checked;
    const value = off ? "" : target.value;
    // Only what another field depends on is followed: typing elsewhere draws nothing again.
    if (!fields.some((field) => field.when?.field === target.name)) return;
    setTyped((before) => ({ ...before, [target.name]: value }));
  };

  return (
    <div onChange={follow}>
      {fields.map((field) => (
        <FormField
          key={field.name}
          name={field.name}
          label={field.label}
          hint={field.stored ? words.kept : field.hint}
          check={field.check}
          problem={field.problem}
          required={field.required}
          optional={words.optional}
          value={isSecret(field.kind) ? undefined : field.value}
          group={isGroup(field)}
          wide={isGroup(field)}
          off={!asked.has(field.name)}
        >
          <FieldControl field={field} words={words} />
        </FormField>
      ))}
    </div>
  );
}

function isGroup(field: FieldDescription): boolean {
  return field.kind === "choice" && (field.options?.length ?? 0) <= 4;
}
