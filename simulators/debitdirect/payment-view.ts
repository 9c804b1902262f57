import type { Day } from "./calendar";
import { byHandle } from "./call";
import { type Payment, paymentStatusNumbers, type State } from "./state";

/** A day on the wire. */
const dateTime = (day: Day) => `${day}T00:00:00Z`;

/** An instant on the wire: whole seconds, as in the published samples. */
export const wireInstant = (instant: string) => `${instant.slice(0, 19)}Z`;

function commonFields(state: State, payment: Payment) {
  const { settings } = state;
  const settled = settings.settlementDate === "filled" ? payment.settlementDay : null;
  return {
    id: payment.id,
    handle: payment.handle,
    paymentDate: dateTime(payment.paymentDay),
    scheduleDate: settings.scheduleDate === "filled" ? dateTime(payment.scheduleDay) : null,
    description: payment.description,
    reference: payment.reference,
    amount: payment.amount,
    currency: payment.currency,
    test: payment.test,
    status: settings.statusForm === "number" ? paymentStatusNumbers[payment.status] : payment.status,
    settlementDate: settled === null ? null : dateTime(settled),
    createdAt: wireInstant(payment.createdAt),
    modifiedAt: wireInstant(payment.modifiedAt),
  };
}

/** One payment, from create, get and cancel. https://docs.debitdirect.io/api-reference/payments/post-payments */
export function showPayment(state: State, payment: Payment) {
  const mandate = byHandle(state.mandates, payment.mandate);
  const customer = byHandle(state.customers, mandate.customer);
  return {
    ...commonFields(state, payment),
    statusText: payment.statusText,
    mandate: {
      handle: mandate.handle,
      scheme: mandate.scheme,
      status: mandate.status,
      customerId: customer.id,
    },
  };
}

/** A payment in a list: no `statusText`, but a customer. https://docs.debitdirect.io/api-reference/payments/get-payments.md */
export function showListedPayment(state: State, payment: Payment) {
  const mandate = byHandle(state.mandates, payment.mandate);
  const customer = byHandle(state.customers, mandate.customer);
  return {
    ...commonFields(state, payment),
    customer: { id: customer.id, name: customer.name },
    mandate: { id: mandate.id, handle: mandate.handle, scheme: mandate.scheme },
  };
}
