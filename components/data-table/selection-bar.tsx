"use client";

import { type ReactNode, useState } from "react";
import { nothingSelected, sumsOf, type TestableSum } from "@/components/data-table/selection";
import { type Kept, useSelection } from "@/components/data-table/use-selection";
import { ActionForm } from "@/components/form/action-form";
import type { FormAction } from "@/components/form/form-state";
import { Amount } from "@/components/ui/amount";
import { keyFor } from "@/components/ui/button";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

export interface SelectionWords {
  /** "{n} selected" */
  selected: string;
  /** "{n} on other pages" */
  elsewhere: string;
  all: string;
  /** "but {n}" */
  but: string;
  selectAll: string;
  count: string;
  counting: string;
  /** "{n} rows" */
  rows: string;
  /** "more than {n} rows" */
  moreRows: string;
  notCounted: string;
  clear: string;
  /** Beside a sum that is no real money. */
  test: string;
}

/** A list of several pages. */
export interface KeptSelection extends Kept {
  /** There are other pages of this view. */
  pages: boolean;
  /** The whole view is counted here, when somebody asks. */
  count: { url: string; list: string; query: string };
}

/** How many match the view; `more`: nobody counted to the end. */
export interface CountAnswer {
  count: number;
  more: boolean;
  sums: TestableSum[];
}

type Counted = CountAnswer | "counting" | "failed" | null;

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
          <Sums sums={sumsOf(selection)} locale={locale} test={words.test} />
        </p>
        {kept && all ? (
          <Count
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

function Sums({ sums, locale, test }: { sums: readonly TestableSum[]; locale: Locale; test: string }) {
  return sums.map((sum) => (
    <span key={`${sum.currency} ${sum.test}`} className="selection-sum">
      <Amount {...formatMoney(sum, locale)} />
      {sum.test ? <span className="test-flag">{test}</span> : null}
    </span>
  ));
}

/** Counts when it is asked to, and never before: a view may have a million rows. */
function Count({
  ask,
  locale,
  words,
}: {
  ask: { url: string; list: string; query: string; but: readonly string[] };
  locale: Locale;
  words: SelectionWords;
}) {
  const [counted, setCounted] = useState<Counted>(null);
  const { url, ...body } = ask;
  const count = async () => {
    setCounted("counting");
    setCounted(await counting(url, body));
  };
  const answer = typeof counted === "object" ? counted : null;
  return (
    <>
      <p aria-live="polite">
        {counted === "counting" ? <span className="note">{words.counting}</span> : null}
        {counted === "failed" ? <span className="note">{words.notCounted}</span> : null}
        {answer ? (
          <>
            <span>
              {(answer.more ? words.moreRows : words.rows).replace("{n}", formatNumber(answer.count, locale))}
            </span>
            {answer.more ? null : <Sums sums={answer.sums} locale={locale} test={words.test} />}
          </>
        ) : null}
      </p>
      {answer ? null : (
        <button type="button" className="word-button" aria-disabled={counted === "counting"} onClick={count}>
          {words.count}
        </button>
      )}
    </>
  );
}

async function counting(url: string, body: object): Promise<CountAnswer | "failed"> {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    return answer.ok ? await answer.json() : "failed";
  } catch {
    return "failed";
  }
}
