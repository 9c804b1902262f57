import { and, eq, min, ne } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { payments, runItems, submissions } from "@/db/schema";

/** The first cut-off of what has not left of a run: rows that wait for their turn, and payments that do. */
export async function firstCutoff(db: Pick<Reader, "select">, runId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(runItems.cutoffAt) })
    .from(runItems)
    .where(and(eq(runItems.runId, runId), eq(runItems.state, "planned")));
  const [payment] = await db
    .select({ at: min(payments.cutoffAt) })
    .from(payments)
    .innerJoin(
      submissions,
      and(eq(submissions.subjectId, payments.id), eq(submissions.operation, "payment.create")),
    )
    // One whose row is planned anew goes by its row.
    .innerJoin(runItems, and(eq(runItems.paymentId, payments.id), ne(runItems.state, "planned")))
    .where(and(eq(payments.runId, runId), eq(payments.state, "ready"), eq(submissions.state, "intended")));
  const [first] = [row?.at, payment?.at]
    .filter((at) => at instanceof Date)
    .sort((a, b) => Number(a) - Number(b));
  return first ?? null;
}
