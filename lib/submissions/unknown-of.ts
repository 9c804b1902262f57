import { and, eq, inArray } from "drizzle-orm";
import { submissions } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

/** What is known so far about an unknown outcome. */
export interface UnknownSoFar {
  submissionId: string;
  sentAt: Date | null;
  lookUps: number;
  absences: number;
}

/** The unknown outcomes of a page of records, by record. */
export async function unknownsOf(
  ctx: Ctx,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, UnknownSoFar>> {
  requirePermission(ctx, "read");
  if (subjectIds.length === 0) return new Map();
  const rows = await ctx.db.read
    .select({
      subjectId: submissions.subjectId,
      submissionId: submissions.id,
      sentAt: submissions.sentAt,
      lookUps: submissions.lookUps,
      absences: submissions.absences,
    })
    .from(submissions)
    .where(
      and(
        inArray(submissions.subjectId, [...subjectIds]),
        eq(submissions.creditorId, ctx.creditorId),
        eq(submissions.state, "unknown"),
      ),
    );
  return new Map(rows.map(({ subjectId, ...known }) => [subjectId, known]));
}
