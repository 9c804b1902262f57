import { once } from "node:events";
import type { Readable } from "node:stream";
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from "yauzl";
import { LARGEST_UNPACKED, MOST_ENTRIES, MOST_PACKED, PACKED_FREELY } from "@/lib/imports/limits";
import { FileProblem } from "./problem";

/** Any part of a file, by position. */
export type ReadRange = (from: number, to: number) => Readable;

class RangeReader extends RandomAccessReader {
  constructor(private readonly range: ReadRange) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.range(start, end);
  }
}

/** The files inside a workbook, by name. What they unpack to was looked at before any of it is unpacked. */
export interface Workbook {
  has(name: string): boolean;
  open(name: string): Promise<Readable>;
  close(): void;
}

const openZip = (range: ReadRange, size: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromRandomAccessReader(
      new RangeReader(range),
      size,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true },
      (error, zip) => (error ? reject(new FileProblem("file_damaged")) : resolve(zip)),
    );
  });

export async function openWorkbook(range: ReadRange, size: number): Promise<Workbook> {
  const zip = await openZip(range, size);
  const entries = await entriesOf(zip);
  if (![...entries.keys()].some((name) => name === "xl/workbook.xml"))
    throw new FileProblem("file_no_workbook");
  if ([...entries.keys()].some((name) => /vbaProject\.bin$/i.test(name)))
    throw new FileProblem("file_macros");
  return {
    has: (name) => entries.has(name),
    open: async (name) => {
      const entry = entries.get(name);
      if (!entry?.canDecodeFileData()) throw new FileProblem("file_damaged");
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) =>
          error ? reject(new FileProblem("file_damaged")) : resolve(stream),
        );
      });
    },
    close: () => zip.close(),
  };
}

/** Every file inside. The sizes are the zip's own word, and unpacking ends where a file is longer than it said. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  if (zip.entryCount > MOST_ENTRIES) throw new FileProblem("file_bomb");
  zip.on("entry", (entry: Entry) => {
    entries.set(entry.fileName, entry);
    unpacked += entry.uncompressedSize;
    const swollen = entry.uncompressedSize > entry.compressedSize * MOST_PACKED;
    if (unpacked > LARGEST_UNPACKED || (swollen && entry.uncompressedSize > PACKED_FREELY))
      zip.emit("error", new FileProblem("file_bomb"));
    else zip.readEntry();
  });
  const ended = once(zip, "end");
  zip.readEntry();
  try {
    await ended;
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem("file_damaged");
  }
  return entries;
}
