import { and, desc, eq } from "drizzle-orm";
import { mandates, payments, tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Task } from "./list";

const MOST = 20;

/** The open tasks about a debtor's mandates and payments, newest first. */
export async function debtorTasks(ctx: Ctx, debtorId: string): Promise<Task[]> {
  requirePermission(ctx, "read");
  const parts = await Promise.all(
    [mandates, payments].map((table) =>
      ctx.db.read
        .select({ task: tasks })
        .from(table)
        .innerJoin(tasks, eq(tasks.subjectId, table.id))
        .where(
          and(eq(table.debtorId, debtorId), eq(tasks.creditorId, ctx.creditorId), eq(tasks.state, "open")),
        )
        .orderBy(desc(tasks.createdAt), desc(tasks.id))
        .limit(MOST),
    ),
  );
  return parts
    .flat()
    .map((row) => row.task)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
