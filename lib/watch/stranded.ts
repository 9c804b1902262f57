import { and, eq, inArray, isNull, notExists, or } from "drizzle-orm";
import { creditors, payments, submissions, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";
import { openTask, type TaskKind } from "@/lib/tasks/tasks";

const MOST = 50;

/** What tells that a payment, or its run, stands still; another task about it does not. */
const tells: readonly TaskKind[] = [
  "run_held",
  "missed_cutoff",
  "mandate_ended_with_payments",
  "submission_parked",
  "not_sent",
  "unknown_outcome",
  "send_again",
];

/**
 * I2: every payment that is held back is on somebody's list. Whatever holds one opens its task itself; this is for the
 * way that nobody has thought of, so that a cut-off never passes unseen.
 */
export async function noteStranded(ctx: Ctx, connection: Connection): Promise<void> {
  const { read } = ctx.db;
  const onAList = read
    .select({ id: tasks.id })
    .from(tasks)
    .where(
      and(
        or(eq(tasks.subjectId, payments.id), eq(tasks.subjectId, payments.runId)),
        eq(tasks.state, "open"),
        inArray(tasks.kind, [...tells]),
      ),
    );
  const stranded = await read
    .select({
      id: payments.id,
      debtorName: payments.debtorName,
      amountMinor: payments.amountMinor,
      currency: payments.currency,
      dueAt: payments.cutoffAt,
    })
    .from(submissions)
    .innerJoin(payments, eq(payments.id, submissions.subjectId))
    .innerJoin(creditors, eq(creditors.id, payments.creditorId))
    .where(
      and(
        eq(submissions.connectionId, connection.id),
        eq(submissions.operation, "payment.create"),
        eq(submissions.state, "intended"),
        isNull(submissions.nextAt),
        // What a fence holds is told on every page, and goes when it is lifted.
        isNull(creditors.fencedAt),
        notExists(onAList),
      ),
    )
    .limit(MOST);
  if (stranded.length === 0) return;
  await inTransaction(ctx.db, async (tx) => {
    for (const { id, debtorName, ...money } of stranded)
      await openTask(tx, ctx, {
        kind: "not_sent",
        noun: "payment",
        subjectId: id,
        role: "finance",
        params: { debtor: debtorName },
        ...money,
      });
  });
}
