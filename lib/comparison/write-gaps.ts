import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { creditors, gaps } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import type { Comparison, FoundGap, Gap } from "./gap";
import { taskOfGap } from "./task-of-gap";

/**
 * Writes down what a comparison found, opens a task for each gap and closes those that are gone. Answers how many are
 * open. What a person has taken over or acknowledged stays so; what is only a person's word is asked for anew at every
 * fence.
 */
export async function writeGaps(
  tx: Tx,
  ctx: Ctx,
  comparison: Comparison,
  found: readonly FoundGap[],
): Promise<number> {
  const [creditor] = await tx.select().from(creditors).where(eq(creditors.id, ctx.creditorId));
  const fencedAt = creditor?.fencedAt ?? null;
  const known = await tx.select().from(gaps).where(eq(gaps.connectionId, comparison.connectionId));
  const nameOf = (gap: Pick<Gap, "kind" | "subject">) => `${gap.kind} ${gap.subject}`;
  const before = new Map(known.map((gap) => [nameOf(gap), gap]));
  let open = 0;
  for (const gap of found) {
    // Without a fence nobody needs to vouch for what no list can show.
    if (gap.kind === "by_hand" && !fencedAt) continue;
    const old = before.get(nameOf(gap));
    before.delete(nameOf(gap));
    if (old && standsClosed(old, fencedAt)) continue;
    await write(tx, ctx, comparison, gap, old);
    open += 1;
  }
  const whole = !found.some((gap) => gap.kind === "unread");
  for (const gap of before.values()) {
    if (gap.state !== "open") continue;
    // Not seen is not gone while something could not be read.
    if (whole || gap.kind === "by_hand") await forget(tx, ctx, gap);
    else open += 1;
  }
  return open;
}

function standsClosed(gap: Gap, fencedAt: Date | null): boolean {
  if (gap.state !== "adopted" && gap.state !== "acknowledged") return false;
  const byWord = gap.kind === "by_hand" || gap.kind === "unread";
  return !byWord || !fencedAt || (gap.closedAt !== null && gap.closedAt >= fencedAt);
}

async function write(
  tx: Tx,
  ctx: Ctx,
  comparison: Comparison,
  gap: FoundGap,
  old: Gap | undefined,
): Promise<void> {
  const state = { state: "open", reason: null, closedBy: null, closedAt: null } as const;
  const now = ctx.clock.now();
  const facts = { facts: gap.facts, comparisonId: comparison.id };
  if (old)
    await tx
      .update(gaps)
      .set({ ...facts, ...state })
      .where(eq(gaps.id, old.id));
  else
    await tx.insert(gaps).values({
      id: newId("gap", now),
      creditorId: ctx.creditorId,
      connectionId: comparison.connectionId,
      kind: gap.kind,
      noun: gap.noun,
      subject: gap.subject,
      ...facts,
      ...state,
      createdAt: now,
    });
  const task = taskOfGap({ ...gap, connectionId: comparison.connectionId });
  if (task) await openTask(tx, ctx, task);
}

async function forget(tx: Tx, ctx: Ctx, gap: Gap): Promise<void> {
  await tx
    .update(gaps)
    .set({ state: "gone", closedAt: ctx.clock.now() })
    .where(and(eq(gaps.id, gap.id), eq(gaps.state, "open")));
  const task = taskOfGap(gap);
  if (task) await closeTask(tx, ctx, task.kind, task.subjectId);
}
