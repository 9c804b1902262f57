import { and, count, eq, inArray } from "drizzle-orm";
import { mandates } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

/** How many active mandates each of these debtors has at each provider; debtors without any are left out. */
export async function activeMandates(
  ctx: Ctx,
  debtorIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { provider: string; count: number }[]>> {
  requirePermission(ctx, "read");
  const found = new Map<string, { provider: string; count: number }[]>();
  if (debtorIds.length === 0) return found;
  const rows = await ctx.db.read
    .select({ debtorId: mandates.debtorId, provider: mandates.provider, count: count() })
    .from(mandates)
    .where(
      and(
        inArray(mandates.debtorId, [...debtorIds]),
        eq(mandates.creditorId, ctx.creditorId),
        eq(mandates.state, "active"),
      ),
    )
    .groupBy(mandates.debtorId, mandates.provider);
  for (const { debtorId, ...of } of rows)
    if (debtorId) found.set(debtorId, [...(found.get(debtorId) ?? []), of]);
  return found;
}
