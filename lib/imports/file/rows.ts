import type { Ctx } from "@/lib/context";
import type { FileRow, ImportReading } from "@/lib/imports/shapes";
import type { FileKind } from "@/lib/imports/states";
import { decoded } from "./encoding";
import { bytesOf, type StoredFile, streamOf } from "./parts";
import { sheetRows } from "./sheet-rows";
import { textRows } from "./text-rows";
import { openWorkbook } from "./workbook";

/** All rows of a stored file, its head among them, as a reading takes them. */
export async function* rowsOf(
  ctx: Pick<Ctx, "db" | "vault">,
  file: StoredFile & { fileKind: FileKind },
  reading: ImportReading,
): AsyncGenerator<FileRow, void> {
  if (file.fileKind === "text") {
    yield* textRows(decoded(bytesOf(ctx, file), reading.encoding), reading.separator);
    return;
  }
  const book = await openWorkbook((from, to) => streamOf(ctx, file, from, to), file.fileBytes);
  try {
    yield* sheetRows(book, reading);
  } finally {
    book.close();
  }
}

/** The first rows, for a person to look at. */
export async function firstRows(rows: AsyncGenerator<FileRow, void>, count: number): Promise<FileRow[]> {
  const first: FileRow[] = [];
  for await (const row of rows) {
    first.push(row);
    if (first.length === count) break;
  }
  return first;
}
