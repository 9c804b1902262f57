import { Temporal } from "temporal-polyfill";
import type { SimAnswer } from "../kit/simulator";
import type { Body } from "./body";
import { dayOf, landDaily, landMonthly } from "./calendar";
import { byHandle, type Call, findOwned, ownedBy } from "./call";
import { newId, paymentHandle } from "./identifiers";
import { type Page, pageOf } from "./paging";
import { canMove, movePayment, pickUpAt } from "./payment-moves";
import { showListedPayment, showPayment } from "./payment-view";
import { Refusal } from "./refusal";
import { type Fate, type Mandate, nextSeq, type Payment, type Scheme, type State } from "./state";

const INT32_MAX = 2_147_483_647;
const INT32_MIN = -2_147_483_648;

const currencyOf: Record<Scheme, string> = { "nets-bs": "DKK", "nets-ls": "DKK", autogiro: "SEK" };

/** Amounts that tell their own story; ours, not the provider's. */
const REJECTED_ORE = 13;
const CHARGED_BACK_ORE = 66;
const NO_FUNDS = "Ikke dækning på kontoen";

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** ISO 8601; without a zone it is read as UTC. */
function readInstant(text: string, name: string): Date {
  const parts = DATE_TIME.exec(text);
  try {
    Temporal.PlainDate.from(parts?.[1] ?? "", { overflow: "reject" });
  } catch {
    throw new Refusal(422, `${name} must be an ISO 8601 date-time.`);
  }
  const instant = new Date(parts?.[2] !== undefined && parts[5] === undefined ? `${text}Z` : text);
  if (Number.isNaN(instant.getTime())) throw new Refusal(422, `${name} must be an ISO 8601 date-time.`);
  return instant;
}

function readAmount(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value === 0)
    throw new Refusal(422, "amount must be a whole number of minor units, and not 0.");
  if (value > INT32_MAX || value < INT32_MIN) throw new Refusal(422, "amount is outside 32 bits.");
  return value;
}

function readWish(body: Body) {
  return {
    mandate: body.need("mandate"),
    amount: readAmount(body.get("amount")),
    currency: body.need("currency"),
    description: body.text("description"),
    reference: body.text("reference"),
    wantedDay: dayOf(readInstant(body.need("paymentDate"), "paymentDate")),
  };
}

function fateOf(amount: number): Fate {
  const ore = amount % 100;
  if (ore === REJECTED_ORE) return { outcome: "reject", statusText: NO_FUNDS };
  return { outcome: "settle", chargeback: ore === CHARGED_BACK_ORE };
}

/** The mandate to charge: 404 when it is not this merchant's, refused when it or its agreement is not in force. */
function chargeableMandate(call: Call, handle: string): Mandate {
  const { state } = call;
  const mandate = findOwned(state.mandates, call.merchant.handle, handle);
  if (!mandate) throw new Refusal(404, "Mandate not found.");
  const inactive = state.settings.inactiveMandate === "428" ? 428 : 422;
  if (mandate.status !== "Active") throw new Refusal(inactive, "Mandate is not active.");
  if (byHandle(state.agreements, mandate.agreement).state !== "Active")
    throw new Refusal(inactive, "Agreement is not active.");
  return mandate;
}

/** `POST /payments`. https://docs.debitdirect.io/api-reference/payments/post-payments */
export function createPayment(call: Call): SimAnswer {
  const { state, now } = call;
  const { settings } = state;
  if (call.idempotencyKey === null && settings.missingIdempotencyKey === "428")
    throw new Refusal(428, "Idempotency-Key is required.");
  if (settings.failNextPayments > 0) {
    settings.failNextPayments -= 1;
    throw new Refusal(500, "Something went wrong.");
  }
  const wish = readWish(call.body());
  const mandate = chargeableMandate(call, wish.mandate);
  if (wish.currency !== currencyOf[mandate.scheme])
    throw new Refusal(422, `currency must be ${currencyOf[mandate.scheme]} for ${mandate.scheme}.`);
  if (wish.amount < 0 && settings.credits === "422") throw new Refusal(422, "amount must be positive.");
  const landing =
    mandate.scheme === "nets-ls"
      ? landDaily(now, wish.wantedDay, wish.amount < 0 ? "credit" : "debit")
      : landMonthly(now, wish.wantedDay, settings.deadlineDay);
  const payment: Payment = {
    seq: nextSeq(state),
    merchant: call.merchant.handle,
    id: newId(),
    handle: paymentHandle(),
    mandate: mandate.handle,
    amount: wish.amount,
    currency: wish.currency,
    description: wish.description,
    reference: wish.reference,
    test: byHandle(state.agreements, mandate.agreement).test,
    status: "Pending",
    statusText: null,
    ...landing,
    settlementDay: null,
    createdAt: now.toISOString(),
    modifiedAt: now.toISOString(),
    fate: fateOf(wish.amount),
    dueAt: pickUpAt(landing.scheduleDay, now),
  };
  state.payments.push(payment);
  return {
    status: 200,
    body: showPayment(state, payment),
    effect: `payment.created ${payment.id} ref=${payment.reference ?? "-"}`,
  };
}

/** Younger ones are not to be read yet when the visibility lag is set. */
function visible(state: State, payment: Payment, now: Date): boolean {
  const lag = state.settings.visibilityLagSeconds * 1000;
  return lag === 0 || now.getTime() - Date.parse(payment.createdAt) >= lag;
}

/** `GET /payments` */
export function listPayments(call: Call): SimAnswer {
  const { state, now } = call;
  const mine = ownedBy(state.payments, call.merchant.handle).filter((one) => visible(state, one, now));
  return {
    status: 200,
    body: pageOf(mine, call.query, state.settings, (one) => showListedPayment(state, one)),
  };
}

function findPayment(call: Call): Payment {
  const payment = findOwned(call.state.payments, call.merchant.handle, call.param);
  if (!payment || !visible(call.state, payment, call.now)) throw new Refusal(404, "Payment not found.");
  return payment;
}

/** `GET /payments/{paymentIdOrHandle}` */
export function getPayment(call: Call): SimAnswer {
  const shown = showPayment(call.state, findPayment(call));
  if (call.state.settings.onePayment === "bare") return { status: 200, body: shown };
  const envelope: Page = { results: [shown], nextOffset: null, hasMore: false };
  return { status: 200, body: envelope };
}

/** `DELETE /payments/{paymentIdOrHandle}`: our guess at the unpublished cancel call. */
export function cancelPayment(call: Call): SimAnswer {
  const { state, now } = call;
  if (state.settings.cancelPayment === "404") throw new Refusal(404, "There is nothing at this address.");
  const payment = findPayment(call);
  if (state.settings.cancelPayment === "422") throw new Refusal(422, "Payment cannot be cancelled.");
  if (payment.status === "Pending") movePayment(state, payment, "Cancelled", now);
  else if (canMove(payment, "PendingCancel")) movePayment(state, payment, "PendingCancel", now);
  else throw new Refusal(422, `A ${payment.status} payment cannot be cancelled.`);
  const effect = payment.status === "Cancelled" ? "payment.cancelled" : "payment.cancel-requested";
  return { status: 200, body: showPayment(state, payment), effect: `${effect} ${payment.id}` };
}
