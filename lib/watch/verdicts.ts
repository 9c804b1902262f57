import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import { attempts, mandates, payments, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { admitReading } from "@/lib/inbox/read-again";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Line } from "@/lib/providers/contract";
import { openIntent, openPrepared } from "@/lib/submissions/sealed";
import { findOpenTask, openTask } from "@/lib/tasks/tasks";

/** So long the provider has to bear a verdict out before it is asked. */
const PATIENCE_MS = 3_600_000;
const MOST = 20;

/**
 * "It did happen", a person said, and the record still waits for the provider to say so. The provider is asked: what it
 * shows is let in; that it does not have it is put before a person, who decides. The verdict itself stands.
 */
export async function checkVerdicts(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  const provider = providerOf(ctx, connection);
  for (const { submission, debtorName } of await unproven(ctx, connection)) {
    if (await findOpenTask(ctx.db.read, "mismatch", submission.subjectId)) continue;
    const [attempt] = await ctx.db.read
      .select()
      .from(attempts)
      .where(and(eq(attempts.submissionId, submission.id), isNotNull(attempts.permittedAt)))
      .orderBy(asc(attempts.n))
      .limit(1);
    if (!attempt) continue;
    const found = await provider.lookUp(line, openIntent(ctx, submission), openPrepared(ctx, attempt));
    if (found.verdict === "unreadable") return;
    if (found.verdict === "present")
      for (const reading of found.readings)
        await admitReading(ctx, connection, { reading, title: "look-up after a verdict" });
    else
      await inTransaction(ctx.db, (tx) =>
        openTask(tx, ctx, {
          kind: "mismatch",
          noun: submission.noun === "mandate" ? "mandate" : "payment",
          subjectId: submission.subjectId,
          role: "finance",
          params: {
            theirs: "nothing",
            debtor: debtorName,
            verdict: "did_happen",
            by: submission.resolvedBy ?? "",
          },
        }),
      );
  }
}

/** Records of which a person said that they are there, while nothing proves it. There are never many. */
async function unproven(ctx: Ctx, connection: Connection) {
  const before = new Date(ctx.clock.now().getTime() - PATIENCE_MS);
  const of = (
    table: typeof payments | typeof mandates,
    state: "ready" | "draft",
    operation: "payment.create" | "mandate.create",
  ) =>
    ctx.db.read
      .select({ submission: submissions, debtorName: table.debtorName })
      .from(table)
      .innerJoin(submissions, eq(submissions.subjectId, table.id))
      .where(
        and(
          eq(table.connectionId, connection.id),
          eq(table.state, state),
          eq(table.sending, "none"),
          eq(submissions.operation, operation),
          eq(submissions.resolution, "did_happen"),
          lte(submissions.closedAt, before),
        ),
      )
      .orderBy(asc(submissions.createdAt))
      .limit(MOST);
  return [
    ...(await of(payments, "ready", "payment.create")),
    ...(await of(mandates, "draft", "mandate.create")),
  ];
}
