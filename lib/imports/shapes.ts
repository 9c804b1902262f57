import type { LocalText } from "@/lib/kernel/locale";
import type { DecimalMark } from "@/lib/kernel/money";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "macintosh"] as const;
export type Encoding = (typeof encodings)[number];

export const separators = [";", ",", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

export const dateOrders = ["dmy", "mdy"] as const;
export type DateOrder = (typeof dateOrders)[number];

/** How a file is read. Guessed, shown with a sample, and confirmed by a person. */
export interface ImportReading {
  /** Of a text file. */
  encoding: Encoding;
  separator: Separator;
  /** Of a workbook, its sheet's name. */
  sheet: string;
  sheets: string[];
  /** The line of the column names. */
  headLine: number;
  decimals: DecimalMark;
  dates: DateOrder;
}

/** Where a field's value comes from: a column, two of them put together, or the same for every row. */
export type FieldSource = { column: number } | { fixed: string };
export type ImportMapping = Record<string, FieldSource>;

/** What is to be known of one field of a row: a code of a dictionary, or a provider's own sentence. */
export interface RowProblem {
  /** The field, as the mapping names it; empty for the row as a whole. */
  target: string;
  code: string | LocalText;
  level: "error" | "warning";
  params?: Record<string, string | number>;
}

export interface RowCounts {
  ok: number;
  warning: number;
  bad: number;
  dropped: number;
  made: number;
  refused: number;
}
export const noCounts: RowCounts = { ok: 0, warning: 0, bad: 0, dropped: 0, made: 0, refused: 0 };

/** What a workbook says of a cell beside its text. */
export type CellNote = "formula" | "formula_empty" | "precision" | "error_cell";

/** One row of a file as it was given: text, nothing repaired. */
export interface FileRow {
  line: number;
  cells: string[];
  notes: Readonly<Record<number, CellNote>>;
}
