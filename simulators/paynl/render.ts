import { createHmac } from "node:crypto";
import type { Outgoing } from "../kit/simulator";
import type { LocationSettings } from "./settings";
import type { ExchangeCall, Payload } from "./state";

/**
 * Lower-case hex HMAC over exactly the bytes of the body.
 * Source: https://developer.pay.nl/docs/signing-1 and https://github.com/paynl/request-signing
 */
export function signature(body: Buffer, secret: string, algorithm: string): string {
  return createHmac(algorithm, secret).update(body).digest("hex");
}

/** Nested fields become `status[code]`, as forms write them. */
function pairs(payload: Payload): [string, string][] {
  return Object.entries(payload).flatMap(([name, value]): [string, string][] =>
    typeof value === "string"
      ? [[name, value]]
      : Object.entries(value).map(([inner, one]) => [`${name}[${inner}]`, String(one)]),
  );
}

function multipart(payload: Payload, boundary: string): Buffer {
  const parts = pairs(payload).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return Buffer.from(`${parts.join("")}--${boundary}--\r\n`, "utf8");
}

function textPost(call: ExchangeCall, location: LocationSettings): { type: string; body: Buffer } {
  if (location.formEncoding === "multipart") {
    const boundary = `----exchange${call.n}`;
    return { type: `multipart/form-data; boundary=${boundary}`, body: multipart(call.payload, boundary) };
  }
  const form = new URLSearchParams(pairs(call.payload)).toString();
  return { type: "application/x-www-form-urlencoded", body: Buffer.from(form, "utf8") };
}

/**
 * The request of one exchange call in the way its sales location has chosen. `secretOf` gives the secret of a
 * credential's code; a signature whose key is unknown is left out.
 */
export function renderCall(
  call: ExchangeCall,
  url: string,
  location: LocationSettings,
  secretOf: (code: string) => string | undefined,
): Outgoing {
  const headers = { "user-agent": "PAY. exchange (simulator)", accept: "*/*" };
  if (location.method === "TXT_GET" || location.method === "JSON_GET") {
    const query = new URLSearchParams(pairs(call.payload)).toString();
    const address = `${url}${url.includes("?") ? "&" : "?"}${query}`;
    return { method: "GET", url: address, headers, body: Buffer.alloc(0) };
  }
  if (location.method === "TXT_POST") {
    const { type, body } = textPost(call, location);
    return { method: "POST", url, headers: { ...headers, "content-type": type }, body };
  }
  const body = Buffer.from(JSON.stringify(call.payload), "utf8");
  const key = location.signatureKey === "SL" ? call.serviceId : location.signatureKey;
  const secret = secretOf(key);
  const signing = location.method === "SIGNED_JSON_POST" && location.signed && secret !== undefined;
  const signed: Record<string, string> = signing
    ? {
        "signature-method": "HMAC",
        "signature-keyid": key,
        ...(location.nameAlgorithm ? { "signature-algorithm": location.signatureAlgorithm } : {}),
        signature: signature(body, secret, location.signatureAlgorithm),
      }
    : {};
  return {
    method: "POST",
    url,
    headers: { ...headers, "content-type": "application/json", ...signed },
    body,
  };
}
