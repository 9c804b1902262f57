import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema";
import type { SubjectNoun } from "@/db/tables/journeys";
import { audit } from "@/lib/audit/entry";
import type { Actor, Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { Intent } from "@/lib/providers/contract";
import { markSubject } from "./mark-subject";
import { sealIntent } from "./sealed";
import { openStates } from "./states";

/**
 * Writes down one intended effect at a provider, in the verb's own transaction. Nothing is sent here; once the
 * transaction is committed, `sendSubmission` makes the first attempt and the worker goes on from there.
 */
export async function intend(
  tx: Tx,
  ctx: Ctx,
  what: {
    connectionId: string;
    noun: SubjectNoun;
    subjectId: string;
    intent: Intent;
    at?: Date;
    /** Of a payment: what is due goes by these when time is short. */
    deadlineAt?: Date | null;
    amountMinor?: number;
    /** Whose wish it is, when the worker acts for somebody. */
    wantedBy?: Actor | undefined;
  },
): Promise<string> {
  const { intent, wantedBy = ctx.actor } = what;
  const open = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        eq(submissions.operation, intent.operation),
        eq(submissions.subjectId, what.subjectId),
        inArray(submissions.state, [...openStates]),
      ),
    );
  if (open.length > 0) throw new AppError("already_open");
  const now = ctx.clock.now();
  const id = newId("sub", now);
  await tx.insert(submissions).values({
    id,
    creditorId: ctx.creditorId,
    connectionId: what.connectionId,
    operation: intent.operation,
    noun: what.noun,
    subjectId: what.subjectId,
    state: "intended",
    intentSealed: sealIntent(ctx, id, intent),
    key: intent.key,
    actorId: wantedBy.id,
    actorName: wantedBy.name,
    nextAt: what.at ?? now,
    deadlineAt: what.deadlineAt ?? now,
    valueRank: -(what.amountMinor ?? 0),
    fence: 0,
    tries: 0,
    keySpent: false,
    faults: 0,
    lookUps: 0,
    absences: 0,
    createdAt: now,
    version: 0,
  });
  await markSubject(tx, what.noun, what.subjectId, "sending");
  audit(tx, ctx, {
    action: "submission.intended",
    noun: what.noun,
    subjectId: what.subjectId,
    after: { submission: id, operation: intent.operation, key: intent.key },
  });
  return id;
}
