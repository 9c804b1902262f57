import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import { importRows, imports } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { newKey } from "@/lib/kernel/random";
import { checkRow, type RowReader } from "./check-row";
import { countRows, findImport, type Import, moveImport, newPass } from "./door";
import { FileProblem } from "./file/problem";
import { rowsOf } from "./file/rows";
import { judgeRows } from "./judge-rows";
import { CHECK_CHUNK, MOST_ROWS } from "./limits";
import { rowReader } from "./row-reader";
import { sealRow } from "./sealed-row";
import { type FileRow, noCounts, type RowCounts } from "./shapes";
import type { RowState, Verdict } from "./states";
import { removeOldRows } from "./tidy";

/** A reader that says nothing for so long is believed to be dead. */
const LEASE_MS = 20_000;

/** Imports whose rows are being checked, of every creditor. */
export async function checkingImports(ctx: Ctx): Promise<Import[]> {
  return ctx.db.read
    .select()
    .from(imports)
    .where(eq(imports.state, "checking"))
    .orderBy(asc(imports.id))
    .limit(20);
}

/**
 * Reads a file to its end and stores every row with its verdict. Each chunk is one transaction that also says how far it
 * came: whoever goes on after a death reads past what is stored, and two at once cannot store the same rows. Answers how
 * many rows it stored.
 */
export async function checkFile(ctx: Ctx, of: Import, stopping: () => boolean): Promise<number> {
  const lease = newKey();
  if (!(await take(ctx, of, lease))) return 0;
  let stored = 0;
  try {
    await removeOldRows(ctx, of);
    const reader = await rowReader(ctx, of);
    let { lastRow } = await findImport(ctx.db.read, of.creditorId, of.id);
    for await (const chunk of chunksOf(ctx, of, lastRow)) {
      if (stopping()) return stored;
      if (!(await storeChunk(ctx, { of, reader, lease, from: lastRow }, chunk))) return stored;
      lastRow += chunk.length;
      stored += chunk.length;
      await breathe();
    }
    await finish(ctx, of, lastRow);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    await giveUp(ctx, of, error);
  } finally {
    await letGo(ctx, of, lease);
  }
  return stored;
}

/** Who stops in good order leaves the file to the next one at once. */
async function letGo(ctx: Ctx, of: Import, lease: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(imports)
      .set({ lease: null, leaseUntil: null })
      .where(and(eq(imports.id, of.id), eq(imports.lease, lease)));
  });
}

const until = (ctx: Ctx): Date => new Date(ctx.leases.now().getTime() + LEASE_MS);

async function take(ctx: Ctx, of: Import, lease: string): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const [taken] = await tx
      .update(imports)
      .set({ lease, leaseUntil: until(ctx) })
      .where(
        and(
          eq(imports.id, of.id),
          eq(imports.state, "checking"),
          eq(imports.pass, of.pass),
          or(isNull(imports.leaseUntil), lt(imports.leaseUntil, ctx.leases.now())),
        ),
      )
      .returning({ id: imports.id });
    return taken !== undefined;
  });
}

/** Rows below the head in chunks, without those that are stored already. */
async function* chunksOf(ctx: Ctx, of: Import, stored: number): AsyncGenerator<FileRow[], void> {
  let n = 0;
  let chunk: FileRow[] = [];
  for await (const row of rowsOf(ctx, of, of.reading)) {
    if (row.line <= of.reading.headLine) continue;
    n += 1;
    if (n > MOST_ROWS) throw new FileProblem("file_too_many_rows", { rows: MOST_ROWS });
    if (n <= stored) continue;
    chunk.push(row);
    if (chunk.length < CHECK_CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

interface Storing {
  of: Import;
  reader: RowReader;
  lease: string;
  /** The last row before these. */
  from: number;
}

async function storeChunk(
  ctx: Ctx,
  { of, reader, lease, from }: Storing,
  chunk: readonly FileRow[],
): Promise<boolean> {
  const now = ctx.clock.now();
  const rows = chunk.map((row, index) => ({
    n: from + index + 1,
    choice: null,
    checked: checkRow(ctx, reader, row),
  }));
  const judged = await judgeRows(ctx, reader, of, rows);
  const counts = { ...noCounts };
  const values = rows.flatMap(({ n, checked }, index) => {
    const found = judged[index];
    if (!found) return [];
    const { debtorName, ...verdict } = found;
    counts[bucketOf(verdict)] += 1;
    const place = { id: newId("imr", now), creditorId: of.creditorId };
    const { customer, masked, content, row, identityIndex: person } = checked;
    const name = checked.name || (debtorName ?? "");
    const about = {
      importId: of.id,
      pass: of.pass,
      n,
      line: row.line,
      customer,
      name,
      person,
      masked,
      content,
    };
    return [{ ...place, ...about, ...verdict, sealed: sealRow(ctx, place, row), faults: 0 }];
  });
  return inTransaction(ctx.db, async (tx) => {
    // Written first: whoever has lost the lease, or comes to a file that somebody stopped, stores nothing.
    const [mine] = await tx
      .update(imports)
      .set({ lastRow: from + chunk.length, leaseUntil: until(ctx) })
      .where(
        and(
          eq(imports.id, of.id),
          eq(imports.state, "checking"),
          eq(imports.pass, of.pass),
          eq(imports.lease, lease),
          eq(imports.lastRow, from),
        ),
      )
      .returning({ id: imports.id });
    if (!mine) return false;
    await tx.insert(importRows).values(values);
    await countRows(tx, of, counts);
    return true;
  });
}

/** Which count a row is in. */
export function bucketOf(row: { state: RowState; verdict: Verdict }): keyof RowCounts {
  if (row.state !== "ready") return row.state;
  return row.verdict === "warning" ? "warning" : "ok";
}

async function finish(ctx: Ctx, of: Import, rows: number): Promise<void> {
  if (rows === 0) throw new FileProblem("file_no_rows");
  await moveQuietly(ctx, of, "checked", { checkedAt: ctx.clock.now(), lease: null, leaseUntil: null });
}

/** A file that cannot be read to its end is given back to a person, with the reason. */
async function giveUp(ctx: Ctx, of: Import, { code, params }: FileProblem): Promise<void> {
  await moveQuietly(ctx, of, "unreadable", { ...newPass(of), problem: code, problemParams: { ...params } });
}

async function moveQuietly(
  ctx: Ctx,
  of: Import,
  move: "checked" | "unreadable",
  patch: Partial<Import>,
): Promise<void> {
  try {
    await inTransaction(ctx.db, async (tx) => {
      const now = await findImport(tx, of.creditorId, of.id);
      if (now.pass === of.pass) await moveImport(tx, ctx, now, move, patch);
    });
  } catch (error) {
    // Somebody stopped it meanwhile, or another worker was first.
    if (!(error instanceof AppError)) throw error;
  }
}
