import { and, eq } from "drizzle-orm";
import { toldEnds } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

export type ToldEnd = typeof toldEnds.$inferSelect;

/** What we were told of a mandate's end outside the provider's API; null when nobody told us. */
export async function toldEndOf(ctx: Ctx, mandateId: string): Promise<ToldEnd | null> {
  requirePermission(ctx, "read");
  const [row] = await ctx.db.read
    .select()
    .from(toldEnds)
    .where(and(eq(toldEnds.mandateId, mandateId), eq(toldEnds.creditorId, ctx.creditorId)));
  return row ?? null;
}
