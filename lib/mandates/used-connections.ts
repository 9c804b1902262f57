import { asc, eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

export interface UsedConnection {
  id: string;
  name: string;
  provider: string;
}

/** The connections that this creditor has mandates on, or may have, by name. */
export async function usedConnections(ctx: Ctx): Promise<UsedConnection[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select({ id: connections.id, name: connections.name, provider: connections.provider })
    .from(connections)
    .where(eq(connections.creditorId, ctx.creditorId))
    .orderBy(asc(connections.name), asc(connections.id))
    .limit(100);
}
