import { and, eq, inArray } from "drizzle-orm";
import { mandates } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { inOrderOf } from "@/lib/lists/in-order-of";
import { type MandateRow, mandateColumns } from "./columns";

/** These mandates in this order; whichever is not the creditor's is not there. */
export async function mandatesByIds(ctx: Ctx, ids: readonly string[]): Promise<MandateRow[]> {
  requirePermission(ctx, "read");
  return inOrderOf(ids, (some) =>
    ctx.db.read
      .select(mandateColumns)
      .from(mandates)
      .where(and(inArray(mandates.id, some), eq(mandates.creditorId, ctx.creditorId))),
  );
}
