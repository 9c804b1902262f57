import { createServer, type IncomingMessage } from "node:http";
import { day } from "@/lib/kernel/day";
import type {
  AgreementView,
  CreateMandate,
  CreatePayment,
  EndMandate,
  Exchange,
  Line,
  MandateView,
  Values,
  WireResult,
} from "@/lib/providers/contract";
import { callOverHttp } from "@/lib/providers/transport";

/** Things that the tests of this folder share: intents of ours, objects of PAY.'s, and a listener that plays PAY. */

export const CODE = "IO-1000-2000-3000";
export const OUR_MANDATE = "man_01JD0000000000000000000001";
export const OUR_REFERENCE = "PAY-2026-000417";
const KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

export const agreement: AgreementView = {
  id: "agr_1",
  scheme: "sepa-core",
  providerId: null,
  values: { name: "Service desk", service_id: "SL-1000-2000" },
  test: false,
};

export const mandateView: MandateView = {
  id: OUR_MANDATE,
  state: "active",
  providerId: CODE,
  values: { type: "FLEXIBLE" },
};

export const createMandate: CreateMandate = {
  operation: "mandate.create",
  key: KEY,
  agreement,
  mandateId: OUR_MANDATE,
  values: {
    type: "FLEXIBLE",
    holder: "S. Bakker",
    iban: "NL28INGB0000000001",
    bic: "INGBNL2A",
    email: "s.bakker@example.org",
    amount: "12500",
    process_date: "2026-03-02",
    description: "Annual service 2026",
  },
  customerNumber: "4711",
  debtorName: "Sanne Bakker",
  eventsUrl: "https://desk.example.org/hooks/1",
};

export const createPayment: CreatePayment = {
  operation: "payment.create",
  key: KEY,
  agreement,
  paymentId: "pay_1",
  mandate: mandateView,
  amountMinor: 3275,
  currency: "EUR",
  due: day("2026-05-04"),
  text: "Usage April 2026",
  reference: OUR_REFERENCE,
};

export const endMandate: EndMandate = { operation: "mandate.end", key: KEY, agreement, mandate: mandateView };

/** A mandate object as PAY. answers it. */
export function theirMandate(patch: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    code: CODE,
    serviceId: "SL-1000-2000",
    reference: "man-01JD0000000000000000000001",
    type: "FLEXIBLE",
    amount: { value: 12500, currency: "EUR" },
    customer: { bankAccount: { iban: "NL28INGB0000000001", bic: "INGBNL2A", owner: "S. Bakker" } },
    stats: { info: "", extra1: OUR_MANDATE, extra2: KEY },
    lastDirectDebitDate: null,
    createdAt: "2026-02-12T10:58:52+01:00",
    deletedAt: null,
    deletedBy: null,
    ...patch,
  };
}

/** A debit object as PAY. answers it; by default one that we asked for. */
export function theirDebit(code: unknown, patch: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: "IL-1000-2000-3001",
    processDate: "2026-05-04T00:00:00+02:00",
    orderId: "52801234567X1001",
    type: "FLEXIBLE",
    amount: { value: 3275, currency: "EUR" },
    status: { code, action: "add", phase: "Added" },
    declined: false,
    decline: null,
    mandate: { code: CODE, reference: "man-01JD0000000000000000000001" },
    stats: { info: null, extra1: OUR_REFERENCE },
    createdAt: "2026-04-28T09:15:04+02:00",
    modifiedAt: "2026-05-06T23:30:00+02:00",
    ...patch,
  };
}

/** The first debit of the mandate, made by PAY.: it carries the mandate's own stats. */
export function firstDebit(code: unknown, patch: Record<string, unknown> = {}): Record<string, unknown> {
  return theirDebit(code, {
    id: "IL-1000-2000-3000",
    processDate: "2026-03-02",
    amount: { value: 12500, currency: "EUR" },
    stats: { extra1: OUR_MANDATE },
    ...patch,
  });
}

export function listOf(
  items: readonly unknown[],
  patch: Record<string, unknown> = {},
): Record<string, unknown> {
  return { total: items.length, count: items.length, pages: 1, directdebits: items, ...patch };
}

export function answered(status: number, body: unknown, headers: Record<string, string> = {}): Exchange {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return exchangeOf({ kind: "answered", status, headers, body: text });
}

export function exchangeOf(result: WireResult): Exchange {
  return {
    request: { method: "GET", url: "http://127.0.0.1/", headers: {} },
    sentAt: new Date("2026-04-28T07:15:04.000Z"),
    ms: 5,
    result,
  };
}

export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

export interface Listener {
  line: Line;
  seen: Seen[];
  close(): Promise<void>;
}

/** Plays PAY. on loopback: every request is written down, and answered by the given function. */
export async function listen(answer: (seen: Seen) => Answer, settings: Values = {}): Promise<Listener> {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const one: Seen = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(parts).toString("utf8"),
    };
    seen.push(one);
    const { status, body, headers = {} } = answer(one);
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const now = () => new Date("2026-04-28T07:15:04.000Z");
  const line: Line = {
    connectionId: "con_1",
    environment: "simulator",
    baseUrl: `http://127.0.0.1:${port}`,
    settings,
    secrets: { user: "AT-1000-2000", password: "0123456789abcdef0123456789abcdef01234567" },
    now,
    call: (request) => callOverHttp(request, "simulator", now),
  };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { line, seen, close };
}
