"use client";

import { SelectionBar } from "@/components/data-table/selection-bar";
import { type FormState, idleForm } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import type { Locale } from "@/lib/kernel/locale";

/** A selection whose verb changes nothing. */
export function ListSelection({
  locale,
  words,
}: {
  locale: Locale;
  words: { selected: string; clear: string; check: string; working: string };
}) {
  const nothing = async (): Promise<FormState> => idleForm;
  return (
    <SelectionBar form="selection" name="payment" action={nothing} locale={locale} words={words}>
      <SubmitButton look="plain" working={words.working} shortcut="c">
        {words.check}
      </SubmitButton>
    </SelectionBar>
  );
}
