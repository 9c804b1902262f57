"use client";

import type { ComponentProps } from "react";
import type { FieldDescription } from "@/components/form/field-description";
import { Checkbox } from "@/components/ui/checkbox";
import { Choice } from "@/components/ui/choice";
import { useField } from "@/components/ui/field-context";
import { FileInput } from "@/components/ui/file-input";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { FieldKind } from "@/lib/providers/contract";

export interface FieldWords {
  optional: string;
  choose: string;
  yes: string;
  kept: string;
}

/** Up to so many options stand side by side; more go into a list. */
const SIDE_BY_SIDE = 4;

type InputAttributes = ComponentProps<"input">;

const digits: InputAttributes = { inputMode: "numeric", autoComplete: "off", spellCheck: false };
const capitals: InputAttributes = { autoCapitalize: "characters", autoComplete: "off", spellCheck: false };

/** How each kind is typed. All take any length: a browser that cuts off the end of a pasted text does so without a word. */
const inputs: Readonly<Partial<Record<FieldKind, InputAttributes>>> = {
  text: {},
  email: { type: "email", autoComplete: "off", spellCheck: false },
  url: { type: "url", inputMode: "url", autoComplete: "off", spellCheck: false },
  day: { type: "date" },
  amount: { inputMode: "decimal", autoComplete: "off" },
  integer: digits,
  identity: digits,
  danish_account: digits,
  customer_number: { autoComplete: "off", spellCheck: false },
  pbs_number: digits,
  debtor_group: digits,
  cvr: digits,
  iban: capitals,
  bic: capitals,
  secret: { type: "password", autoComplete: "new-password", spellCheck: false },
};

/** The control that fits a described field. Its name, id and value come from the FormField around it. */
export function FieldControl({ field, words }: { field: FieldDescription; words: FieldWords }) {
  const options = field.options ?? [];
  switch (field.kind) {
    case "choice":
      return options.length <= SIDE_BY_SIDE ? (
        <Choice options={options} />
      ) : (
        <Select options={options} placeholder={words.choose} />
      );
    case "flag":
      return <FlagControl>{words.yes}</FlagControl>;
    case "secret_text":
      return <TextArea mono autoComplete="off" spellCheck={false} />;
    case "secret_file":
      return <FileInput />;
    default:
      return <TextInput {...inputs[field.kind]} />;
  }
}

/**
 * A flag is `true` or `false`, also when it is not ticked: left out it would be the form's first value again, and one
 * that is on at first could never be switched off. Of two values under one name the last is read.
 */
function FlagControl({ children }: { children: string }) {
  const { identity } = useField({});
  return (
    <>
      <input type="hidden" name={identity.name} value="false" disabled={identity.disabled} />
      <Checkbox value="true">{children}</Checkbox>
    </>
  );
}
