import { and, eq } from "drizzle-orm";
import { payments } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import type { Payment } from "./door";

/** One payment of the creditor; `not_found` for another creditor's. */
export async function getPayment(ctx: Ctx, id: string): Promise<Payment> {
  requirePermission(ctx, "read");
  const [row] = await ctx.db.read
    .select()
    .from(payments)
    .where(and(same(payments.id, id), eq(payments.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return row;
}
