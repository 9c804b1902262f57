import { useState } from "react";
import type { TestableSum } from "@/components/data-table/selection";
import { SelectionSums } from "@/components/data-table/selection-sums";
import type { SelectionWords } from "@/components/data-table/selection-words";
import { formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

/** How many match the view; `more`: nobody counted to the end. */
interface CountAnswer {
  count: number;
  more: boolean;
  sums: TestableSum[];
}

type Counted = CountAnswer | "counting" | "failed" | null;

/** Counts when it is asked to, and never before: a view may have a million rows. */
export function SelectionCount({
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
            {answer.more ? null : <SelectionSums sums={answer.sums} locale={locale} test={words.test} />}
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
