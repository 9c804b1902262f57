import { and, asc, desc, eq } from "drizzle-orm";
import { comparisons, connections, gaps } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Comparison, Gap } from "./gap";

/** More than a person answers for in one sitting; the rest shows as these are closed. */
const SHOWN = 500;

export interface Compared {
  connection: { id: string; name: string; provider: string };
  /** The newest comparison; null when there was none. */
  newest: Comparison | null;
  /** How many of its gaps are open now. */
  open: number;
}

/** Every connection of the creditor with its newest comparison. */
export async function comparedConnections(ctx: Ctx): Promise<Compared[]> {
  requirePermission(ctx, "read");
  const open = await openGaps(ctx);
  const rows = await ctx.db.read
    .select({ id: connections.id, name: connections.name, provider: connections.provider })
    .from(connections)
    .where(eq(connections.creditorId, ctx.creditorId))
    .orderBy(asc(connections.createdAt));
  return Promise.all(
    rows.map(async (connection) => {
      const [newest] = await ctx.db.read
        .select()
        .from(comparisons)
        .where(and(eq(comparisons.connectionId, connection.id), eq(comparisons.creditorId, ctx.creditorId)))
        .orderBy(desc(comparisons.startedAt), desc(comparisons.id))
        .limit(1);
      const own = open.filter((gap) => gap.connectionId === connection.id);
      return { connection, newest: newest ?? null, open: own.length };
    }),
  );
}

/** The creditor's open gaps, the oldest first. */
export async function openGaps(ctx: Ctx): Promise<Gap[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select()
    .from(gaps)
    .where(and(eq(gaps.creditorId, ctx.creditorId), eq(gaps.state, "open")))
    .orderBy(asc(gaps.createdAt), asc(gaps.id))
    .limit(SHOWN);
}
