import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates, payments, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { isOwnWork } from "@/lib/access/own-work";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { AppError, notFound } from "@/lib/kernel/errors";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { lease, type Submission } from "./lease";
import { lookUpSubmission } from "./look-up";
import { provenAbsent } from "./proven-absent";
import { backToSending, closeSubmission } from "./standing";

async function find(ctx: Ctx, id: string): Promise<Submission> {
  const [row] = await ctx.db.read
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return row;
}

/** "Ask again": looks an unknown outcome up now, whatever its turn is. Sends nothing. Answers what is known then. */
export async function askAgain(ctx: Ctx, id: string): Promise<Submission> {
  requirePermission(ctx, "submissions.ask");
  await find(ctx, id);
  await lookUpSubmission(ctx, id);
  return find(ctx, id);
}

/** Takes the lease for a person's decision; refused while a worker is at it, and where there is nothing to decide. */
async function decide(
  ctx: Ctx,
  id: string,
  write: (held: Submission, tx: Tx) => Promise<boolean>,
  isOpen: (row: Submission, tx: Tx) => boolean | Promise<boolean> = ({ state }) => state === "unknown",
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [row] = await tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.id, id), eq(submissions.creditorId, ctx.creditorId)));
    if (!row) throw notFound();
    if (!(await isOpen(row, tx))) throw new AppError("move_not_allowed", { params: { state: row.state } });
    const held = await lease(tx, ctx, row);
    if (!held || !(await write(held, tx))) throw new AppError("changed_meanwhile");
  });
}

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

/**
 * "Send again, same key": only after two look-ups proved that it does not exist there, by an approver who did not make
 * it, and after the provider was asked once more at this very moment: hours may lie between proof and release. The same
 * bytes go out once more, unless the key is spent.
 */
export async function sendAgain(ctx: Ctx, submissionId: string): Promise<void> {
  requirePermission(ctx, "submissions.resend");
  const before = await find(ctx, submissionId);
  if (await isOwnWork(ctx, ctx.db.read, [before.actorId]))
    throw new AppError("not_permitted", { params: { permission: "own_work" } });
  if (before.state !== "unknown") throw new AppError("move_not_allowed", { params: { state: before.state } });
  if (!provenAbsent(before))
    throw new AppError("move_not_allowed", { params: { state: "not proven absent" } });
  await lookUpSubmission(ctx, submissionId);
  const asked = await find(ctx, submissionId);
  if (asked.resolution === "found") throw new AppError("found_meanwhile");
  if (asked.absences <= before.absences) throw new AppError("not_readable_there");
  await decide(ctx, submissionId, async (held, tx) => {
    if (!provenAbsent(held)) throw new AppError("changed_meanwhile");
    audit(tx, ctx, {
      action: "submission.sent_again",
      noun: held.noun,
      subjectId: held.subjectId,
      after: { submission: held.id },
    });
    return backToSending(tx, ctx, held, {});
  });
}
