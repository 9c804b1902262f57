import { and, eq, inArray } from "drizzle-orm";
import { accountChanges } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Change } from "./decide";

/** The change of account that a mandate stands in, as the old or as the new one; null when there is none. */
export async function openChangeOf(ctx: Ctx, mandateId: string): Promise<Omit<Change, "sealed"> | null> {
  requirePermission(ctx, "read");
  const live = and(
    eq(accountChanges.creditorId, ctx.creditorId),
    inArray(accountChanges.state, ["waits", "open", "ending"]),
  );
  for (const side of [accountChanges.oldMandateId, accountChanges.newMandateId]) {
    const [row] = await ctx.db.read
      .select()
      .from(accountChanges)
      .where(and(live, eq(side, mandateId)));
    if (!row) continue;
    const { sealed, ...open } = row;
    return open;
  }
  return null;
}
