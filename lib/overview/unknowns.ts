import { and, count, eq } from "drizzle-orm";
import { submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** How many outcomes nobody knows; there are never many, and each is worth seeing. */
export async function countUnknown(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.read
    .select({ n: count() })
    .from(submissions)
    .where(and(eq(submissions.creditorId, ctx.creditorId), eq(submissions.state, "unknown")));
  return row?.n ?? 0;
}
