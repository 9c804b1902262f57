import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { addToCounter } from "@/lib/door/counters";
import { type Cause, recordMove } from "@/lib/door/record-move";
import { grownOld, teaches } from "@/lib/door/teaches";
import type { Effect } from "@/lib/evidence/admitted";
import type { Source } from "@/lib/evidence/source";
import { type Day, day, monthOf } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";
import { allows, moveTo } from "@/lib/kernel/moves";
import type { PaymentEvidence } from "@/lib/providers/contract";
import { wakeHeld } from "@/lib/submissions/wake-held";
import { closeTask, openTask } from "@/lib/tasks/tasks";
import { countAtRisk } from "./count-at-risk";
import { followDebt, freed } from "./obligation";
import { finalityOf, ruleOf, windowOfPlanned } from "./schedule";
import { type PaymentMove, type PaymentState, paymentMoves } from "./states";

export type Payment = typeof payments.$inferSelect;
type Patch = Partial<typeof payments.$inferInsert>;

function count(tx: Tx, payment: Payment, by: 1 | -1): void {
  addToCounter(
    tx,
    {
      creditorId: payment.creditorId,
      noun: "payments",
      bucket: payment.window,
      state: payment.state,
      currency: payment.currency,
      test: payment.test,
    },
    by,
    by * payment.amountMinor,
  );
}

/** Counts a payment that was just written. */
export const countNewPayment = (tx: Tx, payment: Payment): void => count(tx, payment, 1);

/** Changes columns of a payment without moving it; refused when somebody was first. */
export async function patchPayment(tx: Tx, ctx: Ctx, payment: Payment, patch: Patch): Promise<Payment> {
  const [changed] = await tx
    .update(payments)
    .set({ ...patch, updatedAt: ctx.clock.now() })
    .where(
      and(
        eq(payments.id, payment.id),
        eq(payments.state, payment.state),
        eq(payments.version, payment.version),
        // The counters follow the window: two patches of it must not both believe they moved it.
        eq(payments.window, payment.window),
      ),
    )
    .returning();
  if (!changed) throw new AppError("changed_meanwhile");
  if (changed.window !== payment.window || changed.state !== payment.state) {
    count(tx, payment, -1);
    count(tx, changed, 1);
  }
  countAtRisk(tx, payment, changed);
  if (changed.state !== payment.state || changed.planned !== payment.planned)
    await keepDebt(tx, ctx, payment, changed);
  return changed;
}

/** One debt, one live collection: a collection that comes back to life beside another is shown to a person. */
async function keepDebt(tx: Tx, ctx: Ctx, before: Payment, after: Payment): Promise<void> {
  const another = await followDebt(tx, after);
  if (another && freed.includes(before.state))
    await openTask(tx, ctx, {
      ...taskBase(after, "finance"),
      kind: "double_collection",
      params: { debtor: after.debtorName },
    });
}

/** The only way a payment's state changes. */
export async function movePayment(
  tx: Tx,
  ctx: Ctx,
  payment: Payment,
  move: PaymentMove,
  cause: Cause,
  patch: Patch = {},
): Promise<Payment> {
  const { to } = paymentMoves[move];
  if (!allows<PaymentState>(paymentMoves[move], payment.state))
    throw new AppError("move_not_allowed", { params: { move, state: payment.state } });
  const version = payment.version + 1;
  const changed = await patchPayment(tx, ctx, payment, { ...patch, state: to, version });
  await recordMove(
    tx,
    ctx,
    { noun: "payment", subjectId: payment.id, version, move, from: payment.state, to },
    cause,
  );
  // What was held back is not any more, whoever moved it: nobody can say so by hand.
  if (payment.state === "ready") {
    await closeTask(tx, ctx, ["missed_cutoff", "mandate_ended_with_payments"], payment.id);
    await wakeHeld(tx, ctx, payment.id);
  }
  return changed;
}

/**
 * What the provider's state means for a payment that stands where it does. Money that was never taken cannot be given
 * back, and money that was taken is not "rejected": providers use one word for both.
 */
function meant(payment: Payment, evidence: PaymentEvidence): PaymentState | null {
  if (evidence.state === "rejected" && payment.state === "settled") return "chargeback";
  if (evidence.state === "rejected" && payment.state === "chargeback") return "chargeback";
  const taken = payment.state === "settled" || payment.state === "chargeback" || evidence.settledOn !== null;
  if (evidence.state === "chargeback" && !taken) return "rejected";
  return evidence.state;
}

/** A payment with another amount, currency or test flag than ours is not ours to take over. */
function mismatch(payment: Payment, evidence: PaymentEvidence): string | null {
  if (evidence.amountMinor !== null && evidence.amountMinor !== payment.amountMinor)
    return `amount ${evidence.amountMinor}`;
  if (evidence.currency !== null && evidence.currency !== payment.currency) return evidence.currency;
  if (evidence.test !== null && evidence.test !== payment.test) return evidence.test ? "test" : "live";
  return null;
}

