import { and, count, eq } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { snoozedIs, type Task } from "./list";

/** How many tasks are open and not put aside, by the role on whose list they stand. */
export async function countOpenTasks(ctx: Ctx): Promise<ReadonlyMap<Task["role"], number>> {
  requirePermission(ctx, "read");
  const rows = await ctx.db.read
    .select({ role: tasks.role, count: count() })
    .from(tasks)
    .where(
      and(eq(tasks.creditorId, ctx.creditorId), eq(tasks.state, "open"), snoozedIs(ctx.clock.now(), false)),
    )
    .groupBy(tasks.role);
  return new Map(rows.map((row) => [row.role, row.count]));
}

/** How many open tasks of a role, or of all, are put aside. */
export async function countSnoozed(ctx: Ctx, role: Task["role"] | undefined): Promise<number> {
  requirePermission(ctx, "read");
  const [row] = await ctx.db.read
    .select({ count: count() })
    .from(tasks)
    .where(
      and(
        eq(tasks.creditorId, ctx.creditorId),
        eq(tasks.state, "open"),
        role === undefined ? undefined : eq(tasks.role, role),
        snoozedIs(ctx.clock.now(), true),
      ),
    );
  return row?.count ?? 0;
}
