import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { LONGEST_RECORD } from "@/lib/imports/limits";
import type { FileRow, Separator } from "@/lib/imports/shapes";
import { plainCell } from "./plain-cell";
import { FileProblem } from "./problem";

/** The rows of a text file, one after the other, however long it is. Lines without anything in them are left out. */
export async function* textRows(
  text: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<FileRow, void> {
  // Noted as it is parsed: what lies between here and the reader is lost when the parser gives up.
  let reached = 0;
  const parser = parse({
    delimiter: separator,
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_RECORD,
    on_record: (record, { lines }) => {
      reached = lines;
      return record;
    },
  });
  const source = Readable.from(text, { objectMode: false });
  // A reader that stops early, and a source that fails, both end the other.
  source.once("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const one of parser) {
      const { record, info }: { record: string[]; info: { lines: number } } = one;
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      yield { line: info.lines - breaks, cells: record.map(plainCell), notes: {} };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new FileProblem("file_quotes", { line: reached + 1 });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}
