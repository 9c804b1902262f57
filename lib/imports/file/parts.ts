import { Readable } from "node:stream";
import { and, asc, eq, gte } from "drizzle-orm";
import { importParts } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { PART_BYTES } from "@/lib/imports/limits";

export interface StoredFile {
  id: string;
  creditorId: string;
  fileBytes: number;
}

/** Where a piece of a file lies; one moved to another place or another import does not open. */
const placeOf = (file: Pick<StoredFile, "id" | "creditorId">, n: number) => ({
  creditorId: file.creditorId,
  table: "import_parts",
  rowId: file.id,
  field: String(n),
});

/** Bytes as text of one character each: most of a file is plain letters, which stay as long as they are. */
export const sealPart = (
  ctx: Pick<Ctx, "vault">,
  file: Pick<StoredFile, "id" | "creditorId">,
  n: number,
  bytes: Buffer,
): string => ctx.vault.seal(placeOf(file, n), bytes.toString("latin1"));

const AT_ONCE = 4;

/** The bytes of a stored file from a position on, a few pieces in memory at a time. */
export async function* bytesOf(
  ctx: Pick<Ctx, "db" | "vault">,
  file: StoredFile,
  from = 0,
  to = file.fileBytes,
): AsyncGenerator<Buffer, void> {
  let at = from;
  while (at < to) {
    const first = Math.floor(at / PART_BYTES);
    const parts = await ctx.db.read
      .select({ n: importParts.n, sealed: importParts.sealed })
      .from(importParts)
      .where(and(eq(importParts.importId, file.id), gte(importParts.n, first)))
      .orderBy(asc(importParts.n))
      .limit(Math.min(AT_ONCE, Math.ceil(to / PART_BYTES) - first));
    if (parts.length === 0 || parts[0]?.n !== first) throw new Error("a piece of the file is missing");
    for (const { n, sealed } of parts) {
      const bytes = Buffer.from(ctx.vault.open(placeOf(file, n), sealed), "latin1");
      const start = n * PART_BYTES;
      yield bytes.subarray(Math.max(0, at - start), Math.min(bytes.length, to - start));
      at = start + bytes.length;
    }
  }
}

export const streamOf = (ctx: Pick<Ctx, "db" | "vault">, file: StoredFile, from = 0, to?: number): Readable =>
  Readable.from(bytesOf(ctx, file, from, to), { objectMode: false });
