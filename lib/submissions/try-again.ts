import { and, eq } from "drizzle-orm";
import { submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { closeTask } from "@/lib/tasks/tasks";
import { isParked } from "./states";

/**
 * Lets what stands still after faults of ours be tried again, once a person has mended their cause: what was wanted is
 * sent by the same rules as ever, what is unknown is looked up.
 */
export async function tryAgain(ctx: Ctx, submissionId: string): Promise<void> {
  requirePermission(ctx, "submissions.ask");
  await inTransaction(ctx.db, async (tx) => {
    const own = and(eq(submissions.id, submissionId), eq(submissions.creditorId, ctx.creditorId));
    const [row] = await tx.select().from(submissions).where(own);
    if (!row) throw notFound();
    if (!isParked(row))
      throw new AppError("move_not_allowed", { params: { move: "try_again", state: row.state } });
    await tx
      .update(submissions)
      .set({ faults: 0, nextAt: ctx.clock.now() })
      .where(and(own, eq(submissions.version, row.version)));
    await closeTask(tx, ctx, "submission_parked", row.subjectId);
    audit(tx, ctx, {
      action: "submission.tried_again",
      noun: row.noun,
      subjectId: row.subjectId,
      after: { submission: row.id },
    });
  });
}
