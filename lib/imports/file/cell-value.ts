import type { CellNote } from "@/lib/imports/shapes";
import type { DecimalMark } from "@/lib/kernel/money";
import { plainCell } from "./plain-cell";

/** A cell as a sheet has it. */
export interface RawCell {
  /** `s` points to a shared text, `inlineStr` and `str` are texts, `b` yes or no, `e` an error, else a number. */
  type: string;
  value: string;
  /** Its numbers are days. */
  day: boolean;
  formula: boolean;
}

interface Book {
  shared: readonly string[];
  from1904: boolean;
  decimals: DecimalMark;
}

/** A cell as text. A formula is never worked out: its last value stands, or there is none. */
export function cellText(cell: RawCell, book: Book): { text: string; note?: CellNote } {
  const { text, note } = rawText(cell, book);
  if (!cell.formula || note) return note ? { text, note } : { text };
  return { text, note: text === "" ? "formula_empty" : "formula" };
}

function rawText({ type, value, day }: RawCell, book: Book): { text: string; note?: CellNote } {
  switch (type) {
    case "s":
      return { text: plainCell(book.shared[Number(value)] ?? "") };
    case "inlineStr":
    case "str":
      return { text: plainCell(value) };
    case "b":
      return { text: value === "1" ? "true" : "false" };
    case "e":
      return { text: value, note: "error_cell" };
    case "d":
      return { text: value };
    default:
      if (value === "") return { text: "" };
      return day ? dayText(Number(value), book.from1904) : numberText(value, book.decimals);
  }
}

/** A spreadsheet keeps fifteen digits: of a longer number the rest is lost. */
const EXACT_DIGITS = 15;

function numberText(value: string, decimals: DecimalMark): { text: string; note?: CellNote } {
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value, note: "error_cell" };
  const exact = Number(number.toPrecision(EXACT_DIGITS));
  if (Math.abs(exact) >= 10 ** EXACT_DIGITS)
    return { text: BigInt(Math.round(exact)).toString(), note: "precision" };
  const text = Math.abs(exact) < 1e-6 ? exact.toFixed(10).replace(/\.?0+$/, "") : String(exact);
  return { text: text.replace(".", decimals) };
}

const DAY_MS = 86_400_000;
/** Day 0 of both countings. The earlier one counts a 29 February 1900 that never was; nobody here signs before March. */
const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

function dayText(serial: number, from1904: boolean): { text: string; note?: CellNote } {
  if (!(serial >= 0 && serial < 2_958_466)) return { text: String(serial), note: "error_cell" };
  const at = new Date(dayZero[from1904 ? 1904 : 1900] + Math.round((serial * DAY_MS) / 1_000) * 1_000);
  const iso = at.toISOString();
  return { text: Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ") };
}
