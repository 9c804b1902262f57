import { activateAgreement } from "./agreements";
import { forgetOldKeys } from "./idempotency";
import { movePayment } from "./payment-moves";
import type { Payment, State } from "./state";

function meetFate(state: State, payment: Payment, at: Date): void {
  const { fate } = payment;
  if (fate.outcome === "reject") movePayment(state, payment, "Rejected", at, fate.statusText);
  else if (fate.outcome === "settle") movePayment(state, payment, "Settled", at);
  else movePayment(state, payment, "Cancelled", at);
}

/** What the clock does to a payment whose moment has come. */
function happenTo(state: State, payment: Payment, at: Date): void {
  if (payment.status === "Pending") movePayment(state, payment, "Scheduled", at);
  else if (payment.status === "Settled") movePayment(state, payment, "Chargeback", at);
  else if (payment.status === "PendingCancel" && state.settings.lateCancel === "cancelled")
    movePayment(state, payment, "Cancelled", at);
  else meetFate(state, payment, at);
}

/**
 * Lets everything due up to `now` happen, moment by moment, each with its own time however far the clock jumped.
 * Says whether anything did.
 */
export function advance(state: State, now: Date): boolean {
  const end = now.toISOString();
  const frozen = (payment: Payment) => payment.test && state.settings.testPayments === "stay-pending";
  let changed = false;
  for (;;) {
    let moment = "";
    const look = (dueAt: string | null) => {
      if (dueAt !== null && dueAt <= end && (moment === "" || dueAt < moment)) moment = dueAt;
    };
    for (const one of state.agreements) look(one.dueAt);
    for (const one of state.payments) if (!frozen(one)) look(one.dueAt);
    if (moment === "") break;
    changed = true;
    const at = new Date(moment);
    for (const one of state.agreements) if (one.dueAt === moment) activateAgreement(one);
    for (const one of state.payments) if (one.dueAt === moment && !frozen(one)) happenTo(state, one, at);
  }
  if (changed) forgetOldKeys(state, now);
  return changed;
}
