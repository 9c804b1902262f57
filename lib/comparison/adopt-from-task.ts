import { and, eq } from "drizzle-orm";
import { gaps, tasks } from "@/db/schema";
import { findConnection } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { closeTask } from "@/lib/tasks/tasks";
import { closeGap, reasonGiven } from "./find-gap";
import { foundOf } from "./found-task";
import { takeFound } from "./take-found";

/**
 * Takes into the books a payment that the provider has and we do not, from the work list; answers its id. Where a
 * comparison found it too, that gap is closed with it.
 */
export async function adoptFromTask(ctx: Ctx, input: { taskId: string; reason: string }): Promise<string> {
  requirePermission(ctx, "gaps.close");
  const reason = reasonGiven(input.reason);
  const { task, connectionId, providerId } = await foundOf(ctx, input.taskId);
  if (task.state !== "open") throw new AppError("changed_meanwhile");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, connectionId);
  const found = { providerId, mandateProviderId: String(task.params.mandate ?? ""), reason };
  return takeFound(ctx, connection, found, async (tx) => {
    const [still] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.id, task.id), eq(tasks.state, "open")));
    if (!still) throw new AppError("changed_meanwhile");
    const [gap] = await tx
      .select()
      .from(gaps)
      .where(
        and(
          eq(gaps.connectionId, connectionId),
          eq(gaps.kind, "unknown_here"),
          eq(gaps.subject, providerId),
          eq(gaps.state, "open"),
        ),
      );
    if (gap) await closeGap(tx, ctx, gap, "adopted", reason);
    await closeTask(tx, ctx, "payment_unknown_here", task.subjectId);
  });
}
