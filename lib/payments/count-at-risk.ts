import type { Tx } from "@/db/client";
import type { payments } from "@/db/schema";
import { addToCounter } from "@/lib/door/counters";

type Payment = typeof payments.$inferSelect;

/** Until when collected money can come back: without a reason, or by a claim. */
export type RiskKind = "reversible" | "claim";

/**
 * Money still at risk is every settled payment whose last day has not come: over a million of them no query is quick,
 * and no state changes when the day passes. So it is counted per last day when a payment settles or comes back; what
 * is still at risk is then the sum of the days from today on.
 */
export function countAtRisk(tx: Tx, before: Payment, after: Payment): void {
  for (const kind of ["reversible", "claim"] as const) {
    const [from, to] = [lastDay(before, kind), lastDay(after, kind)];
    if (from === to) continue;
    if (from !== null) count(tx, before, kind, from, -1);
    if (to !== null) count(tx, after, kind, to, 1);
  }
}

function lastDay(payment: Payment, kind: RiskKind): string | null {
  if (payment.state !== "settled") return null;
  return kind === "reversible" ? payment.reversibleUntil : payment.claimUntil;
}

function count(tx: Tx, payment: Payment, kind: RiskKind, day: string, by: 1 | -1): void {
  const { creditorId, currency, test } = payment;
  const key = { creditorId, noun: "at_risk", bucket: day, state: kind, currency, test } as const;
  addToCounter(tx, key, by, by * payment.amountMinor);
}
