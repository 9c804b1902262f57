import type { SimClock } from "../kit/clock";
import type { EventTry, State, WebEvent } from "./state";

const ANSWER_WITHIN_MS = 3_000;
const BETWEEN_TRIES_MS = 60_000;

interface Postman {
  /** Sends every waiting event whose time has come, one after the other; settles when none is left. */
  deliver(): Promise<void>;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

/** Posts the queued web events. No signature and no event id: none is published. */
export function startPostman(state: State, clock: SimClock, save: () => void): Postman {
  const closing = new AbortController();
  let current: Promise<void> = Promise.resolve();
  let busy = false;

  async function post(url: string, body: string): Promise<EventTry> {
    const at = clock.now().toISOString();
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body,
        redirect: "manual",
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      });
      await answer.arrayBuffer();
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
