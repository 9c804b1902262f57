import { and, eq, inArray, isNotNull, or, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, submissions, tasks } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { dailyCutoffAt } from "@/lib/deadlines/daily";
import type { Rule } from "@/lib/deadlines/rules";
import { windowOf } from "@/lib/deadlines/windows";
import { day, isMonth, month } from "@/lib/kernel/day";
import type { DeadlineFacts } from "./deadlines";

/**
 * Gives every payment that has not left yet the cut-off that holds from now on. The last look before a payment leaves
 * goes by its own cut-off: with an old one it would be sent too late, or held back without need.
 */
export async function restampCutoffs(tx: Tx, ctx: Ctx, rule: Rule, facts: DeadlineFacts): Promise<void> {
  const schemes = Object.values(ctx.providers).flatMap((provider) =>
    provider.schemes
      .filter((scheme) => scheme.deadlineRule === rule.id)
      .map((scheme) => and(eq(payments.provider, provider.id), eq(payments.scheme, scheme.code))),
  );
  if (schemes.length === 0) return;
  const waiting = and(eq(payments.creditorId, ctx.creditorId), eq(payments.state, "ready"), or(...schemes));
  if (rule.kind === "monthly") {
    const rows = await tx.selectDistinct({ window: payments.window }).from(payments).where(waiting);
    for (const { window } of rows) {
      if (!isMonth(window)) continue;
      const { cutoffAt } = windowOf(rule, month(window), facts.overrides, facts.settings);
      await stamp(tx, and(waiting, eq(payments.window, window)), cutoffAt);
    }
    await restampTasks(tx, ctx);
    return;
  }
  const rows = await tx
    .selectDistinct({ planned: payments.planned })
    .from(payments)
    .where(and(waiting, isNotNull(payments.planned)));
  for (const { planned } of rows) {
    if (planned === null) continue;
    const cutoffAt = dailyCutoffAt(rule, day(planned), facts.settings);
    await stamp(tx, and(waiting, eq(payments.planned, planned)), cutoffAt);
  }
  await restampTasks(tx, ctx);
}

/** What somebody must know by a payment's cut-off is due by the new one; such tasks are few. */
async function restampTasks(tx: Tx, ctx: Ctx): Promise<void> {
  const rows = await tx
    .select({ id: tasks.id, dueAt: tasks.dueAt, cutoffAt: payments.cutoffAt })
    .from(tasks)
    .innerJoin(payments, eq(payments.id, tasks.subjectId))
    .where(
      and(
        eq(tasks.creditorId, ctx.creditorId),
        eq(tasks.state, "open"),
        inArray(tasks.kind, ["unknown_outcome", "send_again", "not_sent"]),
      ),
    );
  for (const { id, dueAt, cutoffAt } of rows)
    if (dueAt?.getTime() !== cutoffAt?.getTime())
      await tx.update(tasks).set({ dueAt: cutoffAt }).where(eq(tasks.id, id));
}

/** What waits to leave goes by its cut-off too: the nearest first. */
async function stamp(tx: Tx, which: SQL | undefined, cutoffAt: Date): Promise<void> {
  await tx.update(payments).set({ cutoffAt }).where(which);
  const own = tx.select({ id: payments.id }).from(payments).where(which);
  await tx
    .update(submissions)
    .set({ deadlineAt: cutoffAt })
    .where(and(eq(submissions.state, "intended"), inArray(submissions.subjectId, own)));
}
