import { and, eq } from "drizzle-orm";
import { mandates, tasks } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import type { Task } from "@/lib/tasks/list";
import type { TaskKind } from "@/lib/tasks/tasks";

const KIND: TaskKind = "payment_unknown_here";

interface FoundTask {
  task: Task;
  connectionId: string;
  /** The provider's name for the payment. */
  providerId: string;
}

/** A task about a payment that is there and unknown here; open or done. */
export async function foundOf(ctx: Ctx, taskId: string): Promise<FoundTask> {
  const [task] = await ctx.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.id, taskId), eq(tasks.creditorId, ctx.creditorId), eq(tasks.kind, KIND)));
  const [connectionId, providerId] = task?.subjectId.split(/\/(.*)/s) ?? [];
  if (!task || !connectionId || !providerId) throw notFound();
  return { task, connectionId, providerId };
}

/** The same with the mandate of ours that it was made under; null when none is, and then nobody can take it over. */
export async function getFound(ctx: Ctx, taskId: string) {
  requirePermission(ctx, "read");
  const found = await foundOf(ctx, taskId);
  const there = String(found.task.params.mandate ?? "");
  const [mandate] = there
    ? await ctx.db.read
        .select()
        .from(mandates)
        .where(and(eq(mandates.connectionId, found.connectionId), eq(mandates.providerId, there)))
    : [];
  return { ...found, mandate: mandate ?? null };
}
