import type { Incoming, Received, Values } from "@/lib/providers/contract";
import { receive } from "@/lib/providers/paynl/receive";

/** Exchange calls as PAY. makes them, for the tests of this folder. */

export const SECRET = "0123456789abcdef0123456789abcdef01234567";
export const secrets: Values = {
  user: "AT-1000-2000",
  password: "ffffffffffffffffffffffffffffffffffffffff",
  signing_key_id: "SL-1000-2000",
  signing_secret: SECRET,
};

export const call: Record<string, string> = {
  action: "incassocollected",
  amount: "32.75",
  extra1: "PAY-2026-000417",
  order_id: "52801234567X1001",
  mandateId: "IO-1000-2000-3000",
  referenceId: "IL-1000-2000-3001",
};

export const bytes = (text: string) => new TextEncoder().encode(text);

export function post(body: string | Uint8Array, headers: Record<string, string> = {}): Incoming {
  return { method: "POST", query: {}, headers, body: typeof body === "string" ? bytes(body) : body };
}

export const json = (value: unknown, headers = {}) =>
  post(JSON.stringify(value), { "content-type": "application/json", ...headers });
export const get = (query: Record<string, string>): Incoming => ({
  method: "GET",
  query,
  headers: {},
  body: bytes(""),
});

export function multipart(fields: Record<string, string>, boundary: string): Incoming {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return post(`${parts.join("")}--${boundary}--\r\n`, {
    "Content-Type": `multipart/form-data; boundary=${boundary}`,
  });
}

export const read = (incoming: Incoming, settings: Values = {}): Received =>
  receive(incoming, secrets, settings);
