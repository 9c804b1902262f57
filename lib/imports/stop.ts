import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { findImport, type Import, moveImport } from "./door";

/** Stops an import: no further mandate is made. What was made stays and is counted. */
export async function stopImport(ctx: Ctx, importId: string): Promise<Import> {
  requirePermission(ctx, "imports.commit");
  return inTransaction(ctx.db, async (tx) => {
    const of = await findImport(tx, ctx.creditorId, importId);
    if (of.state === "stopped") return of;
    return moveImport(tx, ctx, of, "stop", { stopReason: "person", stoppedByName: ctx.actor.name });
  });
}

/** Ends a stopped import: what is left of it is not made. */
export async function endImport(ctx: Ctx, importId: string): Promise<void> {
  requirePermission(ctx, "imports.commit");
  await inTransaction(ctx.db, async (tx) => {
    const of = await findImport(tx, ctx.creditorId, importId);
    await moveImport(tx, ctx, of, "end", { doneAt: ctx.clock.now() });
  });
}

/** Puts an import away of which nothing was made. Its file and its rows' cells are removed. */
export async function discardImport(ctx: Ctx, importId: string): Promise<void> {
  requirePermission(ctx, "imports.prepare");
  await inTransaction(ctx.db, async (tx) => {
    const of = await findImport(tx, ctx.creditorId, importId);
    await moveImport(tx, ctx, of, "discard", { doneAt: ctx.clock.now() });
  });
}
