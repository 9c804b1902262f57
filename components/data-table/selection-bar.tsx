"use client";

import type { ReactNode } from "react";
import { nothingSelected, sumsOf } from "@/components/data-table/selection";
import { SelectionCount } from "@/components/data-table/selection-count";
import { SelectionSums } from "@/components/data-table/selection-sums";
import type { SelectionWords } from "@/components/data-table/selection-words";
import { type Kept, useSelection } from "@/components/data-table/use-selection";
import { ActionForm } from "@/components/form/action-form";
import type { FormAction } from "@/components/form/form-state";
import { keyFor } from "@/components/ui/button";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

/** A list of several pages. */
export interface KeptSelection extends Kept {
  /** There are other pages of this view. */
  pages: boolean;
  /** The whole view is counted here, when somebody asks. */
  count: { url: string; list: string; query: string };
}

/**
 * What is ticked, how much it is per currency, and what can be done with it. It lies over the list's end, so nothing
 * moves when it comes. Buttons inside send the ticks; several verbs tell themselves apart by `name` and `value`.
 */
export function SelectionBar({
  form,
  name,
  action,
  locale,
  words,
  kept,
  hidden,
  children,
}: {
  /** The id that the table's ticks name. */
  form: string;
  name: string;
  action: FormAction;
  locale: Locale;
  words: SelectionWords;
  /** Left out where a selection is of one page only. */
  kept?: KeptSelection;
  hidden?: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const { selection, here, rows, show } = useSelection(form, name, kept);
  const { all } = selection;
  const number = (template: string, n: number) => template.replace("{n}", formatNumber(n, locale));
  const picked = all ? rows : selection.rows.size;
  const mayTakeAll = kept?.pages && !all && rows > 0 && here === rows;
  return (
    <ActionForm
      id={form}
      action={action}
      autoComplete="off"
      className="selection-bar"
      data-empty={picked === 0 || undefined}
      {...(hidden ? { hidden } : {})}
    >
      {/* The key leads here, past all the rows; the buttons are what comes next. */}
      <div className="selection-says needs-script" tabIndex={-1} {...keyFor("s")}>
        <p aria-live="polite">
          <b>{all ? words.all : number(words.selected, selection.rows.size)}</b>
          {all && selection.rows.size > 0 ? <span>{number(words.but, selection.rows.size)}</span> : null}
          {!all && selection.rows.size > here ? (
            <span className="note">{number(words.elsewhere, selection.rows.size - here)}</span>
          ) : null}
          <SelectionSums sums={sumsOf(selection)} locale={locale} test={words.test} />
        </p>
        {kept && all ? (
          <SelectionCount
            // Another selection is not what was counted.
            key={[...selection.rows.keys()].join()}
            ask={{ ...kept.count, but: [...selection.rows.keys()] }}
            locale={locale}
            words={words}
          />
        ) : null}
        {mayTakeAll ? (
          <button
            type="button"
            className="word-button"
            onClick={() => show({ all: true, rows: nothingSelected.rows })}
          >
            {words.selectAll}
          </button>
        ) : null}
      </div>
      {children}
      <button type="button" className="word-button needs-script" onClick={() => show(nothingSelected)}>
        {words.clear}
      </button>
    </ActionForm>
  );
}
