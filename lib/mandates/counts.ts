import { and, eq, ne } from "drizzle-orm";
import { counters } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { type MandateState, mandateStates } from "./states";

/** How many mandates stand in which state, from the counters: as cheap with a million as with ten. */
export async function countMandates(ctx: Ctx): Promise<ReadonlyMap<MandateState, number>> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select()
    .from(counters)
    .where(
      and(eq(counters.creditorId, ctx.creditorId), eq(counters.noun, "mandates"), ne(counters.count, 0)),
    );
  const found = new Map<MandateState, number>();
  for (const row of rows) {
    const state = mandateStates.find((one) => one === row.state);
    if (state) found.set(state, (found.get(state) ?? 0) + row.count);
  }
  return found;
}
