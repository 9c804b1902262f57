import type { Ctx } from "@/lib/context";
import type { Day } from "@/lib/kernel/day";
import type { Payment } from "./door";
import { listPayments } from "./list";
import { comesByItself, dueDay } from "./sentence";

const LOOKED_AT = 50;

/** The open payments of a debtor or mandate, the one whose day comes first at the front, also when that is past. */
export async function openPayments(
  ctx: Ctx,
  of: { debtorId: string } | { mandateId: string },
): Promise<Payment[]> {
  const state = ["ready", "pending", "scheduled"] as const;
  const sort = { key: "requested", direction: "up" } as const;
  const { rows } = await listPayments(ctx, { ...of, state }, { sort, limit: LOOKED_AT });
  return rows.toSorted((a, b) => dueDay(a).localeCompare(dueDay(b)));
}

/** `awaited`: its day is past and nobody has said how it went. `waits`: it has not left in time, so no day is sure. */
export interface NextPayment {
  code: "ahead" | "awaited" | "waits";
  payment: Payment;
}

/** The payment that is collected next; where none is ahead, the one whose end is awaited, else one that is held. */
export function nextOf(open: readonly Payment[], today: Day, now: Date): NextPayment | null {
  const told = open.map((payment): NextPayment => ({ code: codeOf(payment, today, now), payment }));
  const first = (code: NextPayment["code"]) => told.find((one) => one.code === code);
  return first("ahead") ?? first("awaited") ?? first("waits") ?? null;
}

function codeOf(payment: Payment, today: Day, now: Date): NextPayment["code"] {
  if (payment.state === "ready") return comesByItself(payment, today, now) ? "ahead" : "waits";
  return dueDay(payment) < today ? "awaited" : "ahead";
}
