import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { deadlineOverrides } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { findRule, type MonthlyRule } from "@/lib/deadlines/rules";
import { windowProblems } from "@/lib/deadlines/window-problems";
import { day, isDay, isMonth, type Month, month } from "@/lib/kernel/day";
import { notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { refuseWith } from "./checked";
import { deadlineFacts } from "./deadlines";
import { restampCutoffs } from "./restamp";

export interface DeadlineOverride {
  rule: string;
  /** The month whose deadline it is, `2026-11`. */
  month: string;
  /** The deadline day in the rule's zone. */
  deadline: string;
  /** From a list that somebody published, or our own decision. */
  source: string;
  /** Where the list is, or why. */
  note: string;
}

/** The first thing that is wrong with a deadline in a month; undefined when it may stand. */
function deadlineProblem(rule: MonthlyRule, of: Month, deadline: string): string | undefined {
  if (deadline === "") return "required";
  if (!isDay(deadline)) return "day";
  return windowProblems(rule, { month: of, deadline, source: "override" })[0];
}

const shapeFor = (rule: MonthlyRule, of: Month) =>
  z.object({
    deadline: z.string().superRefine((text, problems) => {
      const message = deadlineProblem(rule, of, text);
      if (message) problems.addIssue({ code: "custom", message });
    }),
    source: z.enum(["published", "override"], { error: "choice" }),
    note: z.string().trim().min(1, "required").max(500, "too_long"),
  });

/**
 * Puts another deadline in the place of a month's computed one, with where it comes from. What has not been sent yet
 * gets the new cut-off at once. Returns nothing; a wrong date is refused at its field.
 */
export async function overrideDeadline(ctx: Ctx, input: DeadlineOverride): Promise<void> {
  requirePermission(ctx, "deadlines.override");
  const { rule, of } = place(input);
  const { deadline, source, note } = refuseWith(shapeFor(rule, of).safeParse(input));
  await inTransaction(ctx.db, async (tx) => {
    const before = await ofMonth(tx, ctx, rule, of);
    const now = ctx.clock.now();
    const kept = { deadline: day(deadline), source, note, createdAt: now, createdBy: ctx.actor.name };
    await tx
      .insert(deadlineOverrides)
      .values({ id: newId("dlo", now), creditorId: ctx.creditorId, rule: rule.id, month: of, ...kept })
      .onConflictDoUpdate({
        target: [deadlineOverrides.creditorId, deadlineOverrides.rule, deadlineOverrides.month],
        set: kept,
      });
    await restampCutoffs(tx, ctx, rule, await deadlineFacts(tx, ctx.creditorId, rule.id));
    audit(tx, ctx, {
      action: "deadline.overridden",
      noun: "deadline",
      subjectId: `${rule.id}:${of}`,
      ...(before ? { before: { deadline: before.deadline, source: before.source, note: before.note } } : {}),
      after: { deadline, source },
      reason: note,
    });
  });
}

/** Lets the rule, or a list that came with it, decide about the month again. */
export async function removeOverride(ctx: Ctx, input: { rule: string; month: string }): Promise<void> {
  requirePermission(ctx, "deadlines.override");
  const { rule, of } = place(input);
  await inTransaction(ctx.db, async (tx) => {
    const before = await ofMonth(tx, ctx, rule, of);
    if (!before) throw notFound();
    await tx.delete(deadlineOverrides).where(eq(deadlineOverrides.id, before.id));
    await restampCutoffs(tx, ctx, rule, await deadlineFacts(tx, ctx.creditorId, rule.id));
    audit(tx, ctx, {
      action: "deadline.override_removed",
      noun: "deadline",
      subjectId: `${rule.id}:${of}`,
      before: { deadline: before.deadline, source: before.source, note: before.note },
    });
  });
}

function place(input: { rule: string; month: string }): { rule: MonthlyRule; of: Month } {
  const rule = findRule(input.rule);
  if (rule?.kind !== "monthly" || !isMonth(input.month)) throw notFound();
  return { rule, of: month(input.month) };
}

async function ofMonth(tx: Tx, ctx: Ctx, rule: MonthlyRule, of: string) {
  const [row] = await tx
    .select()
    .from(deadlineOverrides)
    .where(
      and(
        eq(deadlineOverrides.creditorId, ctx.creditorId),
        eq(deadlineOverrides.rule, rule.id),
        eq(deadlineOverrides.month, of),
      ),
    );
  return row;
}
