import { and, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { payments, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { nextCutoffs, type SchemeCutoff } from "@/lib/overview/cutoffs";
import { proofOfRole } from "./close";
import type { Task } from "./list";
import { type SnoozeName, snoozeChoices } from "./snooze-choices";

/** What a task must be back before: its own due time, its payment's cut-off, or the next monthly cut-off of all. */
export function snoozeLimit(
  now: Date,
  task: Pick<Task, "dueAt">,
  paymentCutoff: Date | null,
  cutoffs: readonly Pick<SchemeCutoff, "rule" | "cutoffAt">[],
): Date | null {
  const monthly = cutoffs.filter(({ rule }) => rule.kind === "monthly").map(({ cutoffAt }) => cutoffAt);
  const ahead = [task.dueAt, paymentCutoff, ...monthly].filter((at) => at !== null && at > now);
  return ahead.reduce<Date | null>((first, at) => (at && (!first || at < first) ? at : first), null);
}

async function paymentCutoff(db: Pick<Reader, "select">, ctx: Ctx, task: Task): Promise<Date | null> {
  if (task.noun !== "payment") return null;
  const [row] = await db
    .select({ cutoffAt: payments.cutoffAt })
    .from(payments)
    .where(and(eq(payments.id, task.subjectId), eq(payments.creditorId, ctx.creditorId)));
  return row?.cutoffAt ?? null;
}

/**
 * Puts a task aside until a chosen time, by the role on whose list it stands. It is back before the cut-off that it
 * concerns, whatever was chosen; what is overdue cannot be put aside at all.
 */
export async function snoozeTask(
  ctx: Ctx,
  input: { taskId: string; choice: SnoozeName | "wake" },
): Promise<Date | null> {
  requirePermission(ctx, "read");
  const now = ctx.clock.now();
  const cutoffs = await nextCutoffs(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const mine = and(
      eq(tasks.id, input.taskId),
      eq(tasks.creditorId, ctx.creditorId),
      eq(tasks.state, "open"),
    );
    const [task] = await tx.select().from(tasks).where(mine);
    if (!task) throw notFound();
    requirePermission(ctx, proofOfRole[task.role]);
    const limit = snoozeLimit(now, task, await paymentCutoff(tx, ctx, task), cutoffs);
    const overdue = task.dueAt !== null && task.dueAt <= now;
    const offered = overdue ? [] : snoozeChoices(now, limit);
    const until = offered.find(({ name }) => name === input.choice)?.until ?? null;
    if (!until && input.choice !== "wake") throw new AppError("past_cutoff");
    await tx.update(tasks).set({ snoozedUntil: until }).where(mine);
    audit(tx, ctx, {
      action: until ? "task.snoozed" : "task.woken",
      noun: task.noun,
      subjectId: task.subjectId,
      after: { task: task.id, kind: task.kind, until },
    });
    return until;
  });
}
