import { and, eq } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Permission } from "@/lib/access/permissions";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { followHeldEnds } from "@/lib/mandates/follow-end";
import { kindOf, mayCloseByHand } from "./groups";
import type { Task } from "./list";

/** What only the role has on whose list a task stands. */
export const proofOfRole: Record<Task["role"], Permission> = {
  agent: "mandates.write",
  finance: "submissions.resolve",
  admin: "connections.manage",
};

/** Whether this task is on the list of the person's own role. */
export const isOwn = (ctx: Pick<Ctx, "permissions">, task: Pick<Task, "role">): boolean =>
  ctx.permissions.has(proofOfRole[task.role]);

/**
 * Takes a task off its list because a person says that it is done; only by the role on whose list it stands, and only
 * where nothing else would close it. It changes nothing about the record.
 */
export async function closeTaskByHand(ctx: Ctx, taskId: string): Promise<void> {
  requirePermission(ctx, "read");
  await inTransaction(ctx.db, async (tx) => {
    const mine = and(eq(tasks.id, taskId), eq(tasks.creditorId, ctx.creditorId));
    const [task] = await tx.select().from(tasks).where(mine);
    if (!task) throw notFound();
    requirePermission(ctx, proofOfRole[task.role]);
    const kind = kindOf(task);
    if (kind && !mayCloseByHand(kind)) throw new AppError("move_not_allowed", { params: { move: "close" } });
    const [closed] = await tx
      .update(tasks)
      .set({ state: "done", closedAt: ctx.clock.now(), closedBy: ctx.actor.name })
      .where(and(mine, eq(tasks.state, "open")))
      .returning();
    // Pressed twice, or by two: it is done all the same, and written down once.
    if (!closed) return;
    if (kind === "mass_end") await followHeldEnds(tx, ctx, closed);
    audit(tx, ctx, {
      action: "task.closed",
      noun: task.noun,
      subjectId: task.subjectId,
      after: { task: task.id, kind: task.kind },
    });
  });
}
