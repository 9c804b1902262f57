import { MOST_COLUMNS } from "@/lib/imports/limits";
import type { CellNote, FileRow } from "@/lib/imports/shapes";
import type { DecimalMark } from "@/lib/kernel/money";
import { cellText, type RawCell } from "./cell-value";
import { FileProblem } from "./problem";
import type { Workbook } from "./workbook";
import { dayStyles, sharedTexts, sheetsOf } from "./workbook-parts";
import { xmlPieces } from "./xml";

interface Wanted {
  sheet: string;
  headLine: number;
  decimals: DecimalMark;
}

/** The rows of a sheet, one after the other, however many. Rows without anything in them are left out. */
export async function* sheetRows(book: Workbook, wanted: Wanted): AsyncGenerator<FileRow, void> {
  const { sheets, from1904 } = await sheetsOf(book);
  const sheet = sheets.find((one) => one.name === wanted.sheet) ?? sheets[0];
  if (!sheet) throw new FileProblem("file_no_rows");
  const shared = await sharedTexts(book);
  const days = await dayStyles(book);
  const reader = new SheetReader(days, (cell) =>
    cellText(cell, { shared, from1904, decimals: wanted.decimals }),
  );
  for await (const _ of xmlPieces(await book.open(sheet.path), reader)) yield* reader.take();
  const merged = reader.mergedBelow(wanted.headLine);
  if (merged) throw new FileProblem("file_merged", { cells: merged });
}

class SheetReader {
  private rows: FileRow[] = [];
  private merged: string[] = [];
  private line = 0;
  private column = 0;
  private cells: string[] = [];
  private notes: Record<number, CellNote> = {};
  private cell: RawCell | null = null;
  private inValue = false;

  constructor(
    private readonly days: readonly boolean[],
    private readonly read: (cell: RawCell) => { text: string; note?: CellNote },
  ) {}

  /** What was read since it was last asked. */
  take(): FileRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  /** Cells that are one, among the rows: whose value the others have, nobody can say. */
  mergedBelow(headLine: number): string | undefined {
    return this.merged.find((range) => Number(/\d+$/.exec(range)?.[0] ?? 0) > headLine);
  }

  open(name: string, of: Readonly<Record<string, string>>): void {
    if (name === "row") {
      this.line = Number(of.r) || this.line + 1;
      this.column = 0;
      this.cells = [];
      this.notes = {};
    } else if (name === "c") {
      if (of.r) this.column = columnOf(of.r);
      if (this.column >= MOST_COLUMNS) throw new FileProblem("file_too_many_columns");
      this.cell = { type: of.t ?? "n", value: "", day: this.days[Number(of.s)] ?? false, formula: false };
    } else if (name === "f" && this.cell) this.cell.formula = true;
    else if (name === "v" || name === "t") this.inValue = this.cell !== null;
    else if (name === "mergeCell" && this.merged.length < 1_000) this.merged.push(of.ref ?? "");
  }

  text(piece: string): void {
    if (this.inValue && this.cell) this.cell.value += piece;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.inValue = false;
    if (name === "c" && this.cell) {
      const { text, note } = this.read(this.cell);
      while (this.cells.length < this.column) this.cells.push("");
      this.cells.push(text);
      if (note) this.notes[this.column] = note;
      this.column += 1;
      this.cell = null;
    }
    if (name === "row" && this.cells.some((one) => one.trim() !== ""))
      this.rows.push({ line: this.line, cells: this.cells, notes: this.notes });
  }
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? "A")
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
