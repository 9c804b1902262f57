import { createHash } from "node:crypto";
import { and, desc, eq, notInArray } from "drizzle-orm";
import { importParts, imports } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { findImport, type Import, moveImport } from "./door";
import { EncodingWatch } from "./file/encoding";
import { sealPart } from "./file/parts";
import { FileProblem } from "./file/problem";
import { kindOfFile } from "./file/sniff";
import { guessReading } from "./inspect";
import { LARGEST_FILE, PART_BYTES } from "./limits";
import { noCounts } from "./shapes";
import { forgetUpload } from "./tidy";

export interface Upload {
  name: string;
  body: AsyncIterable<Uint8Array>;
}

/**
 * Takes a file in, piece by piece, sealed as it comes. Nothing is read of it yet but how it is probably read. A file
 * that is none of ours is refused with a reason and forgotten. Answers the import's id.
 */
export async function uploadImport(ctx: Ctx, { name, body }: Upload): Promise<string> {
  requirePermission(ctx, "imports.prepare");
  const of = await begin(ctx, fileName(name));
  try {
    const { watch, ...facts } = await store(ctx, of, body);
    const reading = await guessReading(ctx, { ...of, ...facts }, watch.guess());
    await inTransaction(ctx.db, async (tx) => {
      const earlier = await sameFile(ctx, of, facts.fileHash);
      await moveImport(
        tx,
        ctx,
        of,
        "receive",
        { ...facts, reading, sameAs: earlier?.id ?? null },
        { after: { file: facts.fileHash, bytes: facts.fileBytes } },
      );
    });
    return of.id;
  } catch (error) {
    await forgetUpload(ctx, of.id);
    throw refusalOf(error);
  }
}

/** What is wrong with a file, as a refusal at its field; anything else stays what it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof FileProblem)) return error;
  return new AppError("invalid", { fields: { file: error.code }, params: error.params, cause: error });
}

const LONGEST_NAME = 200;

/** A name as it may be shown: the last part of a path, without what cannot be seen. */
function fileName(given: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  return (
    last
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .trim()
      .slice(-LONGEST_NAME) || "file"
  );
}

async function begin(ctx: Ctx, name: string): Promise<Import> {
  const now = ctx.clock.now();
  const id = newId("imp", now);
  await inTransaction(ctx.db, async (tx) => {
    await tx.insert(imports).values({
      ...noCounts,
      id,
      creditorId: ctx.creditorId,
      fileName: name,
      fileKind: "text",
      fileHash: "",
      fileBytes: 0,
      state: "uploading",
      version: 0,
      pass: 0,
      reading: {
        ...{ encoding: "utf-8", separator: ";", sheet: "", sheets: [] },
        ...{ headLine: 1, decimals: ",", dates: "dmy" },
      },
      heads: [],
      shape: "",
      test: false,
      mapping: {},
      problemParams: {},
      lastRow: 0,
      preparedById: ctx.actor.id,
      preparedByName: ctx.actor.name,
      workOf: [ctx.actor.id],
      faults: 0,
      partsGone: false,
      cellsGone: false,
      createdAt: now,
      updatedAt: now,
    });
  });
  return findImport(ctx.db.read, ctx.creditorId, id);
}

/** Stores the file in pieces of one size, however it arrives. */
async function store(ctx: Ctx, of: Import, body: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  const watch = new EncodingWatch();
  let fileKind: Import["fileKind"] | undefined;
  let fileBytes = 0;
  let n = 0;
  let waiting: Buffer[] = [];
  let held = 0;
  const put = async (bytes: Buffer) => {
    fileKind ??= kindOfFile(of.fileName, bytes);
    watch.see(bytes);
    const sealed = sealPart(ctx, of, n, bytes);
    await inTransaction(ctx.db, async (tx) => {
      await tx.insert(importParts).values({ importId: of.id, n, sealed });
    });
    n += 1;
  };
  for await (const piece of body) {
    fileBytes += piece.length;
    if (fileBytes > LARGEST_FILE)
      throw new FileProblem("file_too_large", { megabytes: LARGEST_FILE / 1_000_000 });
    hash.update(piece);
    waiting.push(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
    held += piece.length;
    if (held < PART_BYTES) continue;
    const all = Buffer.concat(waiting);
    let from = 0;
    for (; all.length - from >= PART_BYTES; from += PART_BYTES)
      await put(all.subarray(from, from + PART_BYTES));
    waiting = [all.subarray(from)];
    held = all.length - from;
  }
  if (held > 0) await put(Buffer.concat(waiting));
  if (fileKind === undefined) throw new FileProblem("file_empty");
  return { fileKind, fileBytes, fileHash: hash.digest("hex"), watch };
}

/** The last import that had the same file, unless it was put away. */
async function sameFile(ctx: Ctx, of: Import, fileHash: string): Promise<{ id: string } | undefined> {
  const [found] = await ctx.db.read
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.creditorId, ctx.creditorId),
        eq(imports.fileHash, fileHash),
        notInArray(imports.id, [of.id]),
        notInArray(imports.state, ["discarded", "uploading"]),
      ),
    )
    .orderBy(desc(imports.createdAt))
    .limit(1);
  return found;
}
