import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { memoryClock } from "../kit/clock";
import type { RunningSimulator } from "../kit/server";
import { isRecord } from "./fields";
import { startPaynl } from "./start";

/** A Thursday, 10:58 in Amsterdam. */
const START = "2026-02-12T09:58:00.000Z";
export const token = { user: "AT-1000-2000", secret: "0123456789abcdef0123456789abcdef01234567" };
export const shop = { user: "SL-1000-2000", secret: "89abcdef0123456789abcdef0123456789abcdef" };
export const powerless = { user: "AT-1000-3000", secret: "fedcba9876543210fedcba9876543210fedcba98" };

interface Received {
  method: string;
  url: string;
  headers: Record<string, string>;
  raw: Buffer;
  /** All fields of a query, a form or a flat JSON object. */
  fields: Record<string, string>;
}

interface Receiver {
  url: string;
  calls: Received[];
  /** What it answers to the n-th call (from 0); null is no answer at all. */
  answer: (n: number, call: Received) => { status: number; body: string } | null;
  actions(): string[];
  close(): Promise<void>;
}

async function fieldsOf(
  url: URL,
  headers: Record<string, string>,
  raw: Buffer,
): Promise<Record<string, string>> {
  const fields: Record<string, string> = Object.fromEntries(url.searchParams);
  const type = headers["content-type"] ?? "";
  if (type.startsWith("application/json")) {
    const parsed: unknown = JSON.parse(raw.toString("utf8"));
    if (isRecord(parsed)) for (const [name, value] of Object.entries(parsed)) fields[name] = String(value);
  } else if (raw.length > 0) {
    const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
    for (const [name, value] of form) fields[name] = String(value);
  }
  return fields;
}

async function bytes(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Somebody who gets exchange calls. */
export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: "",
    calls: [],
    answer: () => ({ status: 200, body: "TRUE| stored" }),
    actions: () => receiver.calls.map((call) => call.fields.action ?? ""),
    close: async () => {},
  };
  const server = createServer(async (incoming, response) => {
    const raw = await bytes(incoming);
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
    const address = incoming.url ?? "/";
    const fields = await fieldsOf(new URL(address, "http://127.0.0.1"), headers, raw);
    const call: Received = { method: incoming.method ?? "", url: address, headers, raw, fields };
    const answer = receiver.answer(receiver.calls.push(call) - 1, call);
    if (answer) response.writeHead(answer.status, { location: "/elsewhere" }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${portOf(server)}/hook?k=7f0c`;
  receiver.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return receiver;
}

/** An answer of the API or of a control route, to be looked into by a path such as `status.code`. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  at(path: string): unknown;
  textAt(path: string): string;
  listAt(path: string): unknown[];
}

export function pick(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split(".").filter((one) => one !== "")) {
    if (Array.isArray(found)) found = found.at(Number(key));
    else if (isRecord(found)) found = found[key];
    else return undefined;
  }
  return found;
}

async function asAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const at = (path: string) => pick(JSON.parse(text), path);
  return {
    status: response.status,
    headers: response.headers,
    text,
    at,
    textAt: (path) => String(at(path)),
    listAt: (path) => {
      const list = at(path);
      if (!Array.isArray(list)) throw new Error(`${path} is no list in ${text}`);
      return list;
    },
  };
}

interface Caller {
  api(method: string, path: string, body?: unknown, as?: { user: string; secret: string }): Promise<Answer>;
  sim(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Moves the clock to an instant and lets everything due happen. */
  moveTo(instant: string): Promise<void>;
  /** Creates a mandate from the FLEXIBLE example with some fields changed; its answer and its first debit. */
  mandate(changes?: object): Promise<{ io: string; il: string; answer: Answer }>;
  debit(il: string): Promise<Answer>;
  statusOf(il: string): Promise<unknown>;
}

export function authorization(user: string, secret: string): string {
  return `Basic ${Buffer.from(`${user}:${secret}`).toString("base64")}`;
}

export const mandateBody = {
  serviceId: "SL-1000-2000",
  reference: "CONTRACT-000417",
  description: "Annual service 2026",
  processDate: "2026-03-02",
  type: "FLEXIBLE",
  amount: { value: 12500, currency: "EUR" },
  customer: {
    ipAddress: "192.0.2.15",
    email: "s.bakker@example.org",
    bankAccount: { iban: "NL28INGB0000000001", bic: "INGBNL2A", owner: "S. Bakker" },
  },
  stats: { info: "backoffice", tool: "adapter-1", object: "", extra1: "mandate:417", extra2: "", extra3: "" },
};

/** The example with another account. */
export function withIban(iban: string, changes: object = {}): object {
  const { customer } = mandateBody;
  return { customer: { ...customer, bankAccount: { iban, owner: customer.bankAccount.owner } }, ...changes };
}

export function callerOf(simulator: RunningSimulator): Caller {
  const json = (body: unknown) => (body === undefined ? {} : { body: JSON.stringify(body) });
  const content = { accept: "application/json", "content-type": "application/json" };
  const caller: Caller = {
    api: async (method, path, body, as = token) => {
      const headers = { ...content, authorization: authorization(as.user, as.secret) };
      return asAnswer(await fetch(`${simulator.url}/v2${path}`, { method, headers, ...json(body) }));
    },
    sim: async (method, path, body) =>
      asAnswer(await fetch(`${simulator.url}/_sim${path}`, { method, headers: content, ...json(body) })),
    moveTo: async (instant) => {
      const moved = await caller.sim("POST", "/clock", { set: instant });
      if (moved.status !== 200) throw new Error(moved.text);
    },
    mandate: async (changes = {}) => {
      const answer = await caller.api("POST", "/directdebits/mandates", { ...mandateBody, ...changes });
      if (answer.status !== 201) throw new Error(answer.text);
      const io = answer.textAt("code");
      const all = await caller.sim("GET", "/mandates");
      const mandate = all.listAt("").find((one) => pick(one, "code") === io);
      return { io, il: String(pick(mandate, "debits.0")), answer };
    },
    debit: (il) => caller.api("GET", `/directdebits/${il}`),
    statusOf: async (il) => (await caller.debit(il)).at("status.code"),
  };
  return caller;
}

export interface Stage extends Caller {
  simulator: RunningSimulator;
  receiver: Receiver;
  close(): Promise<void>;
}

/** A simulator at the start of the story and a receiver that its sales location calls. */
export async function openStage(options: { statePath?: string } = {}): Promise<Stage> {
  const receiver = await startReceiver();
  const simulator = await startPaynl({ clock: memoryClock(new Date(START)), ...options });
  const caller = callerOf(simulator);
  await caller.sim("POST", "/settings/SL-1000-2000", { exchangeUrl: receiver.url });
  const close = async () => {
    await simulator.close();
    await receiver.close();
  };
  return { ...caller, simulator, receiver, close };
}
