import type { Tx } from "@/db/client";
import { moves } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/kernel/ids";

/** Why a state moves: a person's reason, or a provider's word with the message it stood in. */
export interface Cause {
  /** A person's reason; empty for evidence. */
  reason?: string;
  word?: string;
  rule?: string;
  messageId?: string | null;
  submissionId?: string | null;
  happenedAt?: Date | null;
}

/** Writes the move and its audit entry, in the transaction that changed the row. */
export async function recordMove(
  tx: Tx,
  ctx: Ctx,
  what: {
    noun: "mandate" | "payment";
    subjectId: string;
    version: number;
    move: string;
    from: string;
    to: string;
  },
  cause: Cause,
): Promise<void> {
  const at = ctx.clock.now();
  await tx.insert(moves).values({
    id: newId("mov", at),
    creditorId: ctx.creditorId,
    ...what,
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.id,
    actorName: ctx.actor.name,
    cause: cause.reason ?? "",
    word: cause.word ?? null,
    rule: cause.rule ?? null,
    messageId: cause.messageId ?? null,
    submissionId: cause.submissionId ?? null,
    happenedAt: cause.happenedAt ?? null,
    at,
  });
  audit(tx, ctx, {
    action: `${what.noun}.${what.move}`,
    noun: what.noun,
    subjectId: what.subjectId,
    before: { state: what.from },
    after: { state: what.to, evidence: cause.messageId ?? null },
    ...(cause.reason ? { reason: cause.reason } : {}),
  });
}
