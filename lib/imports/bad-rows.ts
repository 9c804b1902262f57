import { and, asc, eq, gt } from "drizzle-orm";
import { importRows } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { breathe } from "@/lib/kernel/breathe";
import { BYTE_ORDER_MARK, csvLine } from "./csv-line";
import { findImport, type Import } from "./door";
import type { ImportRow } from "./fix-row";
import { openRow } from "./sealed-row";
import type { RowState } from "./states";

const CHUNK = 500;

/** Words that only the reader's language has. */
export interface BadRowWords {
  /** Over the two columns that we add. */
  row: string;
  reason: string;
  says(row: ImportRow): string;
}

/**
 * The rows that were not made, with their reasons, as a file of the same columns: corrected, it can be brought in again.
 * People's numbers lie open in it, so who takes it is written down.
 */
export async function badRows(
  ctx: Ctx,
  importId: string,
  wordsFor: (of: Import) => Promise<BadRowWords>,
): Promise<{ name: string; text: AsyncGenerator<string, void> }> {
  requirePermission(ctx, "imports.prepare");
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  await inTransaction(ctx.db, async (tx) => {
    audit(tx, ctx, {
      action: "import.bad_rows_taken",
      noun: "import",
      subjectId: of.id,
      after: { rows: of.bad + of.refused },
    });
  });
  const base = of.fileName.replace(/\.\w+$/, "");
  return { name: `${base}-errors.csv`, text: lines(ctx, of, await wordsFor(of)) };
}

async function* lines(ctx: Ctx, of: Import, words: BadRowWords): AsyncGenerator<string, void> {
  const separator = of.fileKind === "text" ? of.reading.separator : ";";
  const heads = withoutOwn(of.heads, words);
  yield BYTE_ORDER_MARK + csvLine([...heads, words.row, words.reason], separator);
  for (const state of ["bad", "refused"] as const)
    for await (const row of rowsIn(ctx, of, state)) {
      const cells = openRow(ctx, row)?.cells ?? [];
      const own = heads.map((_, column) => cells[column] ?? "");
      yield csvLine([...own, String(row.line), words.says(row)], separator);
    }
}

/** A file that was taken out before has our two columns already: they are written anew. */
function withoutOwn(heads: readonly string[], words: BadRowWords): string[] {
  const kept = [...heads];
  while (kept.length > 0 && [words.row, words.reason].includes(kept.at(-1) ?? "")) kept.pop();
  return kept;
}

async function* rowsIn(ctx: Ctx, of: Import, state: RowState): AsyncGenerator<ImportRow, void> {
  for (let last = 0; ; ) {
    const rows = await ctx.db.read
      .select()
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, of.id),
          eq(importRows.pass, of.pass),
          eq(importRows.state, state),
          gt(importRows.n, last),
        ),
      )
      .orderBy(asc(importRows.n))
      .limit(CHUNK);
    yield* rows;
    last = rows.at(-1)?.n ?? last;
    if (rows.length < CHUNK) return;
    await breathe();
  }
}
