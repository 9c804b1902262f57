"use client";

import { type FormEvent, useContext, useState } from "react";
import type { FieldCheck } from "@/components/form/check-text";
import { FormContext } from "@/components/form/form-context";
import { FormField } from "@/components/form/form-field";
import { Select } from "@/components/ui/select";

/** A version of the consent text, in its own language. */
export interface SpokenText {
  id: string;
  label: string;
  language: string;
  text: string;
  /** Current, an earlier one, or the house's own. */
  kind: FieldCheck["kind"];
  says: string;
}

/** Which text the debtor agreed to, and under it the words themselves, to be read aloud. */
export function TextField({
  texts,
  value,
  words,
}: {
  texts: readonly SpokenText[];
  value: string;
  words: { label: string; words: string };
}) {
  const { state } = useContext(FormContext);
  const [picked, setPicked] = useState<string>();
  const chosen = texts.find((one) => one.id === (picked ?? state.values.consent_text ?? value));
  const follow = (event: FormEvent) => {
    if (event.target instanceof HTMLSelectElement) setPicked(event.target.value);
  };
  return (
    <div onChange={follow}>
      <FormField
        name="consent_text"
        label={words.label}
        required
        value={value}
        check={chosen ? { kind: chosen.kind, text: chosen.says } : undefined}
      >
        <Select options={texts.map((one) => ({ value: one.id, label: one.label }))} />
      </FormField>
      {chosen ? (
        <div className="field field-wide">
          <span className="field-label">{words.words}</span>
          <p className="field-control text-ink-2 whitespace-pre-line" lang={chosen.language}>
            {chosen.text}
          </p>
        </div>
      ) : null}
    </div>
  );
}
