import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { Intent, Prepared } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";
import { dueWith } from "./due-with";
import { FAULTS_BEFORE_PARKING, LEASE_MS } from "./states";

export type Submission = typeof submissions.$inferSelect;
export type Attempt = typeof attempts.$inferSelect;

/** A leased submission with the attempt whose bytes are committed. */
export interface Recorded {
  submission: Submission;
  attempt: Attempt;
  intent: Intent;
  prepared: Prepared;
}

/**
 * Takes a submission for this worker: one unique write, so that two never hold it. Leases run in real time, whatever
 * clock the desk shows. The fence rises with every lease, and every later write names it.
 */
export async function lease(tx: Tx, ctx: Ctx, submission: Submission): Promise<Submission | null> {
  const real = ctx.leases.now();
  const [taken] = await tx
    .update(submissions)
    .set({ leaseUntil: new Date(real.getTime() + LEASE_MS), fence: sql`${submissions.fence} + 1` })
    .where(
      and(
        eq(submissions.id, submission.id),
        eq(submissions.fence, submission.fence),
        eq(submissions.state, submission.state),
        or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, real)),
      ),
    )
    .returning();
  return taken ?? null;
}

/** A lease as long again for work that goes on, if nobody has a newer one. Answers until when it would run. */
export async function renewLease(tx: Tx, ctx: Ctx, held: Submission): Promise<Date> {
  const leaseUntil = new Date(ctx.leases.now().getTime() + LEASE_MS);
  await tx
    .update(submissions)
    .set({ leaseUntil })
    .where(and(eq(submissions.id, held.id), eq(submissions.fence, held.fence)));
  return leaseUntil;
}

/** Writes to a leased submission; null when a newer lease exists: then this writer is late and must stop. */
export async function writeLeased(
  tx: Tx,
  held: Submission,
  patch: Partial<typeof submissions.$inferInsert>,
): Promise<Submission | null> {
  const [written] = await tx
    .update(submissions)
    .set({ ...patch, version: sql`${submissions.version} + 1` })
    .where(
      and(eq(submissions.id, held.id), eq(submissions.fence, held.fence), eq(submissions.state, held.state)),
    )
    .returning();
  return written ?? null;
}

/** After a fault of ours: later again, and after five in a row not before a person lets it. */
export async function noteFault(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const [row] = await tx
    .update(submissions)
    .set({ faults: sql`${submissions.faults} + 1` })
    .where(eq(submissions.id, id))
    .returning();
  if (!row || row.closedAt) return;
  const parked = row.faults >= FAULTS_BEFORE_PARKING;
  const later = new Date(ctx.clock.now().getTime() + 2_000 * 2 ** row.faults);
  await tx
    .update(submissions)
    .set({ nextAt: parked ? null : later })
    .where(eq(submissions.id, id));
  if (parked)
    await openTask(tx, ctx, {
      kind: "submission_parked",
      noun: row.noun,
      subjectId: row.subjectId,
      role: "admin",
      params: { operation: row.operation },
      ...(await dueWith(tx, row)),
    });
}

/** The attempts of a submission, the newest last. */
export function attemptsOf(tx: Pick<Tx, "select">, submissionId: string): Promise<Attempt[]> {
  return tx.select().from(attempts).where(eq(attempts.submissionId, submissionId)).orderBy(asc(attempts.n));
}
