import type { Call, Exchange, WireRequest, WireResult } from "@/lib/providers/contract";
import { REQUEST_LIFE_MS } from "@/lib/submissions/states";
import type { Served, SimRequest, Simulator, WireAnswer } from "@/simulators/kit/simulator";
import type { Dice } from "./dice";
import type { Scheduler } from "./scheduler";

/** How long our side waits for an answer; lib/providers/transport.ts has the same. */
const TIMEOUT_MS = 10_000;

/** What may become of one request on its way. `before` and `after` say whether the provider has acted by then. */
export const fates = {
  refused: 3,
  lost: 2,
  reset_before: 1,
  timeout_after: 3,
  reset_after: 3,
  truncated: 2,
  cut_unseen: 2,
  slow: 3,
  late: 3,
  reset_late: 3,
  twice: 1,
  rate: 2,
  error_before: 2,
  error_after: 3,
  html: 2,
  garbage: 2,
  html_before: 1,
} as const;
export type Fates = Record<keyof typeof fates, number>;
type FateName = keyof Fates | "delivered";

/** A time in which a provider does not answer as it should. */
export interface Trouble {
  kind: "refuses" | "silent" | "unavailable" | "credential";
  from: number;
  until: number;
}

export interface Weather {
  /** The share of requests to which something happens. */
  harshness: number;
  fates: Fates;
  troubles: Trouble[];
  /** Bytes that arrive twice have twice the effect where a provider has no key for them: no caller can help that. */
  mayArriveTwice: boolean;
  noted(fate: string): void;
  /** Looks at a write at the very moment at which it leaves. */
  leaves(request: WireRequest): Promise<void>;
}

const html = "<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>";
const junk = [
  "",
  "null",
  "{",
  "[]",
  '"ok"',
  "\u0000\u0001",
  '{"status":{}}',
  '{"id":1,"amount":"1e3"}',
  "TRUE|",
];

type Answered = Extract<WireResult, { kind: "answered" }>;

const answered = (
  status: number,
  body: string,
  headers: Record<string, string> = { "content-type": "text/html" },
): Answered => ({ kind: "answered", status, headers, body });

const fromWire = ({ status, headers, body }: WireAnswer): Answered => ({
  kind: "answered",
  status,
  headers,
  body: body.toString("utf8"),
});

function toProvider(request: WireRequest): SimRequest {
  const url = new URL(request.url);
  const raw = Buffer.from(request.body ?? "", "utf8");
  const headers: Record<string, string> = { host: url.host, connection: "close" };
  for (const [name, value] of Object.entries(request.headers)) headers[name.toLowerCase()] = value;
  if (request.method !== "GET") headers["content-length"] = String(raw.length);
  return { method: request.method, path: url.pathname, url, headers, raw };
}

/** The request as it is with a credential that the provider no longer takes. */
function withOldCredential(request: WireRequest): WireRequest {
  const old = Object.entries(request.headers).map(([name, value]) => [
    name,
    name.toLowerCase() === "authorization"
      ? value.replace(/^(Basic ).*/, "$1b2xkOg==").replace(/(oauth_consumer_key=")[^"]*/, "$1old")
      : value,
  ]);
  return { ...request, headers: Object.fromEntries(old) };
}

/** Betalingsservice searches by POST, which changes nothing. */
const isWrite = ({ method, url }: WireRequest): boolean => method !== "GET" && !url.endsWith("/searches");

