import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { memoryClock } from "../kit/clock";
import type { RunningSimulator } from "../kit/server";
import { startDebitDirect } from "./start";

export const API_KEY = "sk_TESTonly0000000000000000000";

interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The answer as an object; empty when it is none. */
  body: Record<string, unknown>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A text field of an answer; fails the test when it is not there. */
export function textOf(body: unknown, name: string): string {
  const value = isRecord(body) ? body[name] : undefined;
  if (typeof value !== "string") throw new Error(`${name} is not a text in ${JSON.stringify(body)}`);
  return value;
}

/** The objects of a list, from a page or a control route. */
export function rowsOf(answer: Answer): Record<string, unknown>[] {
  const parsed: unknown = JSON.parse(answer.text);
  const list = Array.isArray(parsed) ? parsed : answer.body.results;
  if (!Array.isArray(list)) throw new Error(`no list in ${answer.text}`);
  return list.filter(isRecord);
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  const parsed: unknown = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, body: isRecord(parsed) ? parsed : {} };
}

const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;

interface Options {
  apiKey?: string;
  statePath?: string;
}

/** A running simulator whose clock starts at `at`, with the calls that tests make. Stopped when the test ends. */
export async function openSimulator(at: string, options: Options = {}) {
  const clock = memoryClock(new Date(at));
  const sim = await startDebitDirect({ clock, apiKey: API_KEY, ...options });
  onTestFinished(() => sim.close());
  return talkTo(sim);
}

export function talkTo(sim: RunningSimulator, key: string = API_KEY) {
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init: RequestInit = { method, headers: { authorization: basic(key), ...headers } };
    if (body === undefined) return send(`${sim.url}${path}`, init);
    const content = typeof body === "string" ? body : JSON.stringify(body);
    const merged = { authorization: basic(key), "content-type": "application/json", ...headers };
    return send(`${sim.url}${path}`, { ...init, headers: merged, body: content });
  };
  const control = (path: string, input: object = {}) =>
    send(`${sim.url}/_sim/${path}`, { method: "POST", body: JSON.stringify(input) });
  const look = (path: string) => send(`${sim.url}/_sim${path === "" ? "" : `/${path}`}`, {});

  /** Registers an agreement and lets the scheme confirm it. */
  const agreement = async (scheme: "nets-bs" | "nets-ls" = "nets-bs", test = true) => {
    const numbers = { cvrNumber: "10203040", pbsNumber: "01234567", creditorNumber: "01234567" };
    const made = await call("POST", "/merchants/agreements", { scheme, schemeData: numbers, test });
    const handle = textOf(made.body, "handle");
    await control(`agreements/${handle}/activate`);
    return handle;
  };
  const mandate = async (agreementHandle: string, customerNumber = "100234") =>
    textOf((await control("mandates", { agreement: agreementHandle, customerNumber })).body, "handle");
  const pay = (wish: object, idempotencyKey: string = randomUUID()) =>
    call("POST", "/payments", wish, { "idempotency-key": idempotencyKey });
  return {
    sim,
    call,
    control,
    look,
    agreement,
    mandate,
    pay,
    settings: (input: object) => control("settings", input),
    setClock: (instant: string) => control("clock", { set: instant }),
    effects: () => sim.journal.flatMap((one) => (one.effect === null ? [] : [one.effect])),
  };
}

export type Desk = ReturnType<typeof talkTo>;

/** An active mandate on a test agreement of the scheme. */
export async function withMandate(desk: Desk, scheme: "nets-bs" | "nets-ls" = "nets-bs") {
  return desk.mandate(await desk.agreement(scheme));
}

/** A payment wish against a mandate; `changes` replaces fields. */
export function wishFor(mandate: string, changes: object = {}) {
  return {
    mandate,
    currency: "DKK",
    amount: 49900,
    description: "Membership",
    reference: "INV-1",
    paymentDate: "2024-05-01T00:00:00Z",
    ...changes,
  };
}

/** A real HTTP listener for web events. `answerWith` changes its status for what comes next. */
export async function openReceiver() {
  const received: Record<string, unknown>[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += String(part);
    });
    request.on("end", () => {
      const parsed: unknown = JSON.parse(text);
      if (isRecord(parsed)) received.push(parsed);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/events/secret`,
    received,
    kinds: () => received.map((one) => `${String(one.objectType)} ${String(one.eventType)}`),
    answerWith: (next: number) => {
      status = next;
    },
  };
}
