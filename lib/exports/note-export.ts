import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";

/** Notes who takes a list along, or some ticked rows of it, before the first row leaves. */
export async function noteExport(ctx: Ctx, list: string, query: string, ticked?: number): Promise<void> {
  requirePermission(ctx, "read");
  await inTransaction(ctx.db, async (tx) => {
    audit(tx, ctx, {
      action: "list.exported",
      noun: "list",
      subjectId: list,
      after: ticked === undefined ? { query } : { query, ticked },
    });
  });
}
