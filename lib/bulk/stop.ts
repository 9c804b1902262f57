import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { findBulk, moveBulk } from "./door";

/** Begins no further row. The one under way comes to its end, and what is done stays done. */
export async function stopBulk(ctx: Ctx, bulkId: string): Promise<void> {
  // One's own work may always be stopped, whatever right has gone since.
  requirePermission(ctx, "read");
  const bulk = await findBulk(ctx.db.read, ctx, bulkId);
  await inTransaction(ctx.db, (tx) => moveBulk(tx, ctx, bulk.id, "stop", { stopReason: "person" }));
}
