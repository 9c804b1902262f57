import { and, eq, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, submissions } from "@/db/schema";

/**
 * Whether the provider may have been told of a payment, whatever its state says here: some attempt had its permit, and
 * nothing proves that it did not arrive.
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
    .where(
      and(of, isNotNull(attempts.permittedAt), inArray(attempts.state, ["permitted", "accepted", "unknown"])),
    )
    .limit(1);
  return rows.length > 0;
}
