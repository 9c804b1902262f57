import { randomBytes } from "node:crypto";
import type { SimAnswer, SimRequest } from "../kit/simulator";
import { addAccount } from "./accounts";
import { addMonths, amsterdamDay, daysBetween } from "./calendar";
import { resend } from "./exchange";
import { isRecord } from "./fields";
import { forgetBank } from "./plan";
import { catchUp, changeStatus } from "./progress";
import { bounceRefund } from "./refunds";
import { stornoInstant } from "./schedule";
import { changedLocation, changedSettings } from "./settings";
import { addDue, type Debit, nextNumber, type State, statusOf, type World } from "./state";
import { NO_REASON, statusRow, WRONGFUL } from "./statuses";

type Input = Record<string, unknown>;

const ok = (body: unknown): SimAnswer => ({ status: 200, body });
const refuse = (status: 404 | 409 | 422, error: string): SimAnswer => ({ status, body: { error } });

/** A whole number from JSON or from a form; null when it was left out, undefined when it is none. */
function whole(raw: unknown): number | null | undefined {
  if (raw === undefined || raw === null || raw === "") return null;
  const value = typeof raw === "string" ? Number(raw) : raw;
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function readSettings(state: State) {
  const locations = Object.values(state.locations).map((one) => [one.code, one.settings]);
  return { ...state.settings, locations: Object.fromEntries(locations) };
}

/** `{ …settings, locations: { "SL-…": { … } } }`, all or nothing. */
function changeSettings(state: State, input: Input): SimAnswer {
  const { locations = {}, ...own } = input;
  if (!isRecord(locations)) return refuse(422, "locations must be an object by sales location");
  try {
    const settings = changedSettings(state.settings, own);
    const changed = Object.entries(locations).map(([code, some]) => {
      const location = state.locations[code];
      if (!location || !isRecord(some)) throw new Error(`${code} is not a sales location with settings`);
      return { location, settings: changedLocation(location.settings, some) };
    });
    state.settings = settings;
    for (const one of changed) one.location.settings = one.settings;
  } catch (error) {
    return refuse(422, error instanceof Error ? error.message : String(error));
  }
  return ok(readSettings(state));
}

/**
 * Scheme rules: 8 weeks for any reason, 13 months for a debit without a mandate.
 * Source: https://developer.pay.nl/docs/exchanges-direct-debits-mandates (56 days) and the SEPA Core rulebook.
 */
function stornoTooLate(debit: Debit, decline: number, today: string): boolean {
  const collected = amsterdamDay(new Date(debit.collectedAt ?? 0));
  if (decline === WRONGFUL) return today > addMonths(collected, 13);
  return daysBetween(collected, today) > 56;
}

function storno(state: State, debit: Debit, input: Input, now: Date): SimAnswer {
  const decline = whole(input.declineCode);
  const afterDays = whole(input.afterDays);
  if (decline === undefined || afterDays === undefined)
    return refuse(422, "declineCode and afterDays are whole numbers");
  if (statusOf(debit)?.code !== 100 || debit.collectedAt === null)
    return refuse(409, "only collected money can be taken back");
  const code = decline ?? NO_REASON;
  const at = afterDays === null ? now : stornoInstant(new Date(debit.collectedAt), afterDays);
  if (stornoTooLate(debit, code, amsterdamDay(at))) return refuse(409, "too long after the collection");
  forgetBank(state, debit);
  if (at <= now) {
    changeStatus(state, debit, 106, now.toISOString(), { decline: code });
  } else {
    const seq = nextNumber(state, "due");
    const due = { at: at.toISOString(), seq, kind: "status", debit: debit.code, code: 106 } as const;
    addDue(state, { ...due, decline: code, day: null });
  }
  return ok(debit);
}

/** What a person does to one debit. */
function debitAction(state: State, debit: Debit, action: string, input: Input, now: Date): SimAnswer {
  if (action === "storno") return storno(state, debit, input, now);
  const at = now.toISOString();
  const decline = whole(input.declineCode);
  if (decline === undefined) return refuse(422, "declineCode is a whole number");
  if (action === "status") {
    const code = whole(input.code);
    if (code === undefined || code === null) return refuse(422, "code is a whole number");
    changeStatus(state, debit, code, at, { decline });
    return ok(debit);
  }
  if (statusRow(statusOf(debit)?.code ?? 91).settled) return refuse(409, "the debit has its result already");
  if (action === "refuse") changeStatus(state, debit, 127, at, { decline: decline ?? NO_REASON });
  else changeStatus(state, debit, 100, at);
  return ok(debit);
}

function credentials(state: State, input: Input): SimAnswer {
  const { user, secret, merchant, directDebit } = input;
  if (typeof user !== "string" || !/^(AT|SL)-\d{4}-\d{4}$/.test(user))
    return refuse(422, "user must be AT-####-#### or SL-####-####");
  if (input.revoked === true || input.revoked === "true") {
    delete state.credentials[user];
    return ok({ user, revoked: true });
  }
  if (merchant !== undefined && (typeof merchant !== "string" || !/^M-\d{4}-\d{4}$/.test(merchant)))
    return refuse(422, "merchant must be M-####-####");
  const own = typeof secret === "string" && secret !== "" ? secret : randomBytes(20).toString("hex");
  const right = directDebit !== false && directDebit !== "false";
  const account = { user, secret: own, directDebit: right };
  return ok(addAccount(state, merchant === undefined ? account : { ...account, merchant }));
}

/** The next instant at which something happens: the bank, PAY itself, or an exchange call. */
function nextInstant(state: State, now: Date): string | undefined {
  const instants = [...state.due.map((one) => one.at), ...state.waiting.map((one) => one.dueAt)];
  return instants.filter((at) => at > now.toISOString()).sort()[0];
}

function advance(world: World, input: Input): SimAnswer {
  const now = world.clock.now();
  const days = whole(input.days);
  if (typeof days === "number") world.clock.set(new Date(now.getTime() + days * 86_400_000));
  else if (input.to === "next") {
    const at = nextInstant(world.store.state, now);
    if (at === undefined) return refuse(409, "nothing is coming");
    world.clock.set(new Date(at));
  } else return refuse(422, 'days, or to: "next", is needed');
  return ok({ now: world.clock.now().toISOString() });
}

function get(state: State, path: string): SimAnswer | undefined {
  switch (path) {
    case "/_sim/settings":
      return ok(readSettings(state));
    case "/_sim/mandates":
      return ok(Object.values(state.mandates));
    case "/_sim/debits":
      return ok(Object.values(state.debits).map((one) => ({ ...one, status: statusOf(one)?.code ?? null })));
    case "/_sim/refunds":
      return ok(Object.values(state.refunds));
    case "/_sim/credentials":
      return ok(Object.values(state.credentials));
    case "/_sim/deliveries":
      return ok([...state.finished, ...state.waiting].sort((a, b) => a.n - b.n));
    default:
      return undefined;
  }
}

function post(world: World, path: string, input: Input): SimAnswer | undefined {
  const { state } = world.store;
  const now = world.clock.now();
  if (path === "/_sim/settings") return changeSettings(state, input);
  if (path === "/_sim/credentials") return credentials(state, input);
  if (path === "/_sim/advance") return advance(world, input);
  const [, place, code = "", action = ""] = /^\/_sim\/(\w+)\/([\w-]+)(?:\/(\w+))?$/.exec(path) ?? [];
  if (place === "settings" && action === "") return changeSettings(state, { locations: { [code]: input } });
  if (place === "debits" && ["storno", "refuse", "collect", "status"].includes(action)) {
    const debit = state.debits[code];
    return debit ? debitAction(state, debit, action, input, now) : refuse(404, "no such debit");
  }
  if (place === "refunds" && action === "storno") {
    const done = bounceRefund(state, code, now.toISOString());
    return done ? ok(state.refunds[code]) : refuse(409, "no refund that has left");
  }
  if (place === "deliveries" && action === "resend") {
    const call = resend(state, Number(code), now);
    return call ? ok(call) : refuse(404, "no such call");
  }
  return undefined;
}

/**
 * The control routes beside those of the kit; undefined for a path that is none of them. After `POST /_sim/advance`
 * everything due has happened and has been told, as after the kit's own clock route.
 */
export async function control(
  world: World,
  request: SimRequest,
  settle: () => Promise<void>,
): Promise<SimAnswer | undefined> {
  catchUp(world);
  if (request.method === "GET") return get(world.store.state, request.path);
  if (request.method !== "POST") return undefined;
  let input: unknown = {};
  try {
    if (request.raw.length > 0) input = JSON.parse(request.raw.toString("utf8"));
  } catch {
    return refuse(422, "the body is not JSON");
  }
  const answer = post(world, request.path, isRecord(input) ? input : {});
  if (answer) world.store.save();
  if (answer?.status === 200 && request.path === "/_sim/advance") await settle();
  return answer;
}
