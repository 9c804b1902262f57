import { and, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, payments, submissions } from "@/db/schema";

/** An attempt that had its permit, and of which nothing proves that it did not arrive. */
const left = and(
  isNotNull(attempts.permittedAt),
  inArray(attempts.state, ["permitted", "accepted", "unknown"]),
);

/**
 * Whether the provider may have been told of a payment, whatever its state says here.
 */
export const mayHaveLeft = (tx: Pick<Tx, "select">, paymentId: string): Promise<boolean> =>
  anyLeft(tx, and(eq(submissions.subjectId, paymentId), eq(submissions.operation, "payment.create")));

/** The same of one request. */
export const requestMayHaveLeft = (tx: Pick<Tx, "select">, submissionId: string): Promise<boolean> =>
  anyLeft(tx, eq(submissions.id, submissionId));

async function anyLeft(tx: Pick<Tx, "select">, of: SQL | undefined): Promise<boolean> {
  const rows = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(submissions, eq(submissions.id, attempts.submissionId))
    .where(and(of, left))
    .limit(1);
  return rows.length > 0;
}

/** Those of a run's payments that wait and of which a request may have left, in one question for all. */
export async function mayHaveLeftOfRun(db: Pick<Tx, "select">, runId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ paymentId: payments.id })
    .from(payments)
    .innerJoin(
      submissions,
      and(eq(submissions.subjectId, payments.id), eq(submissions.operation, "payment.create")),
    )
    .innerJoin(attempts, eq(attempts.submissionId, submissions.id))
    .where(and(eq(payments.runId, runId), eq(payments.state, "ready"), left));
  return new Set(rows.map((row) => row.paymentId));
}
