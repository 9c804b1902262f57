import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { attempts, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { findConnection, openLine, providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { crashPoint } from "@/lib/crash-point";
import { admitEvidence } from "@/lib/evidence/admit";
import { withStorableTexts } from "@/lib/messages/storable";
import { type Connection, storeExchange } from "@/lib/messages/store-exchange";
import type { Line, LookUp } from "@/lib/providers/contract";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { dueWith } from "./due-with";
import { mayBeHidden } from "./hidden";
import { type Attempt, attemptsOf, lease, renewLease, type Submission, writeLeased } from "./lease";
import { provenAbsent } from "./proven-absent";
import { openIntent, openPrepared } from "./sealed";
import { backToSending, closeSubmission, markUnknown, taskAbout } from "./standing";
import { LEASE_MS, lookUpDelayMs, REQUEST_LIFE_MS } from "./states";
import { suspectedAttempt } from "./suspect";

/**
 * Asks the provider whether an effect of unknown outcome exists there. Present: it is adopted. Absent: counted, and
 * only two absences, far enough apart and late enough, prove that it does not exist. Sends nothing.
 */
export async function lookUpSubmission(ctx: Ctx, id: string): Promise<void> {
  const taken = await take(ctx, id);
  if (!taken) return;
  crashPoint("look-up.taken");
  const { submission, attempt } = taken;
  const connection = await findConnection(ctx.db.read, ctx.creditorId, submission.connectionId);
  const line = await openLine(ctx, connection);
  const answer = await providerOf(ctx, connection).lookUp(
    keepingLease(ctx, submission, line),
    openIntent(ctx, submission),
    openPrepared(ctx, attempt),
  );
  crashPoint("look-up.answered");
  await inTransaction(ctx.db, async (tx) => {
    const ids: string[] = [];
    for (const reading of answer.readings)
      ids.push(
        await storeExchange(tx, ctx, connection, reading.exchange, {
          title: `look-up ${submission.operation}`,
          submissionId: submission.id,
          subjectId: submission.subjectId,
        }),
      );
    if (answer.verdict === "present") await adopt(tx, ctx, taken, connection, answer, ids);
    else if (answer.verdict === "absent") await countAbsence(tx, ctx, submission, connection);
    else await askAgainLater(tx, ctx, submission);
    crashPoint("look-up.settling");
  });
}

/**
 * A list is read page by page, and all of it can take longer than a lease: without a new one somebody else would begin
 * anew, again and again, and nobody would come to an end.
 */
function keepingLease(ctx: Ctx, held: Submission, line: Line): Line {
  let until = held.leaseUntil?.getTime() ?? 0;
  return {
    ...line,
    call: async (request) => {
      if (until - ctx.leases.now().getTime() < LEASE_MS / 2)
        until = (await inTransaction(ctx.db, (tx) => renewLease(tx, ctx, held))).getTime();
      return line.call(request);
    },
  };
}

/** Leases an unknown submission; one whose sender died after its permit becomes unknown first. */
async function take(ctx: Ctx, id: string): Promise<{ submission: Submission; attempt: Attempt } | null> {
  return inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
    if (row?.state !== "unknown" && row?.state !== "in_flight") return null;
    const leased = await lease(tx, ctx, row);
    if (!leased) return null;
    if (leased.state === "unknown")
      return { submission: leased, attempt: await suspectedAttempt(tx, ctx, leased) };
    const attempt = (await attemptsOf(tx, id)).findLast((one) => one.permittedAt !== null);
    if (!attempt) return null;
    // Its lease ran out since: a call that it began has been on its way for long.
    const left = { keySpent: false, sentAt: leased.sentAt };
    await markUnknown(tx, ctx, leased, "the sender stopped after the request had left", left);
    await tx.update(attempts).set({ state: "unknown" }).where(eq(attempts.id, attempt.id));
    return null;
  });
}

async function adopt(
  tx: Tx,
  ctx: Ctx,
  taken: { submission: Submission; attempt: Attempt },
  connection: Connection,
  answer: LookUp,
  messageIds: string[],
): Promise<void> {
  const detail = "found by look-up";
  if (!(await closeSubmission(tx, ctx, taken.submission, "confirmed", { detail, resolution: "found" })))
    return;
  await tx
    .update(attempts)
    .set({ state: "accepted", detail, answeredAt: ctx.clock.now() })
    .where(eq(attempts.id, taken.attempt.id));
  for (const [index, reading] of answer.readings.entries()) {
    const source = {
      message: async () => messageIds[index] ?? "",
      submissionId: taken.submission.id,
      subject: taken.submission,
    };
    for (const evidence of reading.evidence)
      await admitEvidence(tx, ctx, connection, withStorableTexts(evidence), source);
  }
}

async function askAgainLater(tx: Tx, ctx: Ctx, held: Submission): Promise<void> {
  const now = ctx.clock.now();
  const asked = held.lookUps + 1;
  await writeLeased(tx, held, {
    lookUps: asked,
    lastLookUpAt: now,
    leaseUntil: null,
    nextAt: new Date(now.getTime() + lookUpDelayMs(asked)),
  });
}

async function countAbsence(tx: Tx, ctx: Ctx, held: Submission, connection: Connection): Promise<void> {
  const now = ctx.clock.now().getTime();
  const provider = providerOf(ctx, connection);
  const policy = provider.resend(connection.environment, connection.settings);
  const requestGone = now - (held.sentAt?.getTime() ?? now) >= REQUEST_LIFE_MS;
  if (!requestGone || (await mayBeHidden(tx, held))) {
    await askAgainLater(tx, ctx, held);
    return;
  }
  const first = held.firstAbsenceAt ?? new Date(now);
  // Asking twice in a breath proves nothing: the second absence counts once a fresh object would have shown itself.
  const farApart = now - first.getTime() >= policy.visibilityDelayMs;
  if (held.absences > 0 && !farApart) {
    await askAgainLater(tx, ctx, held);
    return;
  }
  const absences = held.absences + 1;
  const proven = provenAbsent({ absences });
  const seen = {
    lookUps: held.lookUps + 1,
    lastLookUpAt: new Date(now),
    absences,
    firstAbsenceAt: first,
    leaseUntil: null,
  };
  if (!proven) {
    const wait = Math.max(lookUpDelayMs(seen.lookUps), policy.visibilityDelayMs);
    await writeLeased(tx, held, { ...seen, nextAt: new Date(now + wait) });
    return;
  }
  // Under a key that would only replay a failure the next send is a new one at the provider: a person decides.
  if (policy.afterAbsence === "person" || held.keySpent) {
    await writeLeased(tx, held, { ...seen, nextAt: null, detail: "proven absent; a person may send again" });
    await openTask(tx, ctx, {
      ...taskAbout(held),
      ...(await dueWith(tx, held)),
      kind: "send_again",
      role: "finance",
    });
    // What is proven is not asked any more: one payment, one line.
    await closeTask(tx, ctx, "unknown_outcome", held.subjectId);
    return;
  }
  await backToSending(tx, ctx, held, {
    ...seen,
    keySpent: policy.afterAbsence === "new_key",
    detail: "proven absent; sending again",
  });
}
