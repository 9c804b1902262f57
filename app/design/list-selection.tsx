"use client";

import { SelectionBar } from "@/components/data-table/selection-bar";
import type { SelectionWords } from "@/components/data-table/selection-words";
import { type FormState, idleForm } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import type { Locale } from "@/lib/kernel/locale";

/** A selection whose verb changes nothing. */
export function ListSelection({
  locale,
  words,
  weights,
}: {
  locale: Locale;
  words: SelectionWords & { check: string; working: string };
  weights: readonly string[];
}) {
  const nothing = async (): Promise<FormState> => idleForm;
  const kept = {
    key: "design",
    weights,
    pages: true,
    count: { url: "/design", list: "payments", query: "" },
  };
  return (
    <SelectionBar form="selection" name="payment" action={nothing} locale={locale} words={words} kept={kept}>
      <SubmitButton look="plain" working={words.working} shortcut="c">
        {words.check}
      </SubmitButton>
    </SelectionBar>
  );
}
