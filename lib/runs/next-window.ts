import { eq } from "drizzle-orm";
import { runItems } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { landing } from "@/lib/deadlines/landing";
import { RULES } from "@/lib/deadlines/rules";
import { breathe } from "@/lib/kernel/breathe";
import { day } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { dayIn } from "@/lib/kernel/instant";
import { type DeadlineFacts, deadlineFacts } from "@/lib/settings/deadlines";
import { contentHash } from "./content";
import { findRun, moveRun, noApproval, requireMove } from "./door";
import { placedBy } from "./judge";
import { type Late, lateOf } from "./late";
import { workOf } from "./work-of";

/**
 * Plans what missed its cut-off for the next window: rows that were not issued, and payments of which no byte has left.
 * The run is frozen with that as its content; nothing of it moves before somebody else has approved it.
 */
export async function planNextWindow(ctx: Ctx, runId: string): Promise<number> {
  requirePermission(ctx, "runs.prepare");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  requireMove(run, "next_window");
  const facts = new Map<string, DeadlineFacts>();
  for (const { id } of Object.values(RULES))
    facts.set(id, await deadlineFacts(ctx.db.read, ctx.creditorId, id));
  return inTransaction(ctx.db, async (tx) => {
    const late = await lateOf(tx, ctx, run.id);
    if (late.length === 0) throw new AppError("nothing_to_send");
    for (const [index, one] of late.entries()) {
      await tx
        .update(runItems)
        .set({ ...replanned(ctx, one, facts), ...asNew })
        .where(eq(runItems.id, one.item.id));
      if (index % 200 === 199) await breathe();
    }
    const hash = await contentHash(tx, run.id);
    await moveRun(
      tx,
      ctx,
      run,
      "next_window",
      {
        ...{ ...noApproval, contentHash: hash, frozenAt: ctx.clock.now(), checks: [], checkedAt: null },
        ...{ stopReason: null, stoppedAt: null, stoppedByName: null, workOf: workOf(run, ctx.actor) },
      },
      { after: { content: hash, rows: late.length } },
    );
    return late.length;
  });
}

/** It has all its tries again, now. */
const asNew = { state: "planned", reason: "slips", reasonParams: {}, faults: 0, nextAt: null } as const;

function replanned(ctx: Ctx, { item, rule }: Late, facts: ReadonlyMap<string, DeadlineFacts>) {
  const now = ctx.clock.now();
  const known = facts.get(rule.id);
  // The day asked for still counts, unless it has passed: money is never taken earlier than was wanted.
  const wish = item.wanted === null ? null : day(item.wanted);
  const wanted = wish !== null && wish >= dayIn(now, rule.zone) ? wish : undefined;
  const lands = landing(rule, now, wanted, known?.overrides ?? [], known?.settings ?? {});
  return placedBy(lands, wish);
}
