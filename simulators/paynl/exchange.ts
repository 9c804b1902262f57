import { defaultLocationSettings, type LocationSettings } from "./settings";
import {
  coin,
  type Debit,
  type ExchangeCall,
  locationOf,
  type Mandate,
  nextNumber,
  type Payload,
  type State,
  statusOf,
} from "./state";
import { statusRow } from "./statuses";

/** What a call tells of. */
interface About {
  mandate: Mandate;
  debit: Debit;
  action: string;
  at: string;
}

/** The log keeps this many finished calls. */
const LOG_KEEPS = 20_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

function later(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}

/** Cents as an exchange call writes them: `3275` is `32.75`. */
export function euros(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}

/**
 * The flat fields of an exchange call, all of them strings.
 * Source: https://developer.pay.nl/docs/exchanges-direct-debits-mandates
 * A general payment or refund call names the order only; whether it names the debit as well is not published.
 */
function incassoFields(
  { mandate, debit, action }: Pick<About, "mandate" | "debit" | "action">,
  cents: number,
  idNames: LocationSettings["idNames"],
): Payload {
  const { stats } = debit;
  const ids: Payload =
    idNames === "current"
      ? { mandateId: mandate.code, referenceId: debit.code }
      : { mandate_id: mandate.code, reference_id: debit.code };
  return {
    action,
    pincode: "",
    website_location_id: "1",
    website_id: "1",
    program_id: "300100",
    promotor_id: stats.promotorId === null ? "" : String(stats.promotorId),
    tool: stats.tool ?? "",
    info: stats.info ?? "",
    object: stats.object ?? "",
    domain_id: stats.domainId ?? "0",
    ip_address: mandate.customer.ipAddress ?? "",
    amount: euros(cents),
    extra1: stats.extra1 ?? "",
    extra2: stats.extra2 ?? "",
    extra3: stats.extra3 ?? "",
    secret: "",
    enduser_id: "0",
    payment_session_id: debit.orderId,
    payment_profile_id: "137",
    product_id: "",
    payment_method_id: "4",
    order_id: debit.orderId,
    ...(action.startsWith("incasso") ? { incasso_id: String(debit.incassoId), ...ids } : {}),
  };
}

/** The second shape seen at receivers: no action, only the status of a transaction. */
function flatObject(mandate: Mandate, debit: Debit): Payload {
  return {
    paymentMethod: { id: 137, name: "Incasso" },
    status: { code: statusOf(debit)?.code ?? 0 },
    description: debit.description ?? "",
    reference: mandate.reference ?? "",
  };
}

/** Only addresses on this machine are ever called. */
function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Puts a call that is over into the log. */
export function fileCall(state: State, call: ExchangeCall): void {
  state.finished.push(call);
  if (state.finished.length > LOG_KEEPS) state.finished.shift();
}

type NewCall = Omit<ExchangeCall, "n" | "state" | "attempts" | "copyOf" | "held">;

function addCall(state: State, call: NewCall, lost: boolean, copyOf: number | null = null): ExchangeCall {
  const added: ExchangeCall = {
    ...call,
    n: nextNumber(state, "call"),
    held: false,
    state: "waiting",
    copyOf,
    attempts: [],
  };
  if (lost) added.state = "lost";
  else if (call.url === null || !isLoopback(call.url)) added.state = "blocked";
  if (added.state === "waiting") state.waiting.push(added);
  else fileCall(state, added);
  return added;
}

/** With the switch for disorder: every other call of a debit stays back until the next one has gone. */
function disorder(state: State, call: ExchangeCall): void {
  const held = state.waiting.find((one) => one.held && one.debit === call.debit && one.url === call.url);
  if (held) {
    held.held = false;
    held.dueAt = later(call.happenedAt, 1000);
  } else {
    call.held = true;
    // Nothing may follow it: then it goes by itself.
    call.dueAt = later(call.happenedAt, 10 * DAY);
  }
}

function payloads(about: About, cents: number, location: LocationSettings): Payload[] {
  const fields = incassoFields(about, cents, location.idNames);
  if (location.shape === "incasso" || !about.action.startsWith("incasso")) return [fields];
  const flat = flatObject(about.mandate, about.debit);
  return location.shape === "flat" ? [flat] : [fields, flat];
}

/** Queues the calls that tell of one thing; the delivery sends them by their time. */
export function announce(
  state: State,
  about: About,
  refund?: { cents: number; exchangeUrl: string | null },
): void {
  const { mandate, debit, action, at } = about;
  const { settings } = state;
  const location = locationOf(state, mandate)?.settings ?? defaultLocationSettings();
  const main = refund?.exchangeUrl ?? mandate.exchangeUrl ?? location.exchangeUrl;
  const lost =
    debit.scenario.calls === "lost" ||
    settings.loseActions.includes("*") ||
    settings.loseActions.includes(action);
  const late = debit.scenario.calls === "late";
  const dueAt = late ? later(at, settings.lateMinutes * MINUTE) : at;
  for (const url of [main, ...location.extraExchangeUrls]) {
    for (const payload of payloads(about, refund?.cents ?? debit.amount.value, location)) {
      const { serviceId } = mandate;
      const call = { action, mandate: mandate.code, debit: debit.code, serviceId, url, payload };
      const first = addCall(state, { ...call, happenedAt: at, dueAt }, lost);
      if (settings.outOfOrder && first.state === "waiting") disorder(state, first);
      const copies = settings.duplicates + (late ? 1 : 0);
      for (let copy = 1; copy <= copies; copy += 1) {
        addCall(state, { ...call, happenedAt: at, dueAt: later(first.dueAt, copy * 1000) }, lost, first.n);
      }
    }
  }
}

/** Tells of a debit's newest status. Collected money is told twice, in an order PAY does not fix. */
export function announceStatus(state: State, mandate: Mandate, debit: Debit, code: number, at: string): void {
  const { action } = statusRow(code);
  if (action === "delete" && !state.settings.sendDelete) return;
  const actions = [`incasso${action}`];
  if (action === "collected") {
    const { collectedOrder } = state.settings;
    const paymentFirst = collectedOrder === "random" ? coin(state) : collectedOrder === "payment-first";
    if (paymentFirst) actions.unshift("new_ppt");
    else actions.push("new_ppt");
  }
  for (const one of actions) announce(state, { mandate, debit, action: one, at });
}

/** Sends a call once more, whatever became of it. */
export function resend(state: State, n: number, now: Date): ExchangeCall | undefined {
  const call = [...state.finished, ...state.waiting].find((one) => one.n === n);
  if (!call) return undefined;
  return addCall(state, { ...copyable(call), dueAt: now.toISOString() }, false, call.n);
}

function copyable(call: ExchangeCall): NewCall {
  const { action, mandate, debit, serviceId, url, payload, happenedAt, dueAt } = call;
  return { action, mandate, debit, serviceId, url, payload, happenedAt, dueAt };
}
