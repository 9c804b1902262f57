import { and, eq, isNull, or } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { proofOfRole } from "./close";

/** Says that a task is one's own, or gives it back. Somebody else's is taken over only when it is said so. */
export async function takeTask(
  ctx: Ctx,
  input: { taskId: string; as: "mine" | "nobody"; from?: string },
): Promise<void> {
  requirePermission(ctx, "read");
  await inTransaction(ctx.db, async (tx) => {
    const open = and(
      eq(tasks.id, input.taskId),
      eq(tasks.creditorId, ctx.creditorId),
      eq(tasks.state, "open"),
    );
    const [task] = await tx.select().from(tasks).where(open);
    if (!task) throw notFound();
    requirePermission(ctx, proofOfRole[task.role]);
    const owner =
      input.as === "mine"
        ? { ownerId: ctx.actor.id, ownerName: ctx.actor.name }
        : { ownerId: null, ownerName: null };
    const was = input.from
      ? eq(tasks.ownerId, input.from)
      : or(isNull(tasks.ownerId), eq(tasks.ownerId, ctx.actor.id));
    const [taken] = await tx.update(tasks).set(owner).where(and(open, was)).returning();
    if (!taken) throw new AppError("changed_meanwhile");
    if (task.ownerId === taken.ownerId) return;
    audit(tx, ctx, {
      action: taken.ownerId ? "task.taken" : "task.given_back",
      noun: task.noun,
      subjectId: task.subjectId,
      before: { owner: task.ownerName },
      after: { task: task.id, kind: task.kind, owner: taken.ownerName },
    });
  });
}
