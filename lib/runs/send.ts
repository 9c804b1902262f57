import { inTransaction } from "@/db/transaction";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { closeTask } from "@/lib/tasks/tasks";
import { allGood, checkRun } from "./checks";
import { contentHash } from "./content";
import { findRun, moveRun, type Run, requireMove } from "./door";
import { letGo } from "./release";
import type { Check } from "./states";

/**
 * Lets an approved run go. Everything is looked at first, and what fails is kept on the run. From here on the worker
 * issues its rows; a second press finds it under way and changes nothing.
 */
export async function sendRun(ctx: Ctx, runId: string): Promise<void> {
  requirePermission(ctx, "runs.prepare");
  const run = await findRun(ctx.db.read, ctx.creditorId, runId);
  if (run.state === "sending") return;
  requireMove(run, "send");
  const hash = await contentHash(ctx.db.read, run.id);
  if (hash === null || hash !== run.contentHash || hash !== run.approvedHash)
    throw new AppError("plan_changed");
  await requireChecks(ctx, run);
  await inTransaction(ctx.db, async (tx) => {
    const { sentAt } = run;
    const patch = { sentAt: sentAt ?? ctx.clock.now(), sentByName: ctx.actor.name, stopReason: null };
    await moveRun(tx, ctx, run, "send", patch, { after: { content: hash } });
    await letGo(tx, ctx, run.id);
    await closeTask(tx, ctx, "run_held", run.id);
  });
}

/** Refused unless everything that counts was found to be right just now. */
export async function requireChecks(
  ctx: Ctx,
  run: Run,
  counts: (check: Check) => boolean = () => true,
): Promise<void> {
  const checks = (await checkRun(ctx, run)).filter(counts);
  const failed = checks.find((check) => !check.ok);
  if (!allGood(checks)) throw new AppError("checks_failed", { params: { check: failed?.code ?? "" } });
}
