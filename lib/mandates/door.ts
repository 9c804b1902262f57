import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates } from "@/db/schema";
import { followChange } from "@/lib/account-changes/follow";
import type { Ctx } from "@/lib/context";
import { addToCounter } from "@/lib/door/counters";
import { type Cause, recordMove } from "@/lib/door/record-move";
import { grownOld, teaches } from "@/lib/door/teaches";
import type { Effect } from "@/lib/evidence/admitted";
import type { Source } from "@/lib/evidence/source";
import { closeInvitation } from "@/lib/invitations/open";
import { AppError } from "@/lib/kernel/errors";
import { allows, moveTo } from "@/lib/kernel/moves";
import type { MandateEvidence } from "@/lib/providers/contract";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { followEnd } from "./follow-end";
import { type MandateMove, type MandateState, mandateMoves } from "./states";

export type Mandate = typeof mandates.$inferSelect;
type Patch = Partial<typeof mandates.$inferInsert>;

const counterOf = (mandate: Mandate, state: MandateState) =>
  ({
    creditorId: mandate.creditorId,
    noun: "mandates",
    bucket: "",
    state,
    currency: "",
    test: mandate.test,
  }) as const;

/** Counts a mandate that was just written. */
export const countNewMandate = (tx: Tx, mandate: Mandate): void =>
  addToCounter(tx, counterOf(mandate, mandate.state), 1, 0);

/** Changes columns of a mandate without moving it; refused when somebody was first. */
export async function patchMandate(tx: Tx, ctx: Ctx, mandate: Mandate, patch: Patch): Promise<Mandate> {
  const [changed] = await tx
    .update(mandates)
    .set({ ...patch, updatedAt: ctx.clock.now() })
    .where(
      and(
        eq(mandates.id, mandate.id),
        eq(mandates.state, mandate.state),
        eq(mandates.version, mandate.version),
      ),
    )
    .returning();
  if (!changed) throw new AppError("changed_meanwhile");
  return changed;
}

/** The only way a mandate's state changes. */
export async function moveMandate(
  tx: Tx,
  ctx: Ctx,
  mandate: Mandate,
  move: MandateMove,
  cause: Cause,
  patch: Patch = {},
): Promise<Mandate> {
  const { to } = mandateMoves[move];
  if (!allows<MandateState>(mandateMoves[move], mandate.state))
    throw new AppError("move_not_allowed", { params: { move, state: mandate.state } });
  const version = mandate.version + 1;
  const changed = await patchMandate(tx, ctx, mandate, { ...patch, state: to, version });
  await recordMove(
    tx,
    ctx,
    { noun: "mandate", subjectId: mandate.id, version, move, from: mandate.state, to },
    cause,
  );
  addToCounter(tx, counterOf(mandate, mandate.state), -1, 0);
  addToCounter(tx, counterOf(mandate, to), 1, 0);
  if (mandate.state === "invited") await closeInvitation(tx, ctx, mandate.id);
  await followChange(tx, ctx, changed);
  return changed;
}

/** Lets a provider's word in: it moves the state along a declared edge, or it does not. */
export async function admitMandateEvidence(
  tx: Tx,
  ctx: Ctx,
  mandate: Mandate,
  evidence: MandateEvidence,
  source: Source,
): Promise<{ mandate: Mandate; effect: Effect }> {
  if (evidence.state === null) {
    await openTask(tx, ctx, {
      kind: "unmapped_word",
      noun: "mandate",
      subjectId: mandate.id,
      role: "admin",
      params: { word: evidence.word, debtor: mandate.debtorName },
    });
    return { mandate: await patchMandate(tx, ctx, mandate, { unmapped: evidence.word }), effect: "unmapped" };
  }
  const learned: Patch = {
    unmapped: null,
    providerId: mandate.providerId ?? evidence.providerId,
    mandateNumber: mandate.mandateNumber ?? evidence.mandateNumber,
  };
  const move = moveTo<MandateState, MandateMove>(mandateMoves, mandate.state, evidence.state);
  if (!move) {
    const confirms = evidence.state === mandate.state;
    // A suspended mandate is still in force at the provider: "active" there confirms it.
    const kept = confirms || (mandate.state === "suspended" && evidence.state === "active");
    if (!kept) {
      if (evidence.state === "active" && (mandate.state === "failed" || mandate.state === "ended"))
        await openTask(tx, ctx, {
          kind: "mismatch",
          noun: "mandate",
          subjectId: mandate.id,
          role: "finance",
          params: { theirs: evidence.state, debtor: mandate.debtorName },
        });
      return { mandate, effect: "behind" };
    }
    return { mandate: await confirmMandate(tx, ctx, mandate, learned, source), effect: "same" };
  }
  const messageId = await source.message();
  const cause: Cause = {
    word: evidence.word,
    rule: evidence.rule,
    happenedAt: evidence.at,
    messageId,
    submissionId: source.submissionId ?? null,
  };
  const moved = await moveMandate(tx, ctx, mandate, move, cause, {
    ...learned,
    evidenceAt: ctx.clock.now(),
    evidenceId: messageId,
    reasonCode: evidence.reason?.code ?? null,
    reasonText: evidence.reason?.text ?? null,
    endedBy: evidence.endedBy,
  });
  await noteWork(tx, ctx, moved);
  return { mandate: moved, effect: `moved:${move}` };
}

/** A word that changes nothing is written down only when it teaches something, or when the last proof is an hour old. */
async function confirmMandate(
  tx: Tx,
  ctx: Ctx,
  mandate: Mandate,
  learned: Patch,
  source: Source,
): Promise<Mandate> {
  const now = ctx.clock.now();
  if (teaches(mandate, learned))
    return patchMandate(tx, ctx, mandate, {
      ...learned,
      evidenceAt: now,
      evidenceId: await source.message(),
    });
  return grownOld(mandate.evidenceAt, now) ? patchMandate(tx, ctx, mandate, { evidenceAt: now }) : mandate;
}

/** Work that a move leaves for people, and work that it finishes. */
async function noteWork(tx: Tx, ctx: Ctx, mandate: Mandate): Promise<void> {
  for (const kind of ["unmapped_word", "stale", "missing_there"] as const)
    await closeTask(tx, ctx, kind, mandate.id);
  if (mandate.state === "ended") await followEnd(tx, ctx, mandate);
  if (mandate.state === "failed")
    await openTask(tx, ctx, {
      kind: "mandate_failed",
      noun: "mandate",
      subjectId: mandate.id,
      role: "agent",
      params: { debtor: mandate.debtorName, code: mandate.reasonCode ?? "" },
    });
}
