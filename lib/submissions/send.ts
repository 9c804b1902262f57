import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, openLine, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { AppError } from "@/lib/kernel/errors";
import { newKey } from "@/lib/kernel/random";
import { faultLine, log } from "@/lib/log";
import type { Connection } from "@/lib/messages/store-exchange";
import type { Intent, Line } from "@/lib/providers/contract";
import { type Attempt, attemptsOf, lease, type Recorded, type Submission, writeLeased } from "./lease";
import { preflight } from "./preflight";
import { insertAttempt } from "./record-attempt";
import { openIntent, openPrepared, sealIntent } from "./sealed";
import { settleHeld, settleOutcome, settleWithdrawn } from "./settle";
import { LONGEST_CALL_MS } from "./states";

/**
 * Sends one intended effect, once: lease and record the attempt, consume its permit, call, settle. Each step is a
 * committed transaction of its own, and the call lies between two of them. Whoever dies in between leaves a row that
 * says how far it came.
 */
export async function sendSubmission(ctx: Ctx, id: string): Promise<void> {
  const recorded = await record(ctx, id);
  if (!recorded) return;
  crashPoint("send.recorded");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, recorded.submission.connectionId);
  let line: Line;
  try {
    line = await openLine(ctx, connection);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await settleHeld(ctx, recorded, connection, {
      kind: "held",
      cause: "credential",
      detail: error.code,
      retryAfterMs: null,
    });
    return;
  }
  await ctx.instance.confirm();
  const permitted = await permit(ctx, recorded);
  if (!permitted || !(await noteLeft(ctx, permitted, connection))) return;
  crashPoint("send.permitted");
  await callAndSettle(ctx, permitted, connection, line);
}

/**
 * Between the permit and the call: a database that lacks this attempt later on is older than it was. What cannot be
 * noted does not leave.
 */
async function noteLeft(ctx: Ctx, permitted: Recorded, connection: Connection): Promise<boolean> {
  try {
    await ctx.instance.noteLeft(permitted.attempt.id);
    return true;
  } catch (error) {
    log("error", "the witness could not be written", { fault: faultLine(error) });
    const detail = "the witness file could not be written";
    await settleHeld(ctx, permitted, connection, {
      kind: "held",
      cause: "witness",
      detail,
      retryAfterMs: null,
    });
    return false;
  }
}

async function callAndSettle(ctx: Ctx, sent: Recorded, connection: Connection, line: Line): Promise<void> {
  // Held up since its permit, perhaps for minutes: somebody may have looked up already and found nothing.
  if (ctx.leases.now().getTime() > (sent.submission.leaseUntil?.getTime() ?? 0) - LONGEST_CALL_MS) return;
  const provider = providerOf(ctx, connection);
  const exchange = await provider.send(line, sent.prepared);
  crashPoint("send.answered");
  try {
    const outcome = provider.interpret(sent.intent, sent.prepared, exchange, connection.settings);
    await settleOutcome(ctx, sent, connection, exchange, outcome);
  } catch (error) {
    // The answer is evidence whatever is wrong with us: it is kept, and the provider will be asked.
    log("error", "an answer could not be settled", {
      submission: sent.submission.id,
      fault: faultLine(error),
    });
    const detail = "the answer could not be applied";
    await settleOutcome(ctx, sent, connection, exchange, { kind: "unknown", detail, keySpent: false });
  }
}

/** Leases the submission and commits the attempt with its exact bytes and key, before anything may leave. */
async function record(ctx: Ctx, id: string): Promise<Recorded | null> {
  return inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
    if (row?.state !== "intended") return null;
    // Its provider asked for a pause since this was taken up: one refused call says so, a batch of them is spinning.
    const { heldUntil } = await findConnection(tx, ctx.creditorId, row.connectionId);
    if (heldUntil && heldUntil > ctx.clock.now()) return null;
    const submission = await lease(tx, ctx, row);
    if (!submission) return null;
    const tried = await attemptsOf(tx, id);
    const last = tried.at(-1);
    // Recorded and never permitted: no byte of it left, it goes on under the new lease.
    if (last?.state === "recorded") {
      await tx.update(attempts).set({ fence: submission.fence }).where(eq(attempts.id, last.id));
      const attempt = { ...last, fence: submission.fence };
      return { submission, attempt, intent: openIntent(ctx, submission), prepared: openPrepared(ctx, last) };
    }
    // Bytes that may have arrived are repeated as they were, unless their key is spent, now or since long; others bind
    // nobody.
    const mayHaveArrived = tried.findLast(
      (one) => one.permittedAt !== null && one.state !== "held" && one.key === submission.key,
    );
    return submission.keySpent || !mayHaveArrived
      ? recordNew(tx, ctx, submission, last?.n ?? 0)
      : recordRepeat(tx, ctx, submission, mayHaveArrived, last?.n ?? 0);
  });
}

/** A first attempt, or one under a new key after the old one was spent and nothing was found. */
async function recordNew(tx: Tx, ctx: Ctx, submission: Submission, n: number): Promise<Recorded> {
  const intent: Intent = submission.keySpent
    ? { ...openIntent(ctx, submission), key: newKey() }
    : openIntent(ctx, submission);
  if (submission.keySpent)
    await tx
      .update(submissions)
      .set({ key: intent.key, keySpent: false, intentSealed: sealIntent(ctx, submission.id, intent) })
      .where(eq(submissions.id, submission.id));
  const connection = await findConnection(tx, ctx.creditorId, submission.connectionId);
  const prepared = providerOf(ctx, connection).prepare(intent, connection.settings);
  const attempt = await insertAttempt(tx, ctx, submission, n + 1, prepared);
  return { submission: { ...submission, key: intent.key, keySpent: false }, attempt, intent, prepared };
}

/** The same bytes under the same key, once more. */
async function recordRepeat(
  tx: Tx,
  ctx: Ctx,
  submission: Submission,
  before: Attempt,
  n: number,
): Promise<Recorded> {
  const prepared = openPrepared(ctx, before);
  const attempt = await insertAttempt(tx, ctx, submission, n + 1, prepared);
  return { submission, attempt, intent: openIntent(ctx, submission), prepared };
}

/** Consumes the permit in a transaction of its own. From here on, whoever finds no outcome may only look up. */
async function permit(ctx: Ctx, recorded: Recorded): Promise<Recorded | null> {
  return inTransaction(ctx.db, async (tx) => {
    const objection = await preflight(tx, ctx, recorded.submission);
    if (objection) {
      // Together with the look itself: what takes the obstacle away comes before both or finds the submission held.
      await settleWithdrawn(tx, ctx, recorded.submission, objection);
      return null;
    }
    const now = ctx.clock.now();
    const submission = await writeLeased(tx, recorded.submission, {
      state: "in_flight",
      sentAt: now,
      tries: recorded.submission.tries + 1,
    });
    if (!submission) return null;
    const [attempt] = await tx
      .update(attempts)
      .set({ state: "permitted", permittedAt: now })
      .where(
        and(
          eq(attempts.id, recorded.attempt.id),
          eq(attempts.state, "recorded"),
          eq(attempts.fence, recorded.submission.fence),
        ),
      )
      .returning();
    // Half a permit is none: the submission's half is rolled back with this.
    if (!attempt) throw new AppError("changed_meanwhile");
    crashPoint("send.permitting");
    return { ...recorded, attempt, submission };
  });
}
