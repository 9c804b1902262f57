import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, submissions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Landing, landing } from "@/lib/deadlines/landing";
import { day, monthOf } from "@/lib/kernel/day";
import { AppError, notFound } from "@/lib/kernel/errors";
import { dayIn } from "@/lib/kernel/instant";
import { deadlineFacts } from "@/lib/settings/deadlines";
import { lease, writeLeased } from "@/lib/submissions/lease";
import { mayHaveLeft } from "@/lib/submissions/may-have-left";
import { openIntent, sealIntent } from "@/lib/submissions/sealed";
import { giveUpRecorded } from "@/lib/submissions/settle";
import { closeTask } from "@/lib/tasks/tasks";
import { patchPayment } from "./door";
import { ruleOf } from "./schedule";

/**
 * Lets a payment go that was held because its cut-off passed before it was sent: for the next window, by a person's
 * word. Only possible while no byte of it has left.
 */
export async function replanPayment(ctx: Ctx, paymentId: string): Promise<string> {
  requirePermission(ctx, "payments.cancel");
  const [found] = await ctx.db.read
    .select()
    .from(payments)
    .where(and(eq(payments.id, paymentId), eq(payments.creditorId, ctx.creditorId)));
  if (!found) throw notFound();
  // Its content was approved together with the run's: it gets another day by a new approval only.
  if (found.runId) throw new AppError("of_a_run");
  const rule = ruleOf(ctx.providers[found.provider], found.scheme);
  const facts = await deadlineFacts(ctx.db.read, ctx.creditorId, rule.id);
  const now = ctx.clock.now();
  const wish = day(found.requested);
  // The day asked for still counts, unless it has passed: replanning never takes money earlier than was wanted.
  const wanted = wish >= dayIn(now, rule.zone) ? wish : undefined;
  const lands = landing(rule, now, wanted, facts.overrides, facts.settings);
  return inTransaction(ctx.db, (tx) => releaseReplanned(tx, ctx, paymentId, lands));
}

/** Gives a held payment of which no byte has left its new day, and its turn. */
export async function releaseReplanned(tx: Tx, ctx: Ctx, paymentId: string, lands: Landing): Promise<string> {
  const [payment] = await tx.select().from(payments).where(eq(payments.id, paymentId));
  const waiting = await tx.select().from(submissions).where(eq(submissions.subjectId, paymentId));
  const held = waiting.find((one) => one.state === "intended" && one.operation === "payment.create");
  if (payment?.state !== "ready" || !held || (await mayHaveLeft(tx, paymentId)))
    throw new AppError("move_not_allowed", { params: { move: "replan", state: payment?.state ?? "gone" } });
  const leased = await lease(tx, ctx, held);
  if (!leased) throw new AppError("changed_meanwhile");
  await patchPayment(tx, ctx, payment, {
    planned: lands.due,
    window: lands.window ?? "",
    cutoffAt: lands.cutoffAt,
    slipped: monthOf(lands.due) !== monthOf(day(payment.requested)),
    atRisk: lands.atRisk,
  });
  const intent = openIntent(ctx, held);
  if (intent.operation !== "payment.create") throw new Error("not a payment's intent");
  await writeLeased(tx, leased, {
    intentSealed: sealIntent(ctx, held.id, { ...intent, due: lands.due }),
    nextAt: ctx.clock.now(),
    // A person has looked: its tries begin anew.
    faults: 0,
    deadlineAt: lands.cutoffAt,
    detail: null,
    leaseUntil: null,
  });
  await giveUpRecorded(tx, held.id, "replanned");
  const answered = ["missed_cutoff", "mandate_ended_with_payments", "submission_parked"] as const;
  await closeTask(tx, ctx, answered, paymentId);
  audit(tx, ctx, {
    action: "payment.replanned",
    noun: "payment",
    subjectId: paymentId,
    before: { planned: payment.planned, window: payment.window },
    after: { planned: lands.due, window: lands.window },
  });
  return held.id;
}
