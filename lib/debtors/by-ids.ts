import { and, eq, inArray } from "drizzle-orm";
import { debtors } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { inOrderOf } from "@/lib/lists/in-order-of";
import { type DebtorRow, debtorColumns } from "./columns";

/** These debtors in this order; whichever is not the creditor's is not there. */
export async function debtorsByIds(ctx: Ctx, ids: readonly string[]): Promise<DebtorRow[]> {
  requirePermission(ctx, "read");
  return inOrderOf(ids, (some) =>
    ctx.db.read
      .select(debtorColumns)
      .from(debtors)
      .where(and(inArray(debtors.id, some), eq(debtors.creditorId, ctx.creditorId))),
  );
}