/** Dates that the provider gave, and what follows from them. */
function datesOf(ctx: Ctx, payment: Payment, evidence: PaymentEvidence, state: PaymentState): Patch {
  const rule = ruleOf(ctx.providers[payment.provider], payment.scheme);
  const planned = evidence.planned ?? (payment.planned ? day(payment.planned) : null);
  const patch: Patch = {
    planned,
    scheduledOn: evidence.scheduledOn ?? payment.scheduledOn,
    providerId: payment.providerId ?? evidence.providerId,
  };
  if (planned) {
    patch.window = windowOfPlanned(rule, planned);
    patch.slipped = monthOf(planned) !== monthOf(day(payment.requested));
    // The provider's own window settles what was doubtful about a payment made on the deadline day.
    if (evidence.scheduledOn || state !== "pending") patch.atRisk = false;
  }
  // A chargeback of which the settling was missed still says when the money was taken.
  const taken = state === "settled" || (state === "chargeback" && evidence.settledOn !== null);
  if (taken && !payment.settledOn) {
    const collected: Day = evidence.settledOn ?? planned ?? day(payment.requested);
    const { reversibleUntil, claimUntil } = finalityOf(rule, collected);
    Object.assign(patch, { settledOn: collected, reversibleUntil, claimUntil });
  }
  return patch;
}

/** Lets a provider's word in: it moves the state along a declared edge, or it does not. */
export async function admitPaymentEvidence(
  tx: Tx,
  ctx: Ctx,
  payment: Payment,
  evidence: PaymentEvidence,
  source: Source,
): Promise<{ payment: Payment; effect: Effect }> {
  const differs = mismatch(payment, evidence);
  if (differs) {
    await openTask(tx, ctx, {
      ...taskBase(payment, "finance"),
      kind: "mismatch",
      params: { theirs: differs, debtor: payment.debtorName },
    });
    return { payment, effect: "mismatch" };
  }
  const state = meant(payment, evidence);
  if (state === null) {
    await openTask(tx, ctx, {
      ...taskBase(payment, "finance"),
      kind: "unmapped_word",
      params: { word: evidence.word, debtor: payment.debtorName },
    });
    return { payment: await patchPayment(tx, ctx, payment, { unmapped: evidence.word }), effect: "unmapped" };
  }
  const learned: Patch = { ...datesOf(ctx, payment, evidence, state), unmapped: null };
  if (evidence.reason && state === payment.state)
    Object.assign(learned, { reasonCode: evidence.reason.code, reasonText: evidence.reason.text });
  const move = moveTo<PaymentState, PaymentMove>(paymentMoves, payment.state, state);
  if (!move || (move === "relist" && !evidence.rule.endsWith("relist"))) {
    if (state !== payment.state) {
      await noteContradiction(tx, ctx, payment, state);
      return { payment, effect: "behind" };
    }
    return { payment: await confirmPayment(tx, ctx, payment, learned, source), effect: "same" };
  }
  const messageId = await source.message();
  const cause: Cause = {
    word: evidence.word,
    rule: evidence.rule,
    happenedAt: evidence.at,
    messageId,
    submissionId: source.submissionId ?? null,
  };
  const moved = await movePayment(tx, ctx, payment, move, cause, {
    ...learned,
    evidenceAt: ctx.clock.now(),
    evidenceId: messageId,
    reasonCode: evidence.reason?.code ?? null,
    reasonText: evidence.reason?.text ?? null,
  });
  await noteWork(tx, ctx, payment, moved);
  return { payment: moved, effect: `moved:${move}` };
}

/** A word that changes nothing is written down only when it teaches something, or when the last proof is an hour old. */
async function confirmPayment(
  tx: Tx,
  ctx: Ctx,
  payment: Payment,
  learned: Patch,
  source: Source,
): Promise<Payment> {
  const now = ctx.clock.now();
  if (teaches(payment, learned))
    return patchPayment(tx, ctx, payment, {
      ...learned,
      evidenceAt: now,
      evidenceId: await source.message(),
    });
  return grownOld(payment.evidenceAt, now) ? patchPayment(tx, ctx, payment, { evidenceAt: now }) : payment;
}

const taskBase = (payment: Payment, role: "finance" | "agent") => ({
  noun: "payment" as const,
  subjectId: payment.id,
  role,
  amountMinor: payment.amountMinor,
  currency: payment.currency,
});

const overHere: readonly PaymentState[] = ["cancelled", "rejected"];
const aliveThere: readonly PaymentState[] = ["pending", "scheduled", "settled", "chargeback"];

/** Late news is ordinary; money moving there for a payment that is over here is not. */
async function noteContradiction(tx: Tx, ctx: Ctx, payment: Payment, theirs: PaymentState): Promise<void> {
  if (!overHere.includes(payment.state) || !aliveThere.includes(theirs)) return;
  // A re-read may be older than the refusal; only what stays contradictory after it is worth a person.
  await openTask(tx, ctx, {
    ...taskBase(payment, "finance"),
    kind: "mismatch",
    params: { theirs, debtor: payment.debtorName },
  });
}

/** Work that a move leaves for people, and work that it finishes. */
async function noteWork(tx: Tx, ctx: Ctx, before: Payment, after: Payment): Promise<void> {
  const base = { ...taskBase(after, "finance"), params: { debtor: after.debtorName } };
  await closeTask(tx, ctx, ["unmapped_word", "stale", "missing_there", "not_sent"], after.id);
  if (after.slipped && !before.slipped) await openTask(tx, ctx, { ...base, kind: "slipped" });
  if (after.state === "rejected") await openTask(tx, ctx, { ...base, kind: "payment_rejected" });
  if (after.state === "chargeback") await openTask(tx, ctx, { ...base, kind: "chargeback" });
}
