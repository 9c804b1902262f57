import { and, asc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { importParts, importRows, imports } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import type { Import } from "./door";
import { KEEP_CELLS_DAYS, UPLOAD_HOURS } from "./limits";

const PARTS = 40;
const ROWS = 2_000;
const DAY_MS = 86_400_000;

/** Removes the pieces of a file, a few in each transaction. */
async function removeParts(ctx: Ctx, importId: string): Promise<void> {
  for (let left = true; left; await breathe())
    left = await inTransaction(ctx.db, async (tx) => {
      const some = await tx
        .select({ n: importParts.n })
        .from(importParts)
        .where(eq(importParts.importId, importId))
        .orderBy(asc(importParts.n))
        .limit(PARTS);
      const last = some.at(-1);
      if (!last) return false;
      await tx
        .delete(importParts)
        .where(and(eq(importParts.importId, importId), lt(importParts.n, last.n + 1)));
      return some.length === PARTS;
    });
}

/** An upload that came to nothing leaves nothing. */
export async function forgetUpload(ctx: Ctx, importId: string): Promise<void> {
  await removeParts(ctx, importId);
  await inTransaction(ctx.db, async (tx) => {
    await tx.delete(imports).where(and(eq(imports.id, importId), eq(imports.state, "uploading")));
  });
}

/** Removes rows of passes before this one, a few in each transaction. */
export async function removeOldRows(ctx: Ctx, of: Pick<Import, "id" | "pass">): Promise<void> {
  const old = and(eq(importRows.importId, of.id), lt(importRows.pass, of.pass));
  for (let left = true; left; await breathe())
    left = await inTransaction(ctx.db, async (tx) => {
      const some = await tx.select({ id: importRows.id }).from(importRows).where(old).limit(ROWS);
      if (some.length > 0)
        await tx.delete(importRows).where(
          inArray(
            importRows.id,
            some.map((row) => row.id),
          ),
        );
      return some.length === ROWS;
    });
}

/** The cells of rows that were not made, after the time in which somebody might correct them. */
async function forgetCells(ctx: Ctx, of: Import): Promise<void> {
  const kept = and(eq(importRows.importId, of.id), isNotNull(importRows.sealed));
  for (let left = true; left; await breathe())
    left = await inTransaction(ctx.db, async (tx) => {
      const some = await tx.select({ id: importRows.id }).from(importRows).where(kept).limit(ROWS);
      if (some.length === 0) return false;
      await tx
        .update(importRows)
        .set({ sealed: null })
        .where(
          inArray(
            importRows.id,
            some.map((row) => row.id),
          ),
        );
      return some.length === ROWS;
    });
}

/** What is not needed any more goes: files of imports that have ended, uploads that never will, cells after their time. */
export async function tidyImports(ctx: Ctx): Promise<number> {
  const { read } = ctx.db;
  const now = ctx.clock.now().getTime();
  const mark = (of: Import, patch: Partial<Import>) =>
    inTransaction(ctx.db, async (tx) => {
      await tx.update(imports).set(patch).where(eq(imports.id, of.id));
    });
  const ended = await read
    .select()
    .from(imports)
    .where(and(eq(imports.partsGone, false), inArray(imports.state, ["done", "discarded"])))
    .limit(10);
  for (const of of ended) {
    await removeParts(ctx, of.id);
    // Nobody corrects rows of an import that was put away.
    if (of.state === "discarded") await forgetCells(ctx, of);
    await mark(of, { partsGone: true, cellsGone: of.cellsGone || of.state === "discarded" });
  }
  const stale = await read
    .select()
    .from(imports)
    .where(
      and(eq(imports.state, "uploading"), lt(imports.createdAt, new Date(now - UPLOAD_HOURS * 3_600_000))),
    )
    .limit(10);
  for (const of of stale) await forgetUpload(ctx, of.id);
  const old = await read
    .select()
    .from(imports)
    .where(and(eq(imports.cellsGone, false), lt(imports.doneAt, new Date(now - KEEP_CELLS_DAYS * DAY_MS))))
    .limit(10);
  for (const of of old) {
    await removeOldRows(ctx, of);
    await forgetCells(ctx, of);
    await mark(of, { cellsGone: true });
  }
  return ended.length + stale.length + old.length;
}
