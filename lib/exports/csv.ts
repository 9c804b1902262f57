import type { Locale } from "@/lib/kernel/locale";

/** Spreadsheets of these languages write decimals with a comma and take the semicolon between cells. */
export const separatorOf = (locale: Locale): "," | ";" => (locale === "en" ? "," : ";");

/** Whole, as a spreadsheet of the language reads it. */
export function decimalOf(amountMinor: number, locale: Locale): string {
  const text = (amountMinor / 100).toFixed(2);
  return locale === "en" ? text : text.replace(".", ",");
}

/** A spreadsheet would calculate what begins so; a telephone number is only a number. */
const calculates = (text: string): boolean => /^[=+\-@\t\r]/.test(text) && !/^\+[\d ]+$/.test(text);

/** One line of a CSV file (RFC 4180), its end included. A text that a spreadsheet would calculate gets an apostrophe. */
export function csvLine(cells: readonly (string | null)[], separator: "," | ";"): string {
  const quoted = cells.map((cell) => {
    const text = cell === null ? "" : calculates(cell) ? `'${cell}` : cell;
    return /[",;\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${quoted.join(separator)}\r\n`;
}
