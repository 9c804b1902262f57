import { and, eq } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { importRows } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, type FieldProblem, notFound } from "@/lib/kernel/errors";
import { bucketOf } from "./check-file";
import { checkRow } from "./check-row";
import { countRows, findImport, type Import, moveImport, noApproval, requireMove, workOf } from "./door";
import { judgeRows } from "./judge-rows";
import { LONGEST_CELL } from "./limits";
import { rowReader } from "./row-reader";
import { openRow, sealRow } from "./sealed-row";
import type { CellNote, FileRow } from "./shapes";
import { mayLetIn } from "./states";

export type ImportRow = typeof importRows.$inferSelect;

/** A row of the import's present pass. */
export async function findRow(db: Pick<Reader, "select">, of: Import, n: number): Promise<ImportRow> {
  const [row] = await db
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, of.id), eq(importRows.pass, of.pass), eq(importRows.n, n)));
  if (!row) throw notFound();
  return row;
}

export interface RowFix {
  importId: string;
  n: number;
  /** The row as it was seen: who mends what somebody else has mended meanwhile is told so. */
  content: string;
  /** What was typed anew, by column; a column that is not named stays as it is. */
  cells: Readonly<Record<number, string>>;
}

/** Mends cells of a row, or none, and checks it again. Approvals of what it was are void. Answers whether it is good now. */
export async function fixRow(ctx: Ctx, input: RowFix): Promise<boolean> {
  requirePermission(ctx, "imports.prepare");
  const { of, row } = await rowToChange(ctx, input);
  if (row.content !== input.content) throw new AppError("changed_meanwhile");
  const before = openRow(ctx, row);
  if (!before) throw notFound();
  const file = mended(before, input.cells, of.heads.length);
  // A row that was taken out and is mended is meant to be in.
  await recheck(ctx, of, row, file, {
    choice: row.choice === "out" ? null : row.choice,
    action: "row_fixed",
  });
  const after = await findRow(ctx.db.read, of, row.n);
  return after.state === "ready";
}

/** Takes a row out, or lets one in that a person may let in. */
export async function chooseImportRow(
  ctx: Ctx,
  input: { importId: string; n: number; choice: "in" | "out" },
): Promise<void> {
  requirePermission(ctx, "imports.prepare");
  const { of, row } = await rowToChange(ctx, input);
  const file = openRow(ctx, row);
  if (!file) throw notFound();
  const errors = row.problems.filter((one) => one.level === "error").map((one) => one.code);
  if (input.choice === "in" && row.state !== "dropped" && !mayLetIn(errors))
    throw new AppError("move_not_allowed", { params: { move: "row_in", state: row.state } });
  const letIn = mayLetIn(errors) ? ("in" as const) : null;
  await recheck(ctx, of, row, file, {
    choice: input.choice === "out" ? "out" : letIn,
    action: input.choice === "out" ? "row_dropped" : "row_let_in",
  });
}

async function rowToChange(ctx: Ctx, { importId, n }: { importId: string; n: number }) {
  const of = await findImport(ctx.db.read, ctx.creditorId, importId);
  requireMove(of, "change");
  return { of, row: await findRow(ctx.db.read, of, n) };
}

function mended(row: FileRow, typed: RowFix["cells"], columns: number): FileRow {
  const cells = [...row.cells];
  const notes: Record<number, CellNote> = { ...row.notes };
  const problems: Record<string, FieldProblem> = {};
  for (const [name, text] of Object.entries(typed)) {
    const column = Number(name);
    if (!(column >= 0 && column < columns)) throw notFound();
    if (text.length > LONGEST_CELL) problems[`cell_${column}`] = "too_long";
    while (cells.length <= column) cells.push("");
    cells[column] = text;
    // What a person typed is neither a formula nor damaged.
    delete notes[column];
  }
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  return { line: row.line, cells, notes };
}

interface Change {
  choice: "in" | "out" | null;
  action: "row_fixed" | "row_dropped" | "row_let_in";
}

async function recheck(ctx: Ctx, of: Import, row: ImportRow, file: FileRow, change: Change): Promise<void> {
  const checked = checkRow(ctx, await rowReader(ctx, of), file);
  const [judged] = await judgeRows(ctx, await rowReader(ctx, of), of, [
    { n: row.n, choice: change.choice, checked },
  ]);
  if (!judged) throw new Error("the row was not judged");
  const { debtorName, ...verdict } = judged;
  const { customer, masked, content, identityIndex: person } = checked;
  const patch = {
    ...verdict,
    ...{ customer, person, masked, content, choice: change.choice },
    name: checked.name || (debtorName ?? ""),
    sealed: sealRow(ctx, row, file),
  };
  await inTransaction(ctx.db, async (tx) => {
    await write(tx, of, row, patch);
    await moveImport(tx, ctx, of, "change", { ...noApproval, workOf: workOf(of, ctx) });
    audit(tx, ctx, {
      action: `import.${change.action}`,
      noun: "import",
      subjectId: of.id,
      after: { row: row.line, state: verdict.state },
    });
  });
}

async function write(
  tx: Tx,
  of: Import,
  row: ImportRow,
  patch: Partial<ImportRow> & Pick<ImportRow, "state" | "verdict">,
): Promise<void> {
  const [changed] = await tx
    .update(importRows)
    .set(patch)
    .where(
      and(eq(importRows.id, row.id), eq(importRows.content, row.content), eq(importRows.state, row.state)),
    )
    .returning({ id: importRows.id });
  if (!changed) throw new AppError("changed_meanwhile");
  const [from, to] = [bucketOf(row), bucketOf(patch)];
  if (from !== to) await countRows(tx, of, { [from]: -1, [to]: 1 });
}
