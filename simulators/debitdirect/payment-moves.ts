import { addDays, instantAt } from "./calendar";
import { queueEvent } from "./events";
import { showPayment } from "./payment-view";
import { Refusal } from "./refusal";
import type { Settings } from "./settings";
import type { Payment, PaymentStatus, State } from "./state";

/** The scheme's files are handled at this hour in Copenhagen; our choice, no hour is published. */
const HANDLED_AT_HOUR = 5;
/** A payment is picked up no sooner than so long after it was made; our choice. */
const PICK_UP_AFTER_MS = 15 * 60_000;
const CHARGEBACK_AFTER_DAYS = 3;

const allowed: Record<PaymentStatus, readonly PaymentStatus[]> = {
  Pending: ["Scheduled", "Rejected", "Cancelled"],
  Scheduled: ["Settled", "Rejected", "Cancelled", "PendingCancel"],
  PendingCancel: ["Cancelled", "Settled", "Rejected"],
  Settled: ["Chargeback"],
  Rejected: [],
  Cancelled: [],
  Chargeback: [],
};

/** The `eventType` a status is announced with, or null. https://docs.debitdirect.io/web-events/payment-events */
const announcedAs: Record<PaymentStatus, (settings: Settings) => string | null> = {
  Pending: () => null,
  Scheduled: () => null,
  PendingCancel: () => null,
  Settled: () => "settled",
  Rejected: (settings) => settings.rejectEventType,
  Cancelled: () => "cancelled",
  Chargeback: (settings) => settings.chargebackEventType,
};

/** When a new payment is taken up by the scheme. */
export function pickUpAt(scheduleDay: string, created: Date): string {
  const earliest = created.getTime() + PICK_UP_AFTER_MS;
  return new Date(Math.max(instantAt(scheduleDay, HANDLED_AT_HOUR).getTime(), earliest)).toISOString();
}

/** The morning of a day on which files are handled. */
export const handledOn = (day: string): string => instantAt(day, HANDLED_AT_HOUR).toISOString();

function nextChange(payment: Payment): string | null {
  if (payment.status === "Scheduled" || payment.status === "PendingCancel")
    return handledOn(payment.outcomeDay);
  if (payment.status === "Settled" && payment.fate.outcome === "settle" && payment.fate.chargeback)
    return handledOn(addDays(payment.outcomeDay, CHARGEBACK_AFTER_DAYS));
  return null;
}

export function canMove(payment: Payment, to: PaymentStatus): boolean {
  return allowed[payment.status].includes(to);
}

/** The only way a payment's status changes: refuses impossible moves, notes the time and announces it. */
export function movePayment(
  state: State,
  payment: Payment,
  to: PaymentStatus,
  at: Date,
  statusText: string | null = null,
): void {
  if (!canMove(payment, to)) throw new Refusal(422, `A ${payment.status} payment cannot become ${to}.`);
  payment.status = to;
  payment.statusText = statusText;
  payment.modifiedAt = at.toISOString();
  if (to === "Settled") payment.settlementDay = payment.outcomeDay;
  payment.dueAt = nextChange(payment);
  const eventType = announcedAs[to](state.settings);
  if (eventType === null) return;
  const { merchant, handle } = payment;
  const object = () => showPayment(state, payment);
  queueEvent(state, { at, merchant, objectType: "payment", eventType, handle, object });
}
