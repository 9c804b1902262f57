import { and, asc, eq } from "drizzle-orm";
import { deadlineOverrides } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

export type OverrideRow = typeof deadlineOverrides.$inferSelect;

/** The dates that were put in the place of a rule's own, with who did it and why, by month. */
export function listOverrides(ctx: Ctx, rule: string): Promise<OverrideRow[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select()
    .from(deadlineOverrides)
    .where(and(eq(deadlineOverrides.creditorId, ctx.creditorId), eq(deadlineOverrides.rule, rule)))
    .orderBy(asc(deadlineOverrides.month))
    .limit(500);
}
