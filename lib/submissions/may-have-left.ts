import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, submissions } from "@/db/schema";

/**
 * Whether the provider may have been told of a payment, whatever its state says here: some attempt had its permit, and
 * nothing proves that it did not arrive.
 */
export async function mayHaveLeft(tx: Pick<Tx, "select">, paymentId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(submissions, eq(submissions.id, attempts.submissionId))
    .where(
      and(
        eq(submissions.subjectId, paymentId),
        eq(submissions.operation, "payment.create"),
        isNotNull(attempts.permittedAt),
        inArray(attempts.state, ["permitted", "accepted", "unknown"]),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
