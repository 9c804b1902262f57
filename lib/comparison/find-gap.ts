import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { gaps } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { closeTask } from "@/lib/tasks/tasks";
import type { Gap } from "./gap";
import { taskOfGap } from "./task-of-gap";

/** An open gap of the creditor. */
export async function findGap(db: Pick<Tx, "select">, ctx: Ctx, id: string): Promise<Gap> {
  const [gap] = await db
    .select()
    .from(gaps)
    .where(and(eq(gaps.id, id), eq(gaps.creditorId, ctx.creditorId)));
  if (!gap) throw notFound();
  if (gap.state !== "open") throw new AppError("changed_meanwhile");
  return gap;
}

/** Closes a gap under a name and with a reason, and the task that it was. */
export async function closeGap(
  tx: Tx,
  ctx: Ctx,
  gap: Gap,
  state: "adopted" | "acknowledged",
  reason: string,
): Promise<void> {
  const [closed] = await tx
    .update(gaps)
    .set({ state, reason, closedBy: ctx.actor.name, closedAt: ctx.clock.now() })
    .where(and(eq(gaps.id, gap.id), eq(gaps.state, "open")))
    .returning();
  if (!closed) throw new AppError("changed_meanwhile");
  const task = taskOfGap(gap);
  if (task) await closeTask(tx, ctx, task.kind, task.subjectId);
  audit(tx, ctx, {
    action: `gap.${state}`,
    noun: "connection",
    subjectId: gap.connectionId,
    after: { gap: gap.id, kind: gap.kind, about: gap.noun, subject: gap.subject },
    reason,
  });
}

/** A reason is not a formality: it is what the next reader has. */
export function reasonGiven(given: string): string {
  const reason = given.trim();
  if (!reason) throw new AppError("invalid", { fields: { reason: "required" } });
  if (reason.length > 500) throw new AppError("invalid", { fields: { reason: "too_long" } });
  return reason;
}
