import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, connections } from "@/db/schema";
import type { AttemptState } from "@/db/tables/journeys";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { admitEvidence } from "@/lib/evidence/admit";
import { refuseSubject } from "@/lib/evidence/refuse";
import { randomShare } from "@/lib/kernel/random";
import { withStorableTexts } from "@/lib/messages/storable";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { Exchange, Outcome } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";
import { countSilence } from "./count-silence";
import { attemptsOf, type Recorded, type Submission, writeLeased } from "./lease";
import { pauseAsked } from "./pause-asked";
import type { Objection } from "./preflight";
import { closeSubmission, markUnknown } from "./standing";
import { resendDelayMs } from "./states";

type Of<K extends Outcome["kind"]> = Extract<Outcome, { kind: K }>;
/** What keeps bytes here: the provider's causes, and one of our own. */
type Held = Omit<Of<"held">, "cause"> & { cause: Of<"held">["cause"] | "witness" };

/** The stored message of a call, and when its first byte may have left. */
interface Called {
  messageId: string;
  sentAt: Date;
}

/** So often a refused repeat is looked up; after that the refusal stands. */
const REFUSED_REPEATS = 3;

const later = (ctx: Ctx, ms: number): Date => new Date(ctx.clock.now().getTime() + ms);

async function endAttempt(
  tx: Tx,
  ctx: Ctx,
  attemptId: string,
  state: AttemptState,
  detail: string | null,
  messageId: string | null,
): Promise<void> {
  await tx
    .update(attempts)
    .set({ state, detail, messageId, answeredAt: ctx.clock.now() })
    .where(eq(attempts.id, attemptId));
}

/** Writes down what came of a call: the message, the attempt, the submission and, through the door, the record. */
export async function settleOutcome(
  ctx: Ctx,
  sent: Recorded,
  connection: Connection,
  exchange: Exchange,
  told: Outcome,
): Promise<void> {
  const outcome = withStorableTexts(told);
  if (outcome.kind === "held") {
    await settleHeld(ctx, sent, connection, outcome, exchange);
    return;
  }
  await inTransaction(ctx.db, async (tx) => {
    const messageId = await storeExchange(tx, ctx, connection, exchange, {
      title: sent.intent.operation,
      submissionId: sent.submission.id,
      subjectId: sent.submission.subjectId,
    });
    if (outcome.kind === "unknown")
      await settleUnknown(tx, ctx, sent, outcome, { messageId, sentAt: exchange.sentAt });
    if (outcome.kind === "refused")
      await settleRefused(tx, ctx, sent, outcome, { messageId, sentAt: exchange.sentAt });
    if (outcome.kind === "accepted") await settleAccepted(tx, ctx, sent, connection, outcome, messageId);
    const alive = exchange.result.kind === "answered";
    // Whatever became of this one: the others wait as long as the provider asks.
    const pause = pauseAsked(exchange);
    if (alive)
      await tx
        .update(connections)
        .set(pause === null ? { lastOkAt: ctx.clock.now() } : { heldUntil: later(ctx, pause) })
        .where(eq(connections.id, connection.id));
    await countSilence(tx, ctx, connection.id, exchange);
    crashPoint("send.settling");
  });
  crashPoint("send.settled");
}

async function settleAccepted(
  tx: Tx,
  ctx: Ctx,
  sent: Recorded,
  connection: Connection,
  outcome: Of<"accepted">,
  messageId: string,
): Promise<void> {
  // A sender whose lease somebody else holds by now no longer decides; what the provider said is evidence all the same.
  if (await closeSubmission(tx, ctx, sent.submission, "confirmed"))
    await endAttempt(tx, ctx, sent.attempt.id, "accepted", null, messageId);
  const source = {
    message: async () => messageId,
    submissionId: sent.submission.id,
    subject: sent.submission,
  };
  for (const evidence of outcome.evidence) await admitEvidence(tx, ctx, connection, evidence, source);
}

async function settleRefused(
  tx: Tx,
  ctx: Ctx,
  sent: Recorded,
  outcome: Of<"refused">,
  called: Called,
): Promise<void> {
  const { refusal } = outcome;
  const { messageId } = called;
  // Refusing a repeat does not say what became of the first one, which may have arrived.
  const before = (await attemptsOf(tx, sent.submission.id)).some(
    (one) => one.n < sent.attempt.n && one.state === "unknown",
  );
  if (before && sent.submission.tries <= REFUSED_REPEATS) {
    const detail = `a repeat was refused: ${refusal.reason.code}`;
    await settleUnknown(tx, ctx, sent, { kind: "unknown", detail, keySpent: false }, called);
    return;
  }
  const stored = {
    code: refusal.reason.code,
    text: refusal.reason.text,
    kind: refusal.kind,
    fields: { ...refusal.fields },
    traceId: refusal.traceId,
  };
  if (!(await closeSubmission(tx, ctx, sent.submission, "refused", { refusal: stored }))) return;
  await endAttempt(tx, ctx, sent.attempt.id, "refused", refusal.reason.code, messageId);
  await refuseSubject(tx, ctx, sent.submission, refusal, messageId);
}

