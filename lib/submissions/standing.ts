import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { closeTask, openTask, type TaskNote } from "@/lib/tasks/tasks";
import { dueWith } from "./due-with";
import { type Submission, writeLeased } from "./lease";
import { markSubject } from "./mark-subject";
import { lookUpDelayMs } from "./states";

/** What a work list shows of a submission. */
export function taskAbout(submission: Submission): Pick<TaskNote, "noun" | "subjectId"> {
  return { noun: submission.noun, subjectId: submission.subjectId };
}

/** What is left open of the record is what it shows: an older question is not answered by what became of another request. */
async function showTheRest(tx: Tx, ctx: Ctx, { noun, subjectId }: Submission): Promise<void> {
  const open = await tx
    .select({ state: submissions.state })
    .from(submissions)
    .where(
      and(eq(submissions.noun, noun), eq(submissions.subjectId, subjectId), isNull(submissions.closedAt)),
    );
  const unknown = open.some((one) => one.state === "unknown");
  await markSubject(tx, noun, subjectId, unknown ? "unknown" : open.length > 0 ? "sending" : "none");
  if (unknown) return;
  await closeTask(tx, ctx, "unknown_outcome", subjectId);
  await closeTask(tx, ctx, "send_again", subjectId);
  await closeTask(tx, ctx, "submission_parked", subjectId);
}

/** Closes a submission and what hung on it being open. */
export async function closeSubmission(
  tx: Tx,
  ctx: Ctx,
  held: Submission,
  state: "confirmed" | "refused" | "withdrawn",
  patch: Parameters<typeof writeLeased>[2] = {},
): Promise<boolean> {
  const closed = await writeLeased(tx, held, {
    state,
    closedAt: ctx.clock.now(),
    nextAt: null,
    leaseUntil: null,
    ...patch,
  });
  if (!closed) return false;
  await showTheRest(tx, ctx, held);
  audit(tx, ctx, {
    action: `submission.${state}`,
    noun: held.noun,
    subjectId: held.subjectId,
    after: { submission: held.id, detail: patch.detail ?? null },
  });
  return true;
}

/** Nobody wonders any more: it is not there, and has its turn to be sent. */
export async function backToSending(
  tx: Tx,
  ctx: Ctx,
  held: Submission,
  patch: Parameters<typeof writeLeased>[2],
): Promise<boolean> {
  const back = { ...patch, state: "intended", nextAt: ctx.clock.now(), leaseUntil: null } as const;
  if (!(await writeLeased(tx, held, back))) return false;
  await showTheRest(tx, ctx, held);
  return true;
}

/** Nobody knows: the record says so, a task opens, and the provider is asked. */
export async function markUnknown(
  tx: Tx,
  ctx: Ctx,
  held: Submission,
  detail: string,
  left: { keySpent: boolean; sentAt: Date | null },
): Promise<boolean> {
  const written = await writeLeased(tx, held, {
    state: "unknown",
    detail,
    keySpent: held.keySpent || left.keySpent,
    sentAt: left.sentAt,
    leaseUntil: null,
    lookUps: 0,
    absences: 0,
    firstAbsenceAt: null,
    nextAt: new Date(ctx.clock.now().getTime() + lookUpDelayMs(0)),
  });
  if (!written) return false;
  await markSubject(tx, held.noun, held.subjectId, "unknown");
  await openTask(tx, ctx, {
    ...taskAbout(held),
    ...(await dueWith(tx, held)),
    kind: "unknown_outcome",
    role: held.noun === "payment" ? "finance" : "agent",
    params: { operation: held.operation },
  });
  audit(tx, ctx, {
    action: "submission.unknown",
    noun: held.noun,
    subjectId: held.subjectId,
    after: { submission: held.id, detail },
  });
  return true;
}
