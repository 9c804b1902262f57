import { and, eq } from "drizzle-orm";
import { runItems } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { day } from "@/lib/kernel/day";
import { AppError, notFound } from "@/lib/kernel/errors";
import { findRun, moveRun, noApproval, requireMove } from "./door";
import { noteOf } from "./judge";
import type { RunItem } from "./replan";
import { mayInclude } from "./states";
import { workOf } from "./work-of";

/**
 * Takes a row out of a run, or lets one in that a person may let in. What would be sent is another content then: the
 * run is a draft again, and approvals are void.
 */
export async function chooseRow(
  ctx: Ctx,
  input: { runId: string; n: number; choice: "in" | "out" },
): Promise<void> {
  requirePermission(ctx, "runs.prepare");
  await inTransaction(ctx.db, async (tx) => {
    const run = await findRun(tx, ctx.creditorId, input.runId);
    requireMove(run, "change");
    const own = and(eq(runItems.runId, run.id), eq(runItems.n, input.n));
    const [item] = await tx.select().from(runItems).where(own);
    if (!item) throw notFound();
    await tx.update(runItems).set(chosen(item, input.choice)).where(own);
    await moveRun(tx, ctx, run, "change", { ...noApproval, workOf: workOf(run, ctx.actor) });
    audit(tx, ctx, {
      action: input.choice === "in" ? "run.row_included" : "run.row_excluded",
      noun: "run",
      subjectId: run.id,
      after: { row: item.n, reference: item.reference },
    });
  });
}

function chosen(item: RunItem, choice: "in" | "out"): Partial<RunItem> {
  const refused = (): AppError =>
    new AppError("move_not_allowed", { params: { move: `row_${choice}`, state: item.reason ?? item.state } });
  if (choice === "out") {
    if (item.state !== "planned") throw refused();
    // One that has its payment already keeps it: that stays held.
    if (item.paymentId) return { state: "issued", choice };
    return { state: "excluded", reason: "by_person", reasonParams: {}, choice };
  }
  if (item.state !== "excluded" || !mayInclude(item.reason) || item.planned === null) throw refused();
  const despite = item.reason === "duplicate_paid" || item.reason === "duplicate_row";
  const note = noteOf({ planned: day(item.planned), slips: item.slips, atRisk: item.atRisk }, item.wanted);
  if (despite) return { state: "planned", reason: "despite_duplicate", reasonParams: {}, choice };
  // Back as if nobody had said anything: whether it is a duplicate is still asked.
  return { state: "planned", reason: note, reasonParams: {}, choice: null };
}
