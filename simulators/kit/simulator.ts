import type { SimClock } from "./clock";
import { type Fault, Faults } from "./faults";
import { type JournalEntry, openJournal } from "./journal";

export interface SimRequest {
  method: string;
  /** Path as received, without the query. */
  path: string;
  url: URL;
  headers: Record<string, string>;
  /** Exactly the bytes that came. */
  raw: Buffer;
}

export interface SimAnswer {
  status: number;
  headers?: Record<string, string>;
  /** A string goes out as it is; anything else as JSON. */
  body?: unknown;
  /** What this request changed, for the journal: the judge of "was it sent twice". */
  effect?: string;
}

/** An answer as it stands on the wire. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What becomes of an answer on its way out: `half` of its body arrives, or none of it, with the line cut or left open. */
export type Served =
  | { kind: "whole" | "half"; answer: WireAnswer; delayMs: number }
  | { kind: "cut" }
  | { kind: "silence" };

/** A message of the provider's own, to whoever listens at an address. */
export interface Outgoing {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Takes a message there and brings back what was said to it; throws when nothing was, in time or at all. */
export type Carry = (
  message: Outgoing,
  timeoutMs: number,
  signal: AbortSignal,
) => Promise<{ status: number; text: string }>;

export interface SimulatorOptions {
  name: string;
  clock: SimClock;
  /** The provider's own surface. */
  handle(request: SimRequest): SimAnswer | Promise<SimAnswer>;
  /** Control routes under `/_sim/…` beside those of the kit; undefined means "not mine". */
  control?(request: SimRequest): SimAnswer | undefined | Promise<SimAnswer | undefined>;
  /** The page at `/_sim` that drives it. */
  page(): string;
  /** Called about twice a second, and after the clock was moved, so that due things happen. */
  tick?(): void | Promise<void>;
  reset?(): void;
  /** Breaks off what is under way outside of requests. */
  stop?(): Promise<void>;
}

/** A provider without a socket: bytes in, bytes out, and a journal of what they did. */
export interface Simulator {
  name: string;
  clock: SimClock;
  faults: Faults;
  journal: readonly JournalEntry[];
  /** Takes one request in. Throws on a fault of its own. */
  respond(request: SimRequest): Promise<Served>;
  /** Lets everything that is due by the clock happen now. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** The number of an entry that somebody has read up to; null when it is none. */
function readSince(url: URL): number | null {
  const text = url.searchParams.get("since") ?? "0";
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function asText(body: unknown): string {
  if (body === undefined) return "";
  return typeof body === "string" ? body : JSON.stringify(body);
}

/** The bytes of an answer, with the headers that every answer has. */
export function onTheWire(answer: SimAnswer, clock: SimClock): WireAnswer {
  const body = Buffer.from(asText(answer.body), "utf8");
  return {
    status: answer.status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      // A caller may measure by it how far its clock is off: it shows this world's time, not the machine's.
      date: clock.now().toUTCString(),
      ...answer.headers,
      "content-length": String(body.length),
    },
    body,
  };
}

const inPlaceOf = (fault: Fault): SimAnswer => ({
  status: fault.status ?? 500,
  headers: fault.headers ?? {},
  body: fault.body ?? "",
});

/** Puts a provider's surface together with the journal, the faults and the control routes that every simulator has. */
export function openSimulator(options: SimulatorOptions): Simulator {
  const { clock } = options;
  const faults = new Faults();
  const journal = openJournal();
  const settle = async () => {
    await options.tick?.();
  };
  const whole = (answer: SimAnswer, delayMs = 0): Served => ({
    kind: "whole",
    answer: onTheWire(answer, clock),
    delayMs,
  });

  async function moveClock(input: { set?: unknown; advance_ms?: unknown }): Promise<SimAnswer> {
    // { "set": instant } or { "advance_ms": number }
    const target =
      typeof input.set === "string"
        ? new Date(input.set)
        : new Date(clock.now().getTime() + Number(input.advance_ms));
    if (Number.isNaN(target.getTime()))
      return { status: 422, body: { error: "set or advance_ms is needed" } };
    clock.set(target);
    await settle();
    return { status: 200, body: { now: clock.now().toISOString() } };
  }

  function effects(request: SimRequest): SimAnswer {
    const since = readSince(request.url);
    return since === null
      ? { status: 422, body: { error: "since must be the number of an entry" } }
      : { status: 200, body: journal.effectsSince(since) };
  }

  async function control(request: SimRequest): Promise<SimAnswer> {
    const own = await options.control?.(request);
    if (own) return own;
    const input = request.raw.length > 0 ? JSON.parse(request.raw.toString("utf8")) : {};
    switch (`${request.method} ${request.path}`) {
      case "GET /_sim":
        return { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: options.page() };
      case "GET /_sim/clock":
        return { status: 200, body: { now: clock.now().toISOString() } };
      case "POST /_sim/clock":
        return moveClock(input);
      case "GET /_sim/journal":
        return { status: 200, body: journal.entries };
      case "GET /_sim/effects":
        return effects(request);
      case "GET /_sim/faults":
        return { status: 200, body: faults.list() };
      case "POST /_sim/faults":
        faults.arm({ times: 1, ...input });
        return { status: 200, body: faults.list() };
      case "DELETE /_sim/faults":
        faults.clear();
        return { status: 200, body: [] };
      case "POST /_sim/reset":
        journal.forget();
        faults.clear();
        options.reset?.();
        return { status: 200, body: {} };
      default:
        return { status: 404, body: { error: "no such control route" } };
    }
  }

  function note(request: SimRequest, answer: SimAnswer, fault: Fault | undefined): void {
    journal.note({
      at: clock.now().toISOString(),
      method: request.method,
      path: request.path,
      query: request.url.search,
      headers: request.headers,
      request: request.raw.toString("utf8"),
      status: answer.status,
      answer: asText(answer.body),
      effect: answer.effect ?? null,
      fault: fault?.kind ?? null,
    });
  }

  async function respond(request: SimRequest): Promise<Served> {
    if (request.path === "/_sim" || request.path.startsWith("/_sim/")) return whole(await control(request));
    const fault = faults.take(request.method, request.path);
    if (fault?.kind === "cut-before") {
      note(request, { status: 0 }, fault);
      return { kind: "cut" };
    }
    if (fault?.kind === "status") {
      const answer = inPlaceOf(fault);
      note(request, answer, fault);
      return whole(answer);
    }
    const answer = await options.handle(request);
    note(request, answer, fault);
    switch (fault?.kind) {
      case "cut-after":
        return { kind: "cut" };
      case "cut-in-body":
        return { kind: "half", answer: onTheWire(answer, clock), delayMs: 0 };
      case "hang":
        return { kind: "silence" };
      case "status-after":
        return whole(inPlaceOf(fault));
      case "delay":
        return whole(answer, fault.delay_ms ?? 1000);
      default:
        return whole(answer);
    }
  }

  return {
    name: options.name,
    clock,
    faults,
    journal: journal.entries,
    respond,
    settle,
    stop: async () => {
      await options.stop?.();
    },
  };
}
