import { getTranslations } from "next-intl/server";
import type { BulkProps } from "@/app/(desk)/_bulk/bulk-head";
import { bulkTeller, sumsOf } from "@/app/(desk)/_bulk/words";
import { Section } from "@/components/layout/section";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";
import { type BulkPart, countIn } from "@/lib/bulk/progress";
import type { RowState } from "@/lib/bulk/states";
import { formatNumber } from "@/lib/i18n/format";

const rowMarks: Readonly<Record<RowState, MarkName>> = {
  planned: "ready",
  done: "final",
  refused: "failed",
  left_out: "ended",
};

const order: readonly RowState[] = ["refused", "planned", "done", "left_out"];

/** Every row in one of a few lines: what happens to how many, what they come to, and which are left out and why. */
export async function BulkParts({ ctx, view, reader }: BulkProps) {
  const { bulk, parts } = view;
  const [t, states, tell] = await Promise.all([
    getTranslations("bulk"),
    getTranslations("states"),
    bulkTeller(ctx, bulk.verb),
  ]);
  const lines = linesOf(parts, tell);
  const amounts = parts.some((part) => part.sums.length > 0);
  const ahead = bulk.state === "open" || bulk.state === "going";
  const title = t(ahead ? "parts.title" : "parts.titleAfter");
  return (
    <Section title={title}>
      <table className="ledger ledger-wraps" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t("parts.what")}</th>
            <th scope="col" className="cell-right">
              {t("parts.rows")}
            </th>
            {amounts ? (
              <th scope="col" className="cell-right cell-hide-narrow">
                {t("parts.sum")}
              </th>
            ) : null}
            <th scope="col">{t("parts.means")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ state, says, parts: own }) => (
            <tr key={`${state} ${says}`}>
              <th scope="row">
                <StateWord mark={rowMarks[state]}>{t(`state.${state}`)}</StateWord>
              </th>
              <td className="cell-right">
                <b>{formatNumber(countIn(own, state), reader.locale)}</b>
              </td>
              {amounts ? (
                <td className="cell-right cell-hide-narrow">
                  {sumsOf(own, reader.locale, states("testMark"))}
                </td>
              ) : null}
              <td className="cell-muted">{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

interface Line {
  state: RowState;
  says: string;
  parts: BulkPart[];
}

/** What the reader is told in the same words is one line, whatever the providers. */
function linesOf(parts: readonly BulkPart[], tell: (part: BulkPart) => string): Line[] {
  const lines = new Map<string, Line>();
  for (const part of parts.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))) {
    const says = tell(part);
    const name = `${part.state} ${says}`;
    const line = lines.get(name) ?? { state: part.state, says, parts: [] };
    line.parts.push(part);
    lines.set(name, line);
  }
  return [...lines.values()];
}
