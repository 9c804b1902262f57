import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader, Tx } from "@/db/client";
import { imports } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import { noCounts, type RowCounts } from "./shapes";
import { type ImportMove, importMoves, mayMove } from "./states";

export type Import = typeof imports.$inferSelect;

/** An import of the creditor; `not_found` for another creditor's. */
export async function findImport(
  db: Pick<Reader, "select">,
  creditorId: string,
  id: string,
): Promise<Import> {
  const [found] = await db
    .select()
    .from(imports)
    .where(and(same(imports.id, id), eq(imports.creditorId, creditorId)));
  if (!found) throw notFound();
  return found;
}

/** Refused unless the import may take this step from where it stands. */
export function requireMove(of: Import, move: ImportMove): void {
  if (!mayMove(move, of.state)) throw new AppError("move_not_allowed", { params: { move, state: of.state } });
}

/** The only way an import's state changes: from the version that was seen, or not at all. */
export async function moveImport(
  tx: Tx,
  ctx: Ctx,
  of: Import,
  move: ImportMove,
  patch: Partial<typeof imports.$inferInsert> = {},
  note: { after?: Record<string, unknown> } = {},
): Promise<Import> {
  requireMove(of, move);
  const [moved] = await tx
    .update(imports)
    .set({
      ...patch,
      state: importMoves[move].to,
      version: sql`${imports.version} + 1`,
      updatedAt: ctx.clock.now(),
    })
    .where(and(eq(imports.id, of.id), eq(imports.version, of.version), eq(imports.state, of.state)))
    .returning();
  if (!moved) throw new AppError("changed_meanwhile");
  audit(tx, ctx, {
    action: `import.${move}`,
    noun: "import",
    subjectId: of.id,
    before: { state: of.state },
    after: { state: moved.state, ...note.after },
  });
  return moved;
}

/** Keeps the counts with the rows that changed, in the transaction that changes them. */
export async function countRows(
  tx: Tx,
  of: Pick<Import, "id">,
  change: Partial<RowCounts>,
  where?: SQL,
): Promise<boolean> {
  const [counted] = await tx
    .update(imports)
    .set({
      ok: sql`${imports.ok} + ${change.ok ?? 0}`,
      warning: sql`${imports.warning} + ${change.warning ?? 0}`,
      bad: sql`${imports.bad} + ${change.bad ?? 0}`,
      dropped: sql`${imports.dropped} + ${change.dropped ?? 0}`,
      made: sql`${imports.made} + ${change.made ?? 0}`,
      refused: sql`${imports.refused} + ${change.refused ?? 0}`,
      // What came through says that the fault before it was a passing one.
      faults: 0,
    })
    .where(and(eq(imports.id, of.id), where))
    .returning({ id: imports.id });
  return counted !== undefined;
}

/** What a change of the content takes away: whoever approved something else has not approved this. */
export const noApproval = {
  contentHash: null,
  approvedById: null,
  approvedByName: null,
  approvedHash: null,
  approvedAt: null,
} as const;

/** Before rows are read anew: those of an earlier pass count for nothing. */
export const newPass = (of: Import) => ({
  ...noApproval,
  ...noCounts,
  pass: of.pass + 1,
  lastRow: 0,
  lease: null,
  leaseUntil: null,
  faults: 0,
  checkedAt: null,
});

/** Everyone whose work an import is, with this one. */
export const workOf = (of: Import, ctx: Ctx): string[] => [...new Set([...of.workOf, ctx.actor.id])];

/** What of an import is still to be made. */
export const readyRows = (of: Pick<Import, "ok" | "warning">): number => of.ok + of.warning;

export const allRows = ({ ok, warning, bad, dropped, made, refused }: RowCounts): number =>
  ok + warning + bad + dropped + made + refused;
