import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { day } from "@/lib/kernel/day";
import type {
  AgreementView,
  CancelPayment,
  CreatePayment,
  Environment,
  Exchange,
  Line,
  RegisterAgreement,
  SubscribeEvents,
  Values,
  WireResult,
} from "@/lib/providers/contract";
import { callOverHttp } from "@/lib/providers/transport";

/** Made-up things for the tests of this folder, and a small listener that answers as each test says. */

const now = new Date("2024-04-15T09:12:44Z");
export const key = "5b0f3d4e-2f0a-4c1b-9c0e-3a2b1c0d9e8f";

export const agreement: AgreementView = {
  id: "agr_1",
  scheme: "nets-bs",
  providerId: "am_EXAMPLE",
  values: {
    scheme: "nets-bs",
    cvr_number: "10203040",
    pbs_number: "01234567",
    debtor_group: "00001",
    test: "true",
  },
  test: true,
};

export const createPayment: CreatePayment = {
  operation: "payment.create",
  key,
  agreement,
  paymentId: "pay_1",
  mandate: { id: "man_1", state: "active", providerId: "md_EXAMPLE", values: {} },
  amountMinor: 49_900,
  currency: "DKK",
  due: day("2024-05-01"),
  text: "Membership May 2024",
  reference: "INV-20240415-0007",
};

export const cancelPayment: CancelPayment = {
  operation: "payment.cancel",
  key,
  agreement,
  paymentId: "pay_1",
  providerId: "PAYMENT_1",
};

export const registerAgreement: RegisterAgreement = { operation: "agreement.register", key, agreement };

export const adoptAgreement: RegisterAgreement = {
  ...registerAgreement,
  agreement: {
    ...agreement,
    providerId: null,
    values: { ...agreement.values, existing_handle: "am_EXAMPLE" },
  },
};

export const subscribeEvents: SubscribeEvents = {
  operation: "events.subscribe",
  key,
  agreement,
  eventsUrl: "https://backoffice.example.dk/webhooks/con_1/0123456789abcdef",
};

export const theirPayment = {
  id: "6b1f3c52-0000-4000-8000-00000000f001",
  handle: "PAYMENT_1",
  paymentDate: "2024-05-01T00:00:00Z",
  scheduleDate: "2024-04-23T00:00:00Z",
  description: "Membership May 2024",
  reference: "INV-20240415-0007",
  amount: 49_900,
  currency: "DKK",
  test: true,
  status: "Pending",
  statusText: null,
  settlementDate: null,
  createdAt: "2024-04-15T09:12:44Z",
  modifiedAt: "2024-04-15T09:12:45Z",
  mandate: { handle: "md_EXAMPLE", scheme: "nets-bs", status: "Active", customerId: "c1" },
};

export const theirMandate = {
  id: "6b1f3c52-0000-4000-8000-00000000a001",
  handle: "md_EXAMPLE",
  scheme: "nets-bs",
  status: "Active",
  schemeData: [],
  customer: { id: "c1", handle: "cus_EXAMPLE", name: "Andersen, Anna", number: "100234" },
};

export const theirAgreement = {
  handle: "am_EXAMPLE",
  scheme: "nets-bs",
  test: true,
  state: "Pending",
  metaData: {
    CvrNumber: "10203040",
    PbsNumber: "01234567",
    CreditorNumber: "01234567",
    AgreementType: "standard",
  },
};

export const theirProblem = {
  title: "Mandate is not active.",
  type: "validation",
  traceId: "0HN1EXAMPLE:00000001",
};

export const page = (results: unknown, next: string | null = null) => ({
  results,
  nextOffset: next,
  hasMore: next !== null,
});

export function answered(status: number, body: unknown, headers: Record<string, string> = {}): WireResult {
  return { kind: "answered", status, headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

export function exchange(result: WireResult): Exchange {
  return {
    request: { method: "POST", url: "http://127.0.0.1:1/x", headers: {} },
    sentAt: now,
    ms: 1,
    result,
  };
}

export interface Heard {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

type Answer = { status: number; body: unknown };

export interface Listener {
  line: Line;
  heard: Heard[];
  close(): Promise<void>;
}

export interface ListenerOptions {
  settings?: Values;
  secrets?: Values;
  environment?: Environment;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

/** An HTTP server on loopback that answers by the given function and remembers what it heard. */
export async function listen(
  answer: (heard: Heard) => Answer | "hang up",
  options: ListenerOptions = {},
): Promise<Listener> {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const one = { method, url, headers, body: await bodyOf(request) };
    heard.push(one);
    const said = answer(one);
    if (said === "hang up") {
      request.socket.destroy();
      return;
    }
    response.writeHead(said.status, { "content-type": "application/json" });
    response.end(typeof said.body === "string" ? said.body : JSON.stringify(said.body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = portOf(server.address());
  const line: Line = {
    connectionId: "con_1",
    environment: options.environment ?? "simulator",
    baseUrl: `http://127.0.0.1:${port}`,
    settings: options.settings ?? {},
    secrets: options.secrets ?? { api_key: "sk_EXAMPLEonlyEXAMPLEonly" },
    now: () => now,
    call: (request) => callOverHttp(request, "simulator", () => now),
  };
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { line, heard, close };
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("the listener has no port");
  return address;
}
