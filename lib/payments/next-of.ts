import type { Ctx } from "@/lib/context";
import type { Payment } from "./door";
import { listPayments } from "./list";

/** The payment of a debtor or mandate that is collected next; null when none is on its way. */
export async function nextPayment(
  ctx: Ctx,
  of: { debtorId: string } | { mandateId: string },
): Promise<Payment | null> {
  const state = ["ready", "pending", "scheduled"] as const;
  const sort = { key: "requested", direction: "up" } as const;
  const { rows } = await listPayments(ctx, { ...of, state }, { sort, limit: 50 });
  const due = (payment: Payment) => payment.planned ?? payment.requested;
  const [first, ...others] = rows;
  if (!first) return null;
  return others.reduce((soonest, one) => (due(one) < due(soonest) ? one : soonest), first);
}
