import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { creditors, mandates, payments, runs } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { openTask, type TaskNote } from "@/lib/tasks/tasks";
import { mayBeHidden } from "./hidden";
import type { Submission } from "./lease";
import { requestMayHaveLeft } from "./may-have-left";

/**
 * What stands against sending now: `hold` waits for a person, `withdraw` gives the intent up before a byte left, `ask`
 * puts the question again of what had been proven absent.
 */
export type Objection = { kind: "hold" | "withdraw" | "ask"; detail: string };

/**
 * The last look at the record before its permit, in the permit's own transaction: what was right when the intent was
 * written may no longer be.
 */
export async function preflight(tx: Tx, ctx: Ctx, submission: Submission): Promise<Objection | null> {
  if (await isFenced(tx, submission.creditorId)) return { kind: "hold", detail: "fenced" };
  // Between the proof and this moment it may have been kept back, and the provider may have told of it.
  if ((await requestMayHaveLeft(tx, submission.id)) && (await mayBeHidden(tx, submission)))
    return { kind: "ask", detail: "the provider has told of something since" };
  if (submission.operation === "mandate.create") {
    // An event or a poll may have brought the mandate meanwhile: creating it again would make a second one.
    const [own] = await tx.select().from(mandates).where(eq(mandates.id, submission.subjectId));
    return own?.state === "draft" ? null : { kind: "withdraw", detail: `mandate is ${own?.state ?? "gone"}` };
  }
  if (submission.operation !== "payment.create") return null;
  const [payment] = await tx.select().from(payments).where(eq(payments.id, submission.subjectId));
  if (payment?.state !== "ready")
    return { kind: "withdraw", detail: `payment is ${payment?.state ?? "gone"}` };
  if (payment.runId && !(await runGoesOn(tx, payment.runId))) return { kind: "hold", detail: "run_stopped" };
  // Written, not only read: a suspension at the same moment comes before the permit or after it, never in between.
  const [mandate] = await tx
    .update(mandates)
    .set({ askedAt: sql`${mandates.askedAt}` })
    .where(eq(mandates.id, payment.mandateId))
    .returning();
  const about = { noun: "payment", subjectId: payment.id, role: "finance" } as const;
  const money = { amountMinor: payment.amountMinor, currency: payment.currency };
  if (mandate?.state !== "active") {
    await openTask(tx, ctx, {
      ...about,
      ...money,
      kind: "mandate_ended_with_payments",
      params: { debtor: payment.debtorName },
    });
    return { kind: "hold", detail: "mandate_not_active" };
  }
  // A cut-off that passed since the payment was made: nothing moves to another window silently.
  if (payment.cutoffAt && ctx.clock.now() > payment.cutoffAt) {
    // One task for a whole run, not one for each of its payments.
    if (payment.runId) await openTask(tx, ctx, heldRun(payment.runId));
    else
      await openTask(tx, ctx, {
        ...about,
        ...money,
        kind: "missed_cutoff",
        params: { debtor: payment.debtorName, window: payment.window },
      });
    return { kind: "hold", detail: "cutoff_passed" };
  }
  return null;
}

/** Some rows of a run wait for a person's word. */
export const heldRun = (runId: string): TaskNote => ({
  kind: "run_held",
  noun: "run",
  subjectId: runId,
  role: "finance",
});

/**
 * A fence that is seen is looked at again under the lock of its row: whoever lifts it comes before both looks, or finds
 * this intent held.
 */
async function isFenced(tx: Tx, creditorId: string): Promise<boolean> {
  const own = eq(creditors.id, creditorId);
  const [seen] = await tx.select({ fencedAt: creditors.fencedAt }).from(creditors).where(own);
  if (seen && !seen.fencedAt) return false;
  const [locked] = await tx
    .update(creditors)
    .set({ fencedAt: sql`${creditors.fencedAt}` })
    .where(own)
    .returning({ fencedAt: creditors.fencedAt });
  return !locked || locked.fencedAt !== null;
}

/**
 * A run that stands still keeps its payments back. What looks stopped is looked at again under the lock of its row:
 * whoever lets it go on comes before both looks, or finds this payment held.
 */
async function runGoesOn(tx: Tx, runId: string): Promise<boolean> {
  const goes = (run: { state: string } | undefined) => run?.state === "sending" || run?.state === "done";
  const [seen] = await tx.select({ state: runs.state }).from(runs).where(eq(runs.id, runId));
  if (goes(seen)) return true;
  const [locked] = await tx
    .update(runs)
    .set({ version: sql`${runs.version}` })
    .where(eq(runs.id, runId))
    .returning({ state: runs.state });
  return goes(locked);
}
