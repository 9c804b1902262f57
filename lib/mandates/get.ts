import { and, eq } from "drizzle-orm";
import { mandates } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import { type MandateRow, mandateColumns } from "./columns";

/** One mandate of the creditor, without its sealed values; `not_found` for another creditor's. */
export async function getMandate(ctx: Ctx, id: string): Promise<MandateRow> {
  requirePermission(ctx, "read");
  const [row] = await ctx.db.read
    .select(mandateColumns)
    .from(mandates)
    .where(and(same(mandates.id, id), eq(mandates.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return row;
}