async function settleUnknown(
  tx: Tx,
  ctx: Ctx,
  sent: Recorded,
  outcome: Of<"unknown">,
  { messageId, sentAt }: Called,
): Promise<void> {
  // Whoever was held up after the permit has called later than it says, and so long may the request be on its way.
  const left = { keySpent: outcome.keySpent, sentAt };
  // A late sender, whose lease somebody else holds by now, must not overwrite what that one found out.
  if (!(await markUnknown(tx, ctx, sent.submission, outcome.detail, left))) return;
  await endAttempt(tx, ctx, sent.attempt.id, "unknown", outcome.detail, messageId);
}

/** Proven that nothing happened: the same bytes wait for their next turn, and the connection for its own. */
export async function settleHeld(
  ctx: Ctx,
  sent: Recorded,
  connection: Connection,
  outcome: Held,
  exchange?: Exchange,
): Promise<void> {
  const wait = outcome.retryAfterMs ?? resendDelayMs(sent.submission.tries, randomShare());
  const nextAt = later(ctx, outcome.cause === "credential" ? Math.max(wait, 60_000) : wait);
  await inTransaction(ctx.db, async (tx) => {
    const messageId = exchange
      ? await storeExchange(tx, ctx, connection, exchange, {
          title: sent.intent.operation,
          submissionId: sent.submission.id,
          subjectId: sent.submission.subjectId,
        })
      : null;
    const detail = `${outcome.cause}: ${outcome.detail}`;
    // A call was made: what failed on our side before did so no longer in a row.
    const inARow = exchange ? { faults: 0 } : {};
    const back = { state: "intended", nextAt, detail, leaseUntil: null, ...inARow } as const;
    if (!(await writeLeased(tx, sent.submission, back))) return;
    await endAttempt(tx, ctx, sent.attempt.id, "held", detail, messageId);
    await noteTrouble(tx, ctx, connection, outcome.cause, detail, nextAt);
    if (exchange) await countSilence(tx, ctx, connection.id, exchange);
  });
}

async function noteTrouble(
  tx: Tx,
  ctx: Ctx,
  connection: Connection,
  cause: Held["cause"],
  detail: string,
  heldUntil: Date,
): Promise<void> {
  await tx
    .update(connections)
    .set({
      lastProblem: detail,
      lastProblemAt: ctx.clock.now(),
      ...(cause === "unreachable" ? {} : { heldUntil }),
    })
    .where(eq(connections.id, connection.id));
  // A pause of a minute is ordinary; a longer one, or anything but a pause, is somebody's business.
  if (cause !== "rate" || heldUntil.getTime() - ctx.clock.now().getTime() > 300_000)
    await openTask(tx, ctx, {
      kind: "connection_trouble",
      noun: "connection",
      subjectId: connection.id,
      role: "admin",
      params: { connection: connection.name, cause },
    });
}

/** An attempt that was recorded and never permitted goes with what it was for. */
export async function giveUpRecorded(tx: Tx, submissionId: string, detail: string): Promise<void> {
  await tx
    .update(attempts)
    .set({ state: "held", detail })
    .where(and(eq(attempts.submissionId, submissionId), eq(attempts.state, "recorded")));
}

/** Refused by our own last look, before any byte left. */
export async function settleWithdrawn(
  tx: Tx,
  ctx: Ctx,
  held: Submission,
  objection: Objection,
): Promise<void> {
  if (objection.kind === "withdraw") {
    await closeSubmission(tx, ctx, held, "withdrawn", { detail: objection.detail });
    await giveUpRecorded(tx, held.id, objection.detail);
    return;
  }
  if (objection.kind === "ask") {
    await giveUpRecorded(tx, held.id, objection.detail);
    await markUnknown(tx, ctx, held, objection.detail, { keySpent: false, sentAt: held.sentAt });
    return;
  }
  // Waits for a person: no time at which a worker would take it.
  await writeLeased(tx, held, { nextAt: null, leaseUntil: null, detail: objection.detail });
}
