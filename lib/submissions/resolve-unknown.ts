import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates, payments } from "@/db/schema";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { decide } from "./decide";
import type { Submission } from "./lease";
import { closeSubmission } from "./standing";

/**
 * A person's verdict on an unknown outcome, with a reason: it did happen, or it did not. The record itself still moves
 * only on evidence; the verdict closes the question and is written down under a name. "It did happen" can be taken back
 * while nothing has borne it out: else a mistaken one would leave a record that nobody can move.
 */
export async function resolveUnknown(
  ctx: Ctx,
  input: { submissionId: string; verdict: "did_happen" | "did_not_happen"; reason: string },
): Promise<void> {
  requirePermission(ctx, "submissions.resolve");
  const reason = input.reason.trim();
  if (!reason) throw new AppError("invalid", { fields: { reason: "required" } });
  const state = input.verdict === "did_happen" ? "confirmed" : "withdrawn";
  const isOpen = (row: Submission, tx: Tx) =>
    row.state === "unknown" || (input.verdict === "did_not_happen" && isUnborneVerdict(tx, row));
  const judge = async (held: Submission, tx: Tx) => {
    audit(tx, ctx, {
      action: `submission.${input.verdict}`,
      noun: held.noun,
      subjectId: held.subjectId,
      after: { submission: held.id },
      reason,
    });
    const verdict = { detail: reason, resolution: input.verdict, resolvedBy: ctx.actor.name };
    if (!(await closeSubmission(tx, ctx, held, state, verdict))) return false;
    if (state === "withdrawn") await noteNotSent(tx, ctx, held);
    if (held.state === "confirmed") await closeTask(tx, ctx, "mismatch", held.subjectId);
    return true;
  };
  await decide(ctx, input.submissionId, judge, isOpen);
}

/** A person said that it did happen, and its record has never heard of it. */
async function isUnborneVerdict(tx: Tx, { resolution, operation, subjectId }: Submission): Promise<boolean> {
  if (resolution !== "did_happen") return false;
  if (operation === "payment.create") {
    const [payment] = await tx.select().from(payments).where(eq(payments.id, subjectId));
    return payment?.state === "ready" && payment.providerId === null;
  }
  if (operation !== "mandate.create") return false;
  const [mandate] = await tx.select().from(mandates).where(eq(mandates.id, subjectId));
  return mandate?.state === "draft" && mandate.providerId === null;
}

/** Nothing is under way for it any more, and its deadline comes all the same: somebody must see it until it moves. */
async function noteNotSent(tx: Tx, ctx: Ctx, { operation, subjectId }: Submission): Promise<void> {
  if (operation !== "payment.create") return;
  const [payment] = await tx.select().from(payments).where(eq(payments.id, subjectId));
  if (payment?.state !== "ready") return;
  await openTask(tx, ctx, {
    kind: "not_sent",
    noun: "payment",
    subjectId,
    role: "finance",
    params: { by: ctx.actor.name, debtor: payment.debtorName },
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    dueAt: payment.cutoffAt,
  });
}
