import { and, count, eq } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Task } from "./list";

/** How many tasks are open, by the role on whose list they stand; read off the index of open tasks. */
export async function countOpenTasks(ctx: Ctx): Promise<ReadonlyMap<Task["role"], number>> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({ role: tasks.role, count: count() })
    .from(tasks)
    .where(and(eq(tasks.creditorId, ctx.creditorId), eq(tasks.state, "open")))
    .groupBy(tasks.role);
  return new Map(rows.map((row) => [row.role, row.count]));
}
