import { and, asc, eq, isNull, min, ne } from "drizzle-orm";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { runItems, users } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Run } from "@/lib/runs/door";
import { getRun } from "@/lib/runs/list";
import { type PlanPart, planOf } from "@/lib/runs/plan";
import { type Progress, progressOf } from "@/lib/runs/progress";
import { versionWord } from "@/lib/runs/version";

export interface RunPage {
  run: Run;
  progress: Progress;
  plan: PlanPart[];
  /** The first cut-off of what is still to be issued. */
  firstCutoff: Date | null;
  /** Rows that were left out when their turn came. */
  refusedHere: number;
  /** Who may approve it, by name. */
  approvers: string[];
  version: string;
}

/** Everything that a run's page shows, or the page that says that there is none. */
export async function loadRun(ctx: Ctx, id: string): Promise<RunPage> {
  const run = await orNotFound(getRun(ctx, id));
  const [progress, plan, firstCutoff, refusedHere, approvers] = await Promise.all([
    progressOf(ctx.db.read, run.id),
    planOf(ctx, run.id),
    firstCutoffOf(ctx, run.id),
    countRefused(ctx, run.id),
    approversOf(ctx, run),
  ]);
  return { run, progress, plan, firstCutoff, refusedHere, approvers, version: versionWord(run, progress) };
}

async function firstCutoffOf(ctx: Ctx, runId: string): Promise<Date | null> {
  const [row] = await ctx.db.read
    .select({ at: min(runItems.cutoffAt) })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.state, "planned")));
  return row?.at ?? null;
}

async function countRefused(ctx: Ctx, runId: string): Promise<number> {
  const rows = await ctx.db.read
    .select({ id: runItems.id })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.state, "refused")));
  return rows.length;
}

/** People with the right to approve who have had no hand in it. */
async function approversOf(ctx: Ctx, run: Run): Promise<string[]> {
  if (run.state !== "frozen") return [];
  const rows = await ctx.db.read
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.creditorId, ctx.creditorId),
        eq(users.approver, true),
        isNull(users.disabledAt),
        ne(users.id, run.preparedById),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(5);
  return rows.filter((row) => !run.workOf.includes(row.id)).map((row) => row.name);
}
