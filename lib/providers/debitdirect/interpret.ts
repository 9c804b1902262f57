import type {
  CancelPayment,
  CreatePayment,
  Evidence,
  Exchange,
  Intent,
  Outcome,
  Prepared,
  RegisterAgreement,
  SubscribeEvents,
} from "@/lib/providers/contract";
import { interpretAdoption } from "./adopt";
import { compareAgreement } from "./agreement-match";
import { agreementEvidence, cancelSaid, paymentEvidence } from "./map";
import { explain, failureOutcome } from "./refusals";
import {
  isNamed,
  readJson,
  readObject,
  readProblem,
  unwrapSingle,
  type WirePayment,
  wireAgreement,
  wirePayment,
} from "./wire";

const unknown = (detail: string, keySpent = false): Outcome => ({ kind: "unknown", detail, keySpent });
const accepted = (evidence: Evidence): Outcome => ({ kind: "accepted", evidence: [evidence] });

/** The status of an answer that they had saved under this key. */
const REPLAY = 208;

/** What an exchange says about the write that it carried. Pure, and never throws. */
export function interpret(intent: Intent, prepared: Prepared, exchange: Exchange): Outcome {
  const { result } = exchange;
  if (result.kind === "not_sent")
    return { kind: "held", cause: "unreachable", detail: result.cause, retryAfterMs: null };
  if (prepared.method === "GET") return interpretAdoption(intent.agreement, exchange);
  if (result.kind === "lost") return unknown(`${result.cause}: ${result.detail}`);
  const value = readJson(result.body);
  if (result.status < 200 || result.status > 299)
    return failureOutcome(intent.operation, result.status, value);
  const problem = readProblem(value);
  // A replay (208) may carry a saved failure of any kind, and its first status is lost: look, then use a new key.
  if (problem !== null) return unknown(explain(result.status, problem), true);
  const outcome = success(intent, result.status, result.body, value);
  // What a replay does not say now it will never say.
  return outcome.kind === "unknown" && result.status === REPLAY ? { ...outcome, keySpent: true } : outcome;
}

function success(intent: Intent, status: number, body: string, value: unknown): Outcome {
  switch (intent.operation) {
    case "payment.create":
      return created(intent, value);
    case "payment.cancel":
      return cancelled(intent, value);
    case "agreement.register":
      return registered(intent, value);
    case "events.subscribe":
      return subscribed(intent, status, body, value);
    case "mandate.create":
    case "mandate.end":
      return unknown(`${intent.operation} is not offered`);
  }
}

function differences(intent: CreatePayment, payment: WirePayment): string[] {
  const said = payment.mandate;
  const otherMandate =
    said !== null && (said.id ?? said.handle) !== null && !isNamed(said, intent.mandate.providerId ?? "");
  return [
    payment.reference === intent.reference ? "" : "reference",
    payment.amount === intent.amountMinor ? "" : "amount",
    payment.currency?.trim().toUpperCase() === intent.currency ? "" : "currency",
    otherMandate ? "mandate" : "",
  ].filter((one) => one !== "");
}

function created(intent: CreatePayment, value: unknown): Outcome {
  const payment = readObject(wirePayment, unwrapSingle(value));
  if (payment === null) return unknown("the answer is not a payment");
  const other = differences(intent, payment);
  if (other.length > 0) return unknown(`the answer has another ${other.join(", ")}`);
  return accepted(paymentEvidence(payment));
}

function cancelled(intent: CancelPayment, value: unknown): Outcome {
  const payment = readObject(wirePayment, unwrapSingle(value));
  if (payment === null) return unknown("the answer is not a payment");
  if (!isNamed(payment, intent.providerId)) return unknown("the answer is about another payment");
  if (!cancelSaid(payment)) return unknown(`the payment is still ${payment.status ?? "without a status"}`);
  return accepted(paymentEvidence(payment));
}

function registered(intent: RegisterAgreement, value: unknown): Outcome {
  const agreement = readObject(wireAgreement, unwrapSingle(value));
  const evidence = agreement === null ? null : agreementEvidence(agreement);
  if (agreement === null || evidence === null) return unknown("the answer is not an agreement");
  const { different } = compareAgreement(intent.agreement, agreement);
  if (different.length > 0) return unknown(`the answer has another ${different.join(", ")}`);
  return accepted(evidence);
}

/** The answer's shape is not published: an empty body or JSON that does not name another address will do. */
function subscribed(intent: SubscribeEvents, status: number, body: string, value: unknown): Outcome {
  if (body.trim() !== "" && value === undefined) return unknown("the answer cannot be read");
  const other = otherAddress(value, intent.eventsUrl);
  if (other) return unknown("the answer names another address");
  return accepted({
    about: "subscription",
    word: String(status),
    rule: "dd.subscription.accepted",
    at: null,
    reason: null,
  });
}

function otherAddress(value: unknown, ours: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, held]) => name.toLowerCase() === "webhookurl" && typeof held === "string" && held !== ours,
  );
}
