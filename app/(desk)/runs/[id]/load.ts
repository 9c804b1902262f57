import { and, asc, eq, isNull, min } from "drizzle-orm";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { runItems, users } from "@/db/schema";
import { isOwnWork, ownersOf } from "@/lib/access/own-work";
import { permissionsOf } from "@/lib/access/permissions";
import type { Ctx } from "@/lib/context";
import type { Run } from "@/lib/runs/door";
import { lateOf } from "@/lib/runs/late";
import { getRun } from "@/lib/runs/list";
import { type PlanPart, planOf } from "@/lib/runs/plan";
import { type Progress, progressOf } from "@/lib/runs/progress";
import { mayMove } from "@/lib/runs/states";
import { versionWord } from "@/lib/runs/version";

export interface RunPage {
  run: Run;
  progress: Progress;
  plan: PlanPart[];
  /** The first cut-off of what is still to be issued. */
  firstCutoff: Date | null;
  /** How many missed their cut-off and can go in the next window. */
  late: number;
  /** Rows that were left out when their turn came. */
  refusedHere: number;
  /** Who may approve it, by name. */
  approvers: string[];
  /** It is the reader's own work, by hand or by an API key. */
  ownWork: boolean;
  version: string;
}

/** Everything that a run's page shows, or the page that says that there is none. */
export async function loadRun(ctx: Ctx, id: string): Promise<RunPage> {
  const run = await orNotFound(getRun(ctx, id));
  const [progress, plan, firstCutoff, late, refusedHere, approvers, ownWork] = await Promise.all([
    progressOf(ctx.db.read, run.id),
    planOf(ctx, run.id),
    firstCutoffOf(ctx, run.id),
    mayMove("next_window", run.state) ? lateOf(ctx.db.read, ctx, run.id) : [],
    countRefused(ctx, run.id),
    approversOf(ctx, run),
    isOwnWork(ctx, ctx.db.read, run.workOf),
  ]);
  const version = versionWord(run, progress);
  return { run, progress, plan, firstCutoff, late: late.length, refusedHere, approvers, ownWork, version };
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
  const isOwn = await ownersOf(ctx.db.read, ctx.creditorId, run.workOf);
  const rows = await ctx.db.read
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.creditorId, ctx.creditorId), eq(users.approver, true), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(50);
  const others = rows.filter(
    ({ id, role }) => !isOwn({ id, managesPeople: permissionsOf(role, true).has("people.manage") }),
  );
  return others.slice(0, 5).map((row) => row.name);
}
