import type { SimAnswer } from "../kit/simulator";
import type { Call } from "./call";
import { Refusal } from "./refusal";
import type { Settings } from "./settings";
import { nextSeq, type State, type WebEvent } from "./state";

const EVENTS_KEPT = 20_000;
/** Nothing leaves this machine. */
const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

interface Happening {
  at: Date;
  merchant: string;
  objectType: "mandate" | "payment";
  eventType: string;
  handle: string;
  /** The object as it is at that moment; asked for only when `data` carries it. */
  object(): unknown;
}

function dataOf(happening: Happening, form: Settings["dataForm"]): unknown {
  if (form === "handle") return happening.handle;
  return form === "object" ? happening.object() : JSON.stringify(happening.object());
}

/** With one digit of a second, as in the published samples. */
const timeStampOf = (at: Date) => `${at.toISOString().slice(0, 21)}Z`;

/** Notes a web event for sending: exactly the four fields of https://docs.debitdirect.io/web-events/introduction */
export function queueEvent(state: State, happening: Happening): void {
  const { settings } = state;
  const n = nextSeq(state);
  const url = state.merchants.find((one) => one.handle === happening.merchant)?.webhookUrl ?? null;
  const lost = settings.loseEvents > 0 && n % settings.loseEvents === 0;
  const timeStamp = timeStampOf(happening.at);
  const waits = url !== null && !lost;
  const { merchant, objectType, eventType, handle } = happening;
  const event: WebEvent = {
    n,
    merchant,
    objectType,
    eventType,
    handle,
    timeStamp,
    body: JSON.stringify({ objectType, eventType, timeStamp, data: dataOf(happening, settings.dataForm) }),
    url,
    state: waits ? "waiting" : url === null ? "no-address" : "lost",
    nextTryAt: waits ? happening.at.toISOString() : null,
    triesLeft: settings.webhookTries,
    tries: [],
  };
  state.events.push(event);
  if (state.events.length > EVENTS_KEPT) state.events.shift();
}

/** Puts one event back in the queue, for the address subscribed now; settings that lose events do not touch it. */
export function resendEvent(state: State, n: number, now: Date): WebEvent {
  const event = state.events.find((one) => one.n === n);
  if (!event) throw new Refusal(404, `There is no event ${n}.`);
  const url = state.merchants.find((one) => one.handle === event.merchant)?.webhookUrl;
  if (!url) throw new Refusal(422, "This merchant has no webhook address.");
  event.url = url;
  event.state = "waiting";
  event.nextTryAt = now.toISOString();
  event.triesLeft = state.settings.webhookTries;
  return event;
}

/** `POST /merchants/webhooks/subscribe`: one address per API key, the last one counts. The answer is our choice. */
export function subscribe(call: Call): SimAnswer {
  const text = call.body().need("webhookUrl");
  if (!URL.canParse(text)) throw new Refusal(422, "webhookUrl is not an address.");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Refusal(422, "webhookUrl must be an http or https address.");
  if (!LOOPBACK.has(url.hostname))
    throw new Refusal(422, "This simulator sends only to addresses on this machine.");
  call.merchant.webhookUrl = text;
  return { status: 200, body: { webhookUrl: text }, effect: `webhook.subscribed ${call.merchant.handle}` };
}
