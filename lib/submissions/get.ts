import { and, asc, eq } from "drizzle-orm";
import { attempts, submissions } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import { notFound } from "@/lib/kernel/errors";
import { same } from "@/lib/lists/keyset";
import { type AttemptRow, attemptColumns, type SubmissionRow, submissionColumns } from "./columns";

/** One submission of the creditor with its attempts in order; `not_found` for another creditor's. */
export async function getSubmission(
  ctx: Ctx,
  id: string,
): Promise<SubmissionRow & { attempts: AttemptRow[] }> {
  requirePermission(ctx, "read");
  const [submission] = await ctx.db.read
    .select(submissionColumns)
    .from(submissions)
    .where(and(same(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
  if (!submission) throw notFound();
  const tries = await ctx.db.read
    .select(attemptColumns)
    .from(attempts)
    .where(eq(attempts.submissionId, id))
    .orderBy(asc(attempts.n))
    .limit(1_000);
  return { ...submission, attempts: tries };
}
