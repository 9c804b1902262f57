import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { mandates, obligations, payments } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Payment } from "@/lib/payments/door";
import { getPayment } from "@/lib/payments/get";
import { freed } from "@/lib/payments/obligation";
import { ruleOf } from "@/lib/payments/schedule";
import { allDeadlineFacts } from "@/lib/settings/deadlines";
import type { Answer } from "./answer";
import { connectionsOf } from "./connections-of";
import { historyOf } from "./history-of";
import { whyPayment } from "./payment";
import type { OtherPayment, PaymentFacts } from "./payment-facts";

const coming = ["ready", "pending", "scheduled"] as const;
const OTHERS_LOOKED_AT = 200;

/** Why one payment has not been collected; `not_found` for another creditor's. */
export async function paymentAnswer(ctx: Ctx, id: string): Promise<Answer> {
  const [answer] = await paymentAnswers(ctx, [await getPayment(ctx, id)]);
  if (!answer) throw new Error("a payment has no answer");
  return answer;
}

/** Why each of these has not been collected, in a few questions however many they are. */
export async function paymentAnswers(ctx: Ctx, rows: readonly Payment[]): Promise<Answer[]> {
  return (await paymentFacts(ctx, rows)).map(whyPayment);
}

async function paymentFacts(ctx: Ctx, rows: readonly Payment[]): Promise<PaymentFacts[]> {
  requirePermission(ctx, "read");
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [history, connections, deadlines, states, despite, others] = await Promise.all([
    historyOf(ctx, ids),
    connectionsOf(
      ctx,
      rows.map((row) => row.connectionId),
    ),
    allDeadlineFacts(ctx.db.read, ctx.creditorId),
    mandateStates(ctx, rows),
    meantTwice(ctx, ids),
    openOnes(ctx, rows),
  ]);
  const now = ctx.clock.now();
  return rows.flatMap((payment) => {
    const connection = connections.get(payment.connectionId);
    const mandateState = states.get(payment.mandateId);
    if (!connection || !mandateState) return [];
    const provider = providerOf(ctx, payment);
    const rule = ruleOf(provider, payment.scheme);
    return [
      {
        payment,
        provider,
        offers: connection.offers,
        rule,
        deadlines: deadlines(rule.id),
        connection: connection.facts,
        mandateState,
        ...history(payment.id),
        despite: despite.get(payment.id) ?? null,
        others: others.filter((other) => replaces(other, payment)),
        now,
      },
    ];
  });
}

/** A payment that came after one that brought nothing, and asks the same debtor for the same. */
function replaces(other: Payment, payment: Payment): boolean {
  const debtor = payment.debtorId
    ? other.debtorId === payment.debtorId
    : other.mandateId === payment.mandateId;
  return (
    freed.includes(payment.state) &&
    debtor &&
    other.createdAt > payment.createdAt &&
    other.test === payment.test &&
    other.currency === payment.currency &&
    other.amountMinor === payment.amountMinor
  );
}

/** What is still coming of the debtors of those that brought nothing; of the others nobody asks. */
async function openOnes(ctx: Ctx, rows: readonly Payment[]): Promise<(Payment & OtherPayment)[]> {
  const over = rows.filter((row) => freed.includes(row.state));
  const debtors = [...new Set(over.flatMap((row) => (row.debtorId ? [row.debtorId] : [])))];
  const alone = [...new Set(over.flatMap((row) => (row.debtorId ? [] : [row.mandateId])))];
  const find = (which: ReturnType<typeof inArray>) =>
    ctx.db.read
      .select()
      .from(payments)
      .where(and(which, eq(payments.creditorId, ctx.creditorId), inArray(payments.state, [...coming])))
      .limit(OTHERS_LOOKED_AT);
  const [ofDebtors, ofMandates] = await Promise.all([
    debtors.length > 0 ? find(inArray(payments.debtorId, debtors)) : [],
    alone.length > 0 ? find(inArray(payments.mandateId, alone)) : [],
  ]);
  return [...ofDebtors, ...ofMandates];
}

async function mandateStates(ctx: Ctx, rows: readonly Payment[]) {
  const found = await ctx.db.read
    .select({ id: mandates.id, state: mandates.state })
    .from(mandates)
    .where(
      and(
        eq(mandates.creditorId, ctx.creditorId),
        inArray(mandates.id, [...new Set(rows.map((row) => row.mandateId))]),
      ),
    );
  return new Map(found.map((row) => [row.id, row.state]));
}

async function meantTwice(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db.read
    .select({ id: obligations.paymentId, reason: obligations.reason, by: obligations.claimedBy })
    .from(obligations)
    .where(
      and(
        eq(obligations.creditorId, ctx.creditorId),
        inArray(obligations.paymentId, [...ids]),
        isNotNull(obligations.reason),
      ),
    );
  return new Map(rows.map(({ id, reason, by }) => [id, { reason: reason ?? "", by }]));
}
