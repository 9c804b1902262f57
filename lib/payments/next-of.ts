import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/kernel/day";
import type { Payment } from "./door";
import { listPayments } from "./list";

/**
 * The payment of a debtor or mandate that is collected next; null when none is on its way. One whose day has passed
 * without news comes only when nothing else is ahead.
 */
export async function nextPayment(
  ctx: Ctx,
  of: { debtorId: string } | { mandateId: string },
  today: Day,
): Promise<Payment | null> {
  const state = ["ready", "pending", "scheduled"] as const;
  const sort = { key: "requested", direction: "up" } as const;
  const { rows } = await listPayments(ctx, { ...of, state }, { sort, limit: 50 });
  const due = (payment: Payment) => payment.planned ?? payment.requested;
  const ahead = rows.filter((payment) => due(payment) >= today);
  const [first, ...others] = ahead.length > 0 ? ahead : rows;
  if (!first) return null;
  return others.reduce((soonest, one) => (due(one) < due(soonest) ? one : soonest), first);
}
