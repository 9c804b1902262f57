import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { attempts, mandates, payments, submissions, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Line } from "@/lib/providers/contract";
import type { Submission } from "@/lib/submissions/lease";
import { openIntent, openPrepared } from "@/lib/submissions/sealed";
import { openTask } from "@/lib/tasks/tasks";
import { admitReading } from "./read-again";

/** So long the provider has to bear out that something did happen before it is asked. */
const PATIENCE_MS = 3_600_000;
/** What did not happen, as a person said, is asked about at every poll for a day, and then daily for a month. */
const DAY_MS = 86_400_000;
const LATE_DAYS = 30;
const MOST = 20;

/** What is seen of a request; `down` where the provider was asked and could not be read. */
type Seen = "present" | "absent" | "not asked" | "down";

/**
 * Asks the provider about what a person decided without it. A verdict stands; what the provider shows is let in. A
 * provider that cannot be read is left alone until the next poll, and then others have their turn first.
 */
export async function checkVerdicts(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  await checkAffirmed(ctx, connection, line);
  await checkDenied(ctx, connection, line);
}

/**
 * "It did happen", a person said, and the record still waits for the provider to say so. That the provider does not have
 * it is put before a person, who decides.
 */
async function checkAffirmed(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  for (const { submission, debtorName } of await affirmed(ctx, connection)) {
    const seen = await ask(ctx, connection, line, submission);
    if (seen === "down") return;
    if (seen !== "absent") continue;
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

/**
 * "It did not happen", a person said. A request may arrive late all the same, or have been hidden; and where its mandate
 * has ended since, no list and no other reading would show it.
 */
async function checkDenied(ctx: Ctx, connection: Connection, line: Line): Promise<void> {
  for (const submission of await denied(ctx, connection))
    if ((await ask(ctx, connection, line, submission)) === "down") return;
}

/** Asked about longest ago first: whatever comes of it, the next time it is the turn of the others. */
const turn = sql<Date>`coalesce(${submissions.lastLookUpAt}, ${submissions.closedAt})`;

/** What the provider shows of a request, let in. */
async function ask(ctx: Ctx, connection: Connection, line: Line, submission: Submission): Promise<Seen> {
  await inTransaction(ctx.db, async (tx) => {
    await tx
      .update(submissions)
      .set({ lookUps: sql`${submissions.lookUps} + 1`, lastLookUpAt: ctx.clock.now() })
      .where(eq(submissions.id, submission.id));
  });
  const [attempt] = await ctx.db.read
    .select()
    .from(attempts)
    .where(and(eq(attempts.submissionId, submission.id), isNotNull(attempts.permittedAt)))
    .orderBy(asc(attempts.n))
    .limit(1);
  if (!attempt) return "not asked";
  const provider = providerOf(ctx, connection);
  const { verdict, readings } = await provider.lookUp(
    line,
    openIntent(ctx, submission),
    openPrepared(ctx, attempt),
  );
  if (verdict === "present")
    for (const reading of readings)
      await admitReading(ctx, connection, { reading, title: "look-up after a verdict" });
  if (verdict !== "unreadable") return verdict;
  return readings.length === 0 ? "not asked" : "down";
}

/** Records of which a person said that they are there, while nothing proves it and nobody has been told yet. */
async function affirmed(ctx: Ctx, connection: Connection) {
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
          notExists(
            ctx.db.read
              .select({ id: tasks.id })
              .from(tasks)
              .where(and(eq(tasks.subjectId, table.id), eq(tasks.kind, "mismatch"), eq(tasks.state, "open"))),
          ),
        ),
      )
      .orderBy(turn)
      .limit(MOST);
  return [
    ...(await of(payments, "ready", "payment.create")),
    ...(await of(mandates, "draft", "mandate.create")),
  ];
}

/** What a person said did not happen, lately; asked about longest ago first. */
async function denied(ctx: Ctx, connection: Connection): Promise<Submission[]> {
  const now = ctx.clock.now().getTime();
  const yesterday = new Date(now - DAY_MS);
  return ctx.db.read
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.connectionId, connection.id),
        eq(submissions.resolution, "did_not_happen"),
        inArray(submissions.operation, ["payment.create", "mandate.create"]),
        gte(submissions.closedAt, new Date(now - LATE_DAYS * DAY_MS)),
        or(
          gte(submissions.closedAt, yesterday),
          isNull(submissions.lastLookUpAt),
          lte(submissions.lastLookUpAt, yesterday),
        ),
      ),
    )
    .orderBy(turn)
    .limit(MOST);
}