/** The way between the desk and one provider, in virtual time and with everything that may happen on it. */
export class Network {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly dice: Dice,
    private readonly provider: Simulator,
    private readonly weather: Weather,
  ) {}

  readonly call: Call = async (request, _environment, now) => {
    const sentAt = now();
    const began = this.scheduler.now;
    if (isWrite(request) && !this.scheduler.calm) await this.weather.leaves(request);
    const fate = this.fateOf(request);
    if (fate !== "delivered") this.weather.noted(fate);
    const name = `${request.method} ${new URL(request.url).pathname}`;
    this.scheduler.note(`SENDS ${name}${fate === "delivered" ? "" : ` [${fate}]`}`);
    const result = await this.send(request, fate);
    const said = result.kind === "answered" ? `${result.status}` : `${result.kind} ${result.cause}`;
    this.scheduler.note(`HEARS ${said} to ${name}`);
    const done: Exchange = { request, sentAt, ms: this.scheduler.now - began, result };
    return done;
  };

  private trouble(): Trouble | undefined {
    const { now } = this.scheduler;
    return this.weather.troubles.find((one) => one.from <= now && now < one.until);
  }

  private fateOf(request: WireRequest): FateName | Trouble["kind"] {
    if (this.scheduler.calm) return "delivered";
    const trouble = this.trouble();
    if (trouble) return trouble.kind;
    // Most calls read; what matters are the others.
    const share = !isWrite(request) ? this.weather.harshness : Math.sqrt(this.weather.harshness);
    if (!this.dice.chance(share)) return "delivered";
    const fate = this.dice.weighted(this.weather.fates);
    const keyless = isWrite(request) && !this.weather.mayArriveTwice;
    return fate === "twice" && keyless ? "late" : fate;
  }

  /** Waits, comes to the provider, and waits for its answer. The way goes on when the sender has died. */
  private async deliver(request: WireRequest, delayMs: number, answerMs: number): Promise<Served | null> {
    const { scheduler } = this;
    let served: Served | null = null;
    const answer = scheduler.waitUntil(scheduler.now + TIMEOUT_MS, "has waited long enough");
    scheduler.at(scheduler.now + delayMs, () => {
      void scheduler.outside(async () => {
        const done = await this.provider.respond(toProvider(request));
        // Its own messages about it may be faster than its answer.
        if (!scheduler.calm && this.dice.chance(0.5)) await this.provider.settle();
        scheduler.at(scheduler.now + answerMs, () => {
          served = done;
          answer.release();
        });
      });
    });
    await answer.done;
    return served;
  }

  private async after(ms: number, result: WireResult): Promise<WireResult> {
    await this.scheduler.sleep(ms);
    return result;
  }

  private async send(request: WireRequest, fate: FateName | Trouble["kind"]): Promise<WireResult> {
    const { dice } = this;
    const there = dice.spread(2, 400);
    const back = dice.spread(2, 400);
    const lost = (cause: "timeout" | "reset"): WireResult => ({
      kind: "lost",
      cause,
      detail: cause,
    });
    const arrives = async (delayMs = there) => {
      const served = await this.deliver(request, delayMs, back);
      return served?.kind === "whole" ? fromWire(served.answer) : lost("timeout");
    };
    const retry = { "retry-after": String(dice.pick([1, 30, 600, 3600])) };
    switch (fate) {
      case "refuses":
      case "refused":
        return this.after(there, { kind: "not_sent", cause: "ECONNREFUSED" });
      case "silent":
      case "lost":
        return this.after(TIMEOUT_MS, lost("timeout"));
      case "reset_before":
        return this.after(there, lost("reset"));
      case "unavailable":
      case "error_before":
        return this.after(
          there,
          answered(dice.pick([500, 502, 503, 504]), html, dice.chance(0.5) ? retry : {}),
        );
      case "rate":
        return this.after(there, answered(429, "", dice.chance(0.7) ? retry : {}));
      case "html_before":
        return this.after(there, answered(200, html));
      case "credential":
        return this.send(withOldCredential(request), "delivered");
      case "slow":
        return arrives(dice.spread(400, TIMEOUT_MS * 1.2));
      case "late":
        return arrives(dice.spread(TIMEOUT_MS, REQUEST_LIFE_MS - 1));
      case "reset_late":
        // Whoever stands in between has let go of us, and not of what we said.
        void this.deliver(request, dice.spread(1_000, REQUEST_LIFE_MS - 1), back);
        return this.after(there, lost("reset"));
      case "twice":
        this.scheduler.at(this.scheduler.now + dice.spread(1, REQUEST_LIFE_MS - 1), () => {
          void this.scheduler.outside(() => this.provider.respond(toProvider(request)));
        });
        return arrives();
      case "delivered":
        return arrives();
      default:
        return this.spoil(fate, await arrives(), lost);
    }
  }

  /** The provider has acted; its answer comes to harm. */
  private spoil(
    fate: Exclude<FateName, "delivered">,
    result: WireResult,
    lost: (cause: "timeout" | "reset") => WireResult,
  ): WireResult {
    if (result.kind !== "answered") return result;
    const { dice } = this;
    switch (fate) {
      case "timeout_after":
        return lost("timeout");
      case "truncated":
        return lost("reset");
      case "cut_unseen":
        // Without an announced length nobody sees that the line was cut.
        return { ...result, body: result.body.slice(0, dice.below(result.body.length + 1)) };
      case "error_after":
        return answered(dice.pick([500, 502, 503, 504]), dice.chance(0.5) ? html : "");
      case "html":
        return answered(result.status, html);
      case "garbage":
        return { ...result, body: dice.pick(junk) };
      default:
        return lost("reset");
    }
  }
}
