import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";

/** Notes who takes a list with him, before the first row of it leaves. */
export async function noteExport(ctx: Ctx, list: string, query: string): Promise<void> {
  requirePermission(ctx, "read");
  await inTransaction(ctx.db, async (tx) => {
    audit(tx, ctx, { action: "list.exported", noun: "list", subjectId: list, after: { query } });
  });
}
