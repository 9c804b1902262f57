import { createHash } from "node:crypto";
import { Zip, ZipDeflate } from "fflate";

export interface PackFile {
  path: string;
  text: string;
}

/** What the last files say of those before them. */
export interface FileHash {
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * Zips files as they are made, so that no pack is ever held whole. `last` is told the hash of each file before it, and
 * makes the files that list them.
 */
export function zipStream(
  files: AsyncIterable<PackFile>,
  at: Date,
  last: (hashes: readonly FileHash[]) => readonly PackFile[],
): ReadableStream<Uint8Array> {
  const hashes: FileHash[] = [];
  const source = everything(files, hashes, last);
  let chunks: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    chunks.push(chunk);
  });
  const flush = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (failed) throw failed;
    for (const chunk of chunks) if (chunk.length > 0) controller.enqueue(chunk);
    chunks = [];
  };
  return new ReadableStream({
    async pull(controller) {
      const next = await source.next();
      if (next.done) {
        zip.end();
        flush(controller);
        controller.close();
        return;
      }
      const bytes = new TextEncoder().encode(next.value.text);
      hashes.push({ path: next.value.path, bytes: bytes.length, sha256: sha256(bytes) });
      const entry = new ZipDeflate(next.value.path, { level: 6 });
      // The day it was made, and not the clock of whatever machine packs it.
      entry.mtime = at;
      zip.add(entry);
      entry.push(bytes, true);
      flush(controller);
    },
    async cancel() {
      await source.return(undefined);
    },
  });
}

async function* everything(
  files: AsyncIterable<PackFile>,
  hashes: readonly FileHash[],
  last: (hashes: readonly FileHash[]) => readonly PackFile[],
): AsyncGenerator<PackFile, void, undefined> {
  yield* files;
  yield* last([...hashes]);
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
