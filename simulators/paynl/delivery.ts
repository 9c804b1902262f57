import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Carry, Outgoing } from "../kit/simulator";
import { inOrder } from "./calendar";
import { fileCall } from "./exchange";
import { renderCall } from "./render";
import { defaultLocationSettings, type LocationSettings } from "./settings";
import type { Attempt, ExchangeCall, World } from "./state";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const ANSWER_KEEPS = 2000;
const SAVE_EVERY_MS = 250;

/**
 * Seconds from each failure to the next try. PAY names the schemes (https://developer.pay.nl/docs/retry-schemes) but
 * publishes only some first steps; the rest adds up to the spans it names.
 */
const retrySteps: Record<LocationSettings["retries"], readonly number[]> = {
  none: [],
  once: [5],
  six: [1, 4, 10, 20, 35, 50].map((minutes) => minutes * MINUTE),
  eight: Array.from({ length: 8 }, () => 15 * MINUTE),
  ten: [1, 10, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 10 * HOUR],
  eleven: [
    10,
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    3 * HOUR,
    4 * HOUR,
    5 * HOUR,
    6 * HOUR,
  ],
};

type Outcome = Omit<Attempt, "at">;

/** HTTP 200 and a text that starts with TRUE, or JSON whose `result` is true. */
function isSuccess(status: number, answer: string): boolean {
  if (status !== 200) return false;
  if (answer.startsWith("TRUE")) return true;
  try {
    const parsed: unknown = JSON.parse(answer);
    return typeof parsed === "object" && parsed !== null && "result" in parsed && parsed.result === true;
  } catch {
    return false;
  }
}

/** Redirects are not followed; the time limit covers the whole exchange, in real time. */
const overHttp: Carry = async ({ method, url, headers, body }, timeoutMs, signal) => {
  const start = url.startsWith("https:") ? secureRequest : plainRequest;
  const measured = { ...headers, "content-length": String(body.length) };
  let timer: NodeJS.Timeout | undefined;
  try {
    const request = start(url, {
      method,
      headers: method === "GET" ? headers : measured,
      agent: false,
      signal,
    });
    timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request.once("response", resolve);
      request.on("error", reject);
      request.end(body);
    });
    let text = "";
    for await (const part of response) if (text.length < ANSWER_KEEPS) text += String(part);
    return { status: response.statusCode ?? 0, text };
  } finally {
    clearTimeout(timer);
  }
};

/** One try. */
async function send(carry: Carry, wire: Outgoing, timeoutMs: number, signal: AbortSignal): Promise<Outcome> {
  try {
    const { status, text } = await carry(wire, timeoutMs, signal);
    const answer = text.slice(0, ANSWER_KEEPS);
    return { status, answer, ok: isSuccess(status, answer), error: null };
  } catch (error) {
    return {
      status: null,
      answer: "",
      ok: false,
      error: error instanceof Error ? error.message : String(error),
    };
  }
}

interface Delivery {
  /** Sends everything that is due by the clock, tries again included; ends when nothing is due. */
  drain(): Promise<void>;
  /** Lets go of what is under way: it stays in the queue. */
  stop(): Promise<void>;
}

/** The queue of exchange calls. Nothing in it ever runs inside a request to the API. */
export function openDelivery(world: World, carry: Carry = overHttp): Delivery {
  const { store, clock } = world;
  const stopper = new AbortController();
  const flying = new Set<number>();
  // What fell due while the simulator was not running is tried from now on, not all tries at once.
  const openedAt = clock.now().toISOString();
  let running: Promise<void> | undefined;
  let savedAt = 0;

  function save(always: boolean): void {
    if (!always && performance.now() - savedAt < SAVE_EVERY_MS) return;
    store.save();
    savedAt = performance.now();
  }

  function next(): ExchangeCall | undefined {
    if (stopper.signal.aborted) return undefined;
    const now = clock.now().toISOString();
    let found: ExchangeCall | undefined;
    for (const call of store.state.waiting) {
      if (call.dueAt > now || flying.has(call.n)) continue;
      if (!found || call.dueAt < found.dueAt) found = call;
    }
    return found;
  }

  function finish(call: ExchangeCall, outcome: Outcome, retries: LocationSettings["retries"]): void {
    const { state } = store;
    const place = state.waiting.indexOf(call);
    // Gone by a reset, or cut off because the simulator stops: then it is tried again after the restart.
    if (place === -1 || (stopper.signal.aborted && !outcome.ok)) return;
    const [, own] = inOrder(call.dueAt, openedAt);
    const [at] = inOrder(own, clock.now().toISOString());
    call.attempts.push({ at, ...outcome });
    const wait = retrySteps[retries][call.attempts.length - 1];
    if (!outcome.ok && wait !== undefined) {
      call.dueAt = new Date(Date.parse(at) + wait * 1000).toISOString();
      return;
    }
    call.state = outcome.ok ? "delivered" : "failed";
    state.waiting.splice(place, 1);
    fileCall(state, call);
  }

  async function deliver(call: ExchangeCall): Promise<void> {
    const { state } = store;
    const location = state.locations[call.serviceId]?.settings ?? defaultLocationSettings();
    flying.add(call.n);
    try {
      const wire = renderCall(call, call.url ?? "", location, (code) => state.credentials[code]?.secret);
      finish(call, await send(carry, wire, state.settings.timeoutMs, stopper.signal), location.retries);
    } finally {
      flying.delete(call.n);
    }
    save(false);
  }

  async function work(): Promise<void> {
    for (let call = next(); call; call = next()) await deliver(call);
  }

  async function round(): Promise<void> {
    await Promise.all(Array.from({ length: store.state.settings.parallelCalls }, work));
    save(true);
  }

  async function drain(): Promise<void> {
    while (running || next()) {
      running ??= round().finally(() => {
        running = undefined;
      });
      await running;
    }
  }

  async function stop(): Promise<void> {
    stopper.abort();
    await running;
    store.save();
  }

  return { drain, stop };
}
