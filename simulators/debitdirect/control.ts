import type { SimAnswer, SimRequest } from "../kit/simulator";
import { activateAgreement, terminateAgreement } from "./agreements";
import { type Body, parseBody } from "./body";
import { byHandle, findRoute, type Route } from "./call";
import { resendEvent } from "./events";
import { activateMandate, cancelMandate, signUp } from "./mandates";
import { movePayment } from "./payment-moves";
import { Refusal } from "./refusal";
import { mergeSettings } from "./settings";
import {
  type Fate,
  type MandateStatus,
  mandateStatuses,
  newMerchant,
  type Owned,
  type Payment,
  type State,
} from "./state";

interface Control {
  state: State;
  now: Date;
  param: string;
  body: Body;
  /** The body as it came, for what is not read field by field. */
  input: object;
}

const DEFAULT_REJECT_TEXT = "Afvist af debitors pengeinstitut";

const done = (body: unknown): SimAnswer => ({ status: 200, body });

function find<T extends Owned & { id?: string }>(items: T[], handle: string, what: string): T {
  const found = items.find((one) => one.handle === handle || one.id === handle);
  if (!found) throw new Refusal(404, `There is no ${what} ${handle}.`);
  return found;
}

function addMerchant({ state, body }: Control): SimAnswer {
  const merchant = newMerchant(body.text("name") ?? `Merchant ${state.merchants.length + 1}`);
  state.merchants.push(merchant);
  return done({ apiKey: merchant.apiKey, handle: merchant.handle, name: merchant.name });
}

function readStatus(body: Body): MandateStatus {
  const text = body.text("status") ?? "Active";
  const status = mandateStatuses.find((one) => one.toLowerCase() === text.toLowerCase());
  if (!status) throw new Refusal(422, `status must be one of ${mandateStatuses.join(", ")}.`);
  return status;
}

function addMandate({ state, body, now }: Control): SimAnswer {
  const wish = {
    agreement: find(state.agreements, body.need("agreement"), "agreement"),
    customerNumber: body.need("customerNumber"),
    customerName: body.text("customerName"),
    status: readStatus(body),
  };
  return done(signUp(state, wish, now));
}

/** What happens when the creditor changes bank: every mandate of an agreement ends at once. */
function cancelAll({ state, body, now }: Control): SimAnswer {
  const agreement = find(state.agreements, body.need("agreement"), "agreement");
  const open = state.mandates.filter(
    (one) => one.agreement === agreement.handle && one.status !== "Cancelled",
  );
  for (const mandate of open) cancelMandate(state, mandate, now);
  return done({ cancelled: open.length });
}

function readFate(body: Body): Fate {
  const outcome = body.need("outcome");
  if (outcome === "reject") return { outcome, statusText: body.text("statusText") ?? DEFAULT_REJECT_TEXT };
  if (outcome === "settle") return { outcome, chargeback: false };
  if (outcome === "timeout") return { outcome };
  throw new Refusal(422, "outcome must be reject, settle or timeout.");
}

const UNDECIDED: readonly Payment["status"][] = ["Pending", "Scheduled", "PendingCancel"];

function mark({ state, body, param }: Control): SimAnswer {
  const payment = find(state.payments, param, "payment");
  if (!UNDECIDED.includes(payment.status)) throw new Refusal(422, `The payment is ${payment.status}.`);
  payment.fate = readFate(body);
  return done(payment);
}

function chargeback({ state, param, now }: Control): SimAnswer {
  const payment = find(state.payments, param, "payment");
  movePayment(state, payment, "Chargeback", now);
  return done(payment);
}

function mandateControl(change: typeof cancelMandate) {
  return ({ state, param, now }: Control): SimAnswer => {
    const mandate = find(state.mandates, param, "mandate");
    change(state, mandate, now);
    return done(mandate);
  };
}

function agreementControl(change: typeof activateAgreement) {
  return ({ state, param }: Control): SimAnswer => {
    const agreement = find(state.agreements, param, "agreement");
    change(agreement);
    return done(agreement);
  };
}

function setSettings(control: Control): SimAnswer {
  control.state.settings = mergeSettings(control.state.settings, control.input);
  return done(control.state.settings);
}

function listMandates({ state }: Control): SimAnswer {
  return done(
    state.mandates.map((one) => ({
      ...one,
      customerNumber: byHandle(state.customers, one.customer).number,
    })),
  );
}

const routes: readonly Route<Control>[] = [
  { method: "GET", path: "/_sim/merchants", answer: ({ state }) => done(state.merchants) },
  { method: "POST", path: "/_sim/merchants", answer: addMerchant },
  { method: "GET", path: "/_sim/agreements", answer: ({ state }) => done(state.agreements) },
  {
    method: "POST",
    path: "/_sim/agreements/{handle}/activate",
    answer: agreementControl(activateAgreement),
  },
  {
    method: "POST",
    path: "/_sim/agreements/{handle}/terminate",
    answer: agreementControl(terminateAgreement),
  },
  { method: "GET", path: "/_sim/mandates", answer: listMandates },
  { method: "POST", path: "/_sim/mandates", answer: addMandate },
  { method: "POST", path: "/_sim/mandates/cancel-all", answer: cancelAll },
  { method: "POST", path: "/_sim/mandates/{handle}/activate", answer: mandateControl(activateMandate) },
  { method: "POST", path: "/_sim/mandates/{handle}/cancel", answer: mandateControl(cancelMandate) },
  { method: "GET", path: "/_sim/payments", answer: ({ state }) => done(state.payments) },
  { method: "POST", path: "/_sim/payments/{handle}/mark", answer: mark },
  { method: "POST", path: "/_sim/payments/{handle}/chargeback", answer: chargeback },
  { method: "GET", path: "/_sim/settings", answer: ({ state }) => done(state.settings) },
  { method: "POST", path: "/_sim/settings", answer: setSettings },
  { method: "GET", path: "/_sim/events", answer: ({ state }) => done(state.events) },
  {
    method: "POST",
    path: "/_sim/events/resend",
    answer: ({ state, body, now }) => done(resendEvent(state, Number(body.get("n")), now)),
  },
];

/** The control routes of this simulator; undefined for those of the kit. */
export function handleControl(state: State, request: SimRequest, now: Date): SimAnswer | undefined {
  const match = findRoute(routes, request.method, request.path);
  if (!match) return undefined;
  try {
    const body = parseBody(request.raw);
    const input: object = request.raw.length > 0 ? JSON.parse(request.raw.toString("utf8")) : {};
    return match.route.answer({ state, now, param: match.param, body, input });
  } catch (error) {
    if (error instanceof Refusal) return { status: error.status, body: { error: error.title } };
    throw error;
  }
}
