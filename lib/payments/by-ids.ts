import { and, eq, inArray } from "drizzle-orm";
import { payments } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { inOrderOf } from "@/lib/lists/in-order-of";
import type { Payment } from "./door";

/** These payments in this order; whichever is not the creditor's is not there. */
export async function paymentsByIds(ctx: Ctx, ids: readonly string[]): Promise<Payment[]> {
  requirePermission(ctx, "read");
  return inOrderOf(ids, (some) =>
    ctx.db.read
      .select()
      .from(payments)
      .where(and(inArray(payments.id, some), eq(payments.creditorId, ctx.creditorId))),
  );
}
