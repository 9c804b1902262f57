import type { GivenRow } from "@/db/tables/runs";
import { AppError } from "@/lib/kernel/errors";
import { fold } from "@/lib/kernel/fold";

/** More than a month of anybody who works here; a longer file is two runs. */
export const MOST_ROWS = 20_000;

/** What a column may be called, in every language of the desk; compared folded. */
const columnNames: Record<keyof GivenRow, readonly string[]> = {
  customer: ["customer number", "customer", "customer_number", "kundenummer", "kundenr", "klantnummer"],
  amount: ["amount", "belob", "bedrag"],
  text: ["text", "tekst", "omschrijving"],
  reference: ["reference", "reference number", "referentie", "kenmerk"],
  due: ["due", "due date", "betalingsdato", "forfald", "incassodatum", "vervaldatum"],
};
const columns = Object.keys(columnNames) as (keyof GivenRow)[];

const refused = (code: string): AppError => new AppError("invalid", { fields: { csv: code } });

/** The text of a file: UTF-8, with or without its mark. Anything else is refused: account names would be damaged in silence. */
export function decodeFile(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused("csv_encoding");
  }
}

/**
 * The rows of a file with a head, separated by `;` or `,`, whichever its head has. Nothing in them is repaired. Refused
 * as a whole when it cannot be read with certainty: then no row could be trusted.
 */
export function readCsv(given: string): GivenRow[] {
  const text = given.replace(/^\ufeff/, "");
  if (text.includes("\u0000")) throw refused("csv_encoding");
  const headLine = text.slice(0, text.search(/[\r\n]|$/));
  const separator = headLine.includes(";") ? ";" : ",";
  const [head, ...lines] = split(text, separator);
  if (!head || lines.length === 0) throw refused("csv_empty");
  if (lines.length > MOST_ROWS) throw refused("csv_too_many");
  const names = head.map((name) => fold(name));
  const places = Object.fromEntries(
    columns.map((column) => [column, names.findIndex((name) => columnNames[column].includes(name))]),
  );
  const missing = columns.filter((column) => places[column] === -1 && column !== "due");
  if (missing.length > 0) throw refused("csv_columns");
  return lines.map((cells) => {
    const cell = (column: keyof GivenRow): string => (cells[places[column] ?? -1] ?? "").trim();
    return {
      customer: cell("customer"),
      amount: cell("amount"),
      text: cell("text"),
      reference: cell("reference"),
      due: cell("due"),
    };
  });
}

/** Longer than any cell that means something: the rest would be a quote that was never closed. */
const LONGEST_CELL = 1_000;

/** Cells of lines; a quoted cell may hold separators, line breaks and doubled quotes. Empty lines are left out. */
function split(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  // A separator, a line's end or the text's end closes a cell.
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    "y",
  );
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const found = cell.exec(text);
    if (!found || (found[1] ?? found[2] ?? "").length > LONGEST_CELL) throw refused("csv_quotes");
    line.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] !== separator) {
      if (line.some((one) => one.trim() !== "")) lines.push(line);
      line = [];
    }
    if (cell.lastIndex === from) throw refused("csv_quotes");
  }
  if (line.some((one) => one.trim() !== "")) lines.push(line);
  return lines;
}
