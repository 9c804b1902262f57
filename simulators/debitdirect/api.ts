import type { SimAnswer, SimRequest } from "../kit/simulator";
import { createAgreement, getAgreement, listAgreements } from "./agreements";
import { readBody } from "./body";
import { type Call, findRoute, type Route } from "./call";
import { createCustomer, getCustomer, listCustomers, updateCustomer } from "./customers";
import { subscribe } from "./events";
import { onceFor, readKey } from "./idempotency";
import { listMandates } from "./mandates";
import { readQuery } from "./paging";
import { cancelPayment, createPayment, getPayment, listPayments } from "./payments";
import { Refusal, refusalAnswer } from "./refusal";
import type { Merchant, State } from "./state";

/** `GET /me`: its answer is not published. */
function me(call: Call): SimAnswer {
  return { status: 200, body: { handle: call.merchant.handle, name: call.merchant.name, test: true } };
}

const routes: readonly Route<Call>[] = [
  { method: "GET", path: "/me", answer: me },
  { method: "POST", path: "/merchants/agreements", answer: createAgreement },
  { method: "GET", path: "/merchants/agreements", answer: listAgreements },
  { method: "GET", path: "/merchants/agreements/{handle}", answer: getAgreement },
  { method: "POST", path: "/merchants/webhooks/subscribe", answer: subscribe },
  { method: "GET", path: "/customers/mandates", answer: listMandates },
  { method: "GET", path: "/customers", answer: listCustomers },
  { method: "GET", path: "/customers/{idOrHandle}", answer: getCustomer },
  { method: "POST", path: "/customers", answer: createCustomer },
  { method: "PUT", path: "/customers/{idOrHandle}", answer: updateCustomer },
  { method: "POST", path: "/payments", answer: createPayment },
  { method: "GET", path: "/payments", answer: listPayments },
  { method: "GET", path: "/payments/{idOrHandle}", answer: getPayment },
  { method: "DELETE", path: "/payments/{idOrHandle}", answer: cancelPayment },
];

/** HTTP Basic with the API key as user and an empty password. https://devs.debitdirect.io/getting-started/authentication */
function authenticate(state: State, request: SimRequest): Merchant {
  const found = /^basic ([a-z0-9+/]+={0,2})$/i.exec(request.headers.authorization ?? "");
  const pair = Buffer.from(found?.[1] ?? "", "base64").toString("utf8");
  const merchant = state.merchants.find((one) => `${one.apiKey}:` === pair);
  if (!merchant) throw new Refusal(401, "The API key is missing or not known.");
  return merchant;
}

function answerTo(call: Omit<Call, "param">, request: SimRequest): SimAnswer {
  try {
    const match = findRoute(routes, request.method, request.path);
    if (!match) throw new Refusal(404, "There is nothing at this address.");
    return match.route.answer({ ...call, param: match.param });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

/** The provider's surface over a state. Answers at once, so two calls never run into each other. */
export function openApi(state: State) {
  /** Times of the calls of the last second, by merchant. */
  const recent = new Map<string, number[]>();

  function overLimit(merchant: string, now: Date): boolean {
    const limit = state.settings.rateLimitPerSecond;
    if (limit === 0) return false;
    const since = now.getTime() - 1000;
    const calls = (recent.get(merchant) ?? []).filter((at) => at > since && at <= now.getTime());
    const over = calls.length >= limit;
    if (!over) calls.push(now.getTime());
    recent.set(merchant, calls);
    return over;
  }

  function tooMany(): SimAnswer {
    const answer = refusalAnswer(new Refusal(429, "Too many requests."));
    return state.settings.retryAfter === "sent" ? { ...answer, headers: { "retry-after": "1" } } : answer;
  }

  return (request: SimRequest, now: Date): SimAnswer => {
    try {
      const merchant = authenticate(state, request);
      merchant.lastVersion = request.headers["x-version"] ?? null;
      const idempotencyKey = request.method === "GET" ? null : readKey(request.headers);
      const call = {
        state,
        merchant,
        now,
        query: readQuery(request.url),
        idempotencyKey,
        body: () => readBody(request),
      };
      return onceFor(state, merchant.handle, idempotencyKey, now, () =>
        overLimit(merchant.handle, now) ? tooMany() : answerTo(call, request),
      );
    } catch (error) {
      if (error instanceof Refusal) return refusalAnswer(error);
      throw error;
    }
  };
}
