import type { SimClock } from "../kit/clock";
import type { Carry } from "../kit/simulator";
import type { EventTry, State, WebEvent } from "./state";

const ANSWER_WITHIN_MS = 3_000;
const BETWEEN_TRIES_MS = 60_000;

interface Postman {
  /** Sends every waiting event whose time has come, one after the other; settles when none is left. */
  deliver(): Promise<void>;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

const overHttp: Carry = async ({ method, url, headers, body }, timeoutMs, signal) => {
  const answer = await fetch(url, {
    method,
    headers,
    body: new Uint8Array(body),
    redirect: "manual",
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  return { status: answer.status, text: await answer.text() };
};

/** Posts the queued web events. No signature and no event id: none is published. */
export function startPostman(
  state: State,
  clock: SimClock,
  save: () => void,
  carry: Carry = overHttp,
): Postman {
  const closing = new AbortController();
  let current: Promise<void> = Promise.resolve();
  let busy = false;

  async function post(url: string, body: string): Promise<EventTry> {
    const at = clock.now().toISOString();
    try {
      const answer = await carry(
        {
          method: "POST",
          url,
          headers: { "content-type": "application/json; charset=utf-8" },
          body: Buffer.from(body, "utf8"),
        },
        ANSWER_WITHIN_MS,
        closing.signal,
      );
      return { at, status: answer.status, error: null };
    } catch (error) {
      return { at, status: null, error: String(error) };
    }
  }

  async function send(event: WebEvent, url: string): Promise<void> {
    let taken = false;
    for (let copy = 0; copy < state.settings.eventCopies; copy += 1) {
      const one = await post(url, event.body);
      // Broken off by a stop: it still waits, and goes out after the next start.
      if (closing.signal.aborted) return;
      event.tries.push(one);
      taken ||= one.status !== null && one.status >= 200 && one.status < 300;
    }
    event.triesLeft -= 1;
    event.nextTryAt = null;
    if (taken) event.state = "delivered";
    else if (event.triesLeft <= 0) event.state = "failed";
    else event.nextTryAt = new Date(clock.now().getTime() + BETWEEN_TRIES_MS).toISOString();
  }

  function due(): WebEvent[] {
    const now = clock.now().toISOString();
    const waiting = state.events.filter(
      (one) => one.state === "waiting" && one.nextTryAt !== null && one.nextTryAt <= now,
    );
    return state.settings.eventOrder === "reversed" ? waiting.toReversed() : waiting;
  }

  async function run(): Promise<void> {
    busy = true;
    try {
      for (let batch = due(); batch.length > 0 && !closing.signal.aborted; batch = due()) {
        for (const event of batch) if (event.url !== null) await send(event, event.url);
        save();
      }
    } finally {
      busy = false;
    }
  }

  return {
    deliver: () => {
      if (!busy) current = run();
      return current;
    },
    close: async () => {
      closing.abort();
      await current;
    },
  };
}
