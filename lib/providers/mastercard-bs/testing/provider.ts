import { generateKeyPairSync } from "node:crypto";
import type {
  CreateMandate,
  Environment,
  Exchange,
  Line,
  Values,
  WireResult,
} from "@/lib/providers/contract";
import { prepare } from "@/lib/providers/mastercard-bs/create";
import { callOverHttp } from "@/lib/providers/transport";

const now = new Date("2026-11-20T10:00:00Z");

const pair = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
export const publicKey = pair.publicKey;
export const secrets: Values = {
  consumer_key: `${"clientId".repeat(6)}!${"0123456789abcdef".repeat(2)}${"0".repeat(16)}`,
  private_key: pair.privateKey,
};

export const uuid = "0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e";
export const otherUuid = "7a0c1d52-22b7-4a0f-8a0e-51d0c1c9b7aa";

/** A mandate request as the desk would hand it over, all values checked. */
export const intent: CreateMandate = {
  operation: "mandate.create",
  key: uuid,
  agreement: {
    id: "agr_1",
    scheme: "betalingsservice",
    providerId: null,
    values: { name: "Kontingent", pbs_number: "02056372", debtor_group: "00001" },
    test: false,
  },
  mandateId: "man_1",
  values: { identity: "0101701234", account: "0040 0440116243" },
  customerNumber: "000000000012345",
  debtorName: "Anna Berg",
  eventsUrl: null,
};
export const prepared = prepare(intent, {});

/** An exchange that ended so, a quarter of a second after it began. */
export const exchangeOf = (result: WireResult): Exchange => ({
  request: { method: "POST", url: "http://127.0.0.1/delegated-mandates", headers: {}, body: prepared.body },
  sentAt: now,
  ms: 250,
  result,
});

export const answered = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Exchange =>
  exchangeOf({
    kind: "answered",
    status,
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

export const gatewayError = (ReasonCode: string, Description: string, Source = "Gateway") => ({
  Errors: { Error: [{ Source, ReasonCode, Description, Recoverable: false, Details: null }] },
});

/** A line to the listener; the environment is what the adapter is told, the call itself always stays on loopback. */
export const lineTo = (
  baseUrl: string,
  more: Partial<Pick<Line, "settings" | "secrets" | "environment">> = {},
): Line => {
  const environment: Environment = more.environment ?? "simulator";
  return {
    connectionId: "con_1",
    environment,
    baseUrl,
    settings: more.settings ?? {},
    secrets: more.secrets ?? secrets,
    now: () => now,
    call: (request) => callOverHttp(request, "simulator", () => now),
  };
};
