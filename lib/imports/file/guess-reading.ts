import { isColumnName } from "@/lib/imports/column-names";
import type { DateOrder, FileRow, Separator } from "@/lib/imports/shapes";
import { separators } from "@/lib/imports/shapes";
import type { DecimalMark } from "@/lib/kernel/money";

const LINES = 30;

/** Which sign separates the cells: the one that all of the first lines have, and have equally often. */
export function guessSeparator(text: string): Separator {
  const lines = withoutQuoted(text)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, LINES);
  const score = (separator: Separator): number => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = median(counts);
    const agreeing = counts.filter((count) => count === usual).length / Math.max(1, counts.length);
    return usual * agreeing * agreeing;
  };
  const scored = separators.map((separator) => ({ separator, score: score(separator) }));
  // The comma is also a decimal sign: only a clear lead is one.
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const withoutQuoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, "");

/** The line of the column names: the first with the most of them; else the first line. */
export function guessHeadLine(rows: readonly FileRow[]): number {
  const named = rows
    .slice(0, LINES)
    .map((row) => ({ line: row.line, names: row.cells.filter(isColumnName).length }));
  const best = named.reduce((found, one) => (one.names > found.names ? one : found), { line: 0, names: 0 });
  if (best.line > 0) return best.line;
  return rows[0]?.line ?? 1;
}

/** The decimal sign, by what stands before the last one or two digits of numbers. */
export function guessDecimals(rows: readonly FileRow[]): DecimalMark {
  let lead = 0;
  for (const cell of rows.flatMap((row) => row.cells)) {
    if (/^\d{1,3}(\.\d{3})*,\d{1,2}$|^\d+,\d{1,2}$/.test(cell.trim())) lead += 1;
    if (/^\d{1,3}(,\d{3})*\.\d{1,2}$|^\d+\.\d{1,2}$/.test(cell.trim())) lead -= 1;
  }
  return lead < 0 ? "." : ",";
}

/** Day before month, unless all days have slashes, some second number is too large for a month and no first one is. */
export function guessDates(rows: readonly FileRow[]): DateOrder {
  let monthFirst = false;
  for (const cell of rows.flatMap((row) => row.cells)) {
    const [, first, sign, second] = /^(\d{1,2})([-./])(\d{1,2})\2\d{4}/.exec(cell.trim()) ?? [];
    if (first === undefined) continue;
    if (sign !== "/" || Number(first) > 12) return "dmy";
    if (Number(second) > 12) monthFirst = true;
  }
  return monthFirst ? "mdy" : "dmy";
}
