import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { attempts, payments, submissions } from "@/db/schema";

/** The payments of a run of which a request may have left, as `mayHaveLeft` says it of one: in one question for all. */
export async function mayHaveLeftOfRun(
  db: Pick<Reader, "select">,
  runId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ paymentId: payments.id })
    .from(payments)
    .innerJoin(
      submissions,
      and(eq(submissions.subjectId, payments.id), eq(submissions.operation, "payment.create")),
    )
    .innerJoin(attempts, eq(attempts.submissionId, submissions.id))
    .where(
      and(
        eq(payments.runId, runId),
        eq(payments.state, "ready"),
        isNotNull(attempts.permittedAt),
        inArray(attempts.state, ["permitted", "accepted", "unknown"]),
      ),
    );
  return new Set(rows.map((row) => row.paymentId));
}
