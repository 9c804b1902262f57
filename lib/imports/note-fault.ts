import { and, eq, sql } from "drizzle-orm";
import { imports } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { findImport, type Import, moveImport, newPass } from "./door";

const FAULTS_BEFORE_GIVING_UP = 5;

/** After five faults of ours, one after the other, an import is given back to a person: it must not be tried for ever. */
export async function noteImportFault(ctx: Ctx, { id, creditorId, state }: Import): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [counted] = await tx
      .update(imports)
      .set({ faults: sql`${imports.faults} + 1` })
      .where(and(eq(imports.id, id), eq(imports.state, state)))
      .returning({ faults: imports.faults });
    if ((counted?.faults ?? 0) < FAULTS_BEFORE_GIVING_UP) return;
    const of = await findImport(tx, creditorId, id);
    if (state === "checking")
      await moveImport(tx, ctx, of, "unreadable", { ...newPass(of), problem: "file_fault" });
    else await moveImport(tx, ctx, of, "rest", { stopReason: "fault" });
  });
}
