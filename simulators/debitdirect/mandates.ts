import type { SimAnswer } from "../kit/simulator";
import { byHandle, type Call, ownedBy } from "./call";
import { addCustomer, findByNumber, showCustomer } from "./customers";
import { queueEvent } from "./events";
import { mandateHandle, newId } from "./identifiers";
import { pageOf } from "./paging";
import { movePayment } from "./payment-moves";
import { Refusal } from "./refusal";
import { type Agreement, type Mandate, type MandateStatus, nextSeq, type State } from "./state";

const MANDATE_ENDED = "Betalingsaftalen er ophørt";

function showMandate(state: State, mandate: Mandate) {
  return {
    id: mandate.id,
    handle: mandate.handle,
    scheme: mandate.scheme,
    status: mandate.status,
    schemeData: [],
    customer: showCustomer(byHandle(state.customers, mandate.customer)),
  };
}

/** `GET /customers/mandates`. https://docs.debitdirect.io/api-reference/customers/get-customersmandates */
export function listMandates(call: Call): SimAnswer {
  const { state } = call;
  const mine = ownedBy(state.mandates, call.merchant.handle);
  return { status: 200, body: pageOf(mine, call.query, state.settings, (one) => showMandate(state, one)) };
}

/** The two event types of https://docs.debitdirect.io/web-events/mandate-events */
function announce(state: State, mandate: Mandate, eventType: "registration" | "cancel", at: Date): void {
  const { merchant, handle } = mandate;
  const object = () => showMandate(state, mandate);
  queueEvent(state, { at, merchant, objectType: "mandate", eventType, handle, object });
}

interface SignUp {
  agreement: Agreement;
  customerNumber: string;
  /** The scheme's files carry no names; given only to make a fuller example. */
  customerName: string | null;
  status: MandateStatus;
}

/**
 * A debtor signs up. The mandate goes to the customer with that number, or to a new one that has only the number.
 * https://docs.debitdirect.io/schemes/betalingsservice/mandates
 */
export function signUp(state: State, { agreement, customerNumber, ...wish }: SignUp, now: Date): Mandate {
  if (agreement.state !== "Active") throw new Refusal(422, "The scheme has not confirmed this agreement.");
  const { merchant, scheme } = agreement;
  const customer =
    findByNumber(state, merchant, customerNumber) ??
    addCustomer(state, merchant, customerNumber, wish.customerName, now);
  const holds = (one: Mandate) =>
    one.customer === customer.handle && one.agreement === agreement.handle && one.status !== "Cancelled";
  if (state.mandates.some(holds)) throw new Refusal(422, "This customer has a mandate on this agreement.");
  const mandate: Mandate = {
    seq: nextSeq(state),
    merchant,
    id: newId(),
    handle: mandateHandle(),
    agreement: agreement.handle,
    scheme,
    status: wish.status,
    customer: customer.handle,
    createdAt: now.toISOString(),
    modifiedAt: now.toISOString(),
  };
  state.mandates.push(mandate);
  if (mandate.status === "Active") announce(state, mandate, "registration", now);
  if (mandate.status === "Cancelled") announce(state, mandate, "cancel", now);
  return mandate;
}

/** A mandate that was made in a waiting status comes into force. */
export function activateMandate(state: State, mandate: Mandate, now: Date): void {
  if (mandate.status === "Active" || mandate.status === "Cancelled")
    throw new Refusal(422, `A mandate that is ${mandate.status} cannot be activated.`);
  mandate.status = "Active";
  mandate.modifiedAt = now.toISOString();
  announce(state, mandate, "registration", now);
}

/** Ends a mandate. What becomes of its open payments is not published: here those still Pending are rejected. */
export function cancelMandate(state: State, mandate: Mandate, now: Date): void {
  if (mandate.status === "Cancelled") throw new Refusal(422, "The mandate is cancelled already.");
  mandate.status = "Cancelled";
  mandate.modifiedAt = now.toISOString();
  announce(state, mandate, "cancel", now);
  for (const payment of state.payments)
    if (payment.mandate === mandate.handle && payment.status === "Pending")
      movePayment(state, payment, "Rejected", now, MANDATE_ENDED);
}
