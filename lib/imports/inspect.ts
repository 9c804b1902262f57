import type { Ctx } from "@/lib/context";
import { guessDates, guessDecimals, guessHeadLine, guessSeparator } from "./file/guess-reading";
import { bytesOf, type StoredFile, streamOf } from "./file/parts";
import { FileProblem } from "./file/problem";
import { firstRows, rowsOf } from "./file/rows";
import { openWorkbook } from "./file/workbook";
import { sheetsOf } from "./file/workbook-parts";
import type { Encoding, FileRow, ImportReading } from "./shapes";
import type { FileKind } from "./states";

/** As much of a file as is looked at before anybody is asked. */
const LOOKED_AT = 65_536;
const ROWS = 50;

type File = StoredFile & { fileKind: FileKind };

const start: ImportReading = {
  encoding: "utf-8",
  separator: ";",
  sheet: "",
  sheets: [],
  headLine: 1,
  decimals: ",",
  dates: "dmy",
};

/** How a file is probably read. A file that cannot be read at all is refused here. */
export async function guessReading(
  ctx: Pick<Ctx, "db" | "vault">,
  file: File,
  encoding: Encoding,
): Promise<ImportReading> {
  const first = file.fileKind === "text" ? await ofText(ctx, file, encoding) : await ofWorkbook(ctx, file);
  const rows = await firstRows(rowsOf(ctx, file, first), ROWS);
  if (rows.length === 0) throw new FileProblem("file_no_rows");
  return {
    ...first,
    headLine: guessHeadLine(rows),
    decimals: guessDecimals(rows),
    dates: guessDates(rows),
  };
}

async function ofText(
  ctx: Pick<Ctx, "db" | "vault">,
  file: File,
  encoding: Encoding,
): Promise<ImportReading> {
  const text = await startOf(ctx, file, encoding);
  if (text.includes("\u0000")) throw new FileProblem("file_not_text");
  return { ...start, encoding, separator: guessSeparator(text) };
}

async function startOf(ctx: Pick<Ctx, "db" | "vault">, file: File, encoding: Encoding): Promise<string> {
  const to = Math.min(LOOKED_AT, file.fileBytes);
  const decoder = new TextDecoder(encoding);
  let text = "";
  // The end may lie in the middle of a letter, which is left out.
  for await (const bytes of bytesOf(ctx, file, 0, to)) text += decoder.decode(bytes, { stream: true });
  return text;
}

async function ofWorkbook(ctx: Pick<Ctx, "db" | "vault">, file: File): Promise<ImportReading> {
  const book = await openWorkbook((from, to) => streamOf(ctx, file, from, to), file.fileBytes);
  try {
    const { sheets } = await sheetsOf(book);
    const names = sheets.map((one) => one.name);
    return { ...start, sheet: names[0] ?? "", sheets: names };
  } finally {
    book.close();
  }
}

/** The first rows as a reading takes them, its head among them. */
export const sampleOf = (
  ctx: Pick<Ctx, "db" | "vault">,
  file: File,
  reading: ImportReading,
  count = ROWS,
): Promise<FileRow[]> => firstRows(rowsOf(ctx, file, reading), count);
