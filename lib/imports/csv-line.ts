import { neutralCell } from "./file/plain-cell";

/** The mark by which spreadsheets know a UTF-8 file. */
export const BYTE_ORDER_MARK = "\ufeff";

/** A line of a file that a spreadsheet may open. */
export const csvLine = (cells: readonly string[], separator: string): string =>
  `${cells.map((cell) => quoted(neutralCell(cell), separator)).join(separator)}\r\n`;

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) || cell.trim() !== cell
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
