import type { Exchange, Line, Prepared, WireRequest } from "@/lib/providers/contract";
import { readSettings, type Settings, switchedOn } from "./settings";

/** The headers of every call, without the credential. */
export function plainHeaders(settings: Settings, withBody: boolean): Record<string, string> {
  return {
    accept: "application/json",
    ...(withBody ? { "content-type": "application/json" } : {}),
    ...(settings.versionHeader === "" ? {} : { "x-version": settings.versionHeader }),
  };
}

/** HTTP Basic with the key as the name and no password; https://devs.debitdirect.io/getting-started/authentication */
function basicAuth(apiKey: string): string {
  return `Basic ${Buffer.from(`${apiKey}:`, "utf8").toString("base64")}`;
}

/** An id as one segment of a path, or null when it would change the path: `.` and `..` survive encoding. */
export function pathSegment(id: string): string | null {
  if (id === "" || /^\.{1,2}$/.test(id)) return null;
  try {
    return encodeURIComponent(id);
  } catch {
    return null;
  }
}

function request(
  line: Line,
  method: WireRequest["method"],
  path: string,
  headers: Record<string, string>,
  body: string,
) {
  const full: WireRequest = {
    method,
    url: `${line.baseUrl}${path}`,
    headers: { ...headers, authorization: basicAuth(line.secrets.api_key ?? "") },
  };
  return body === "" ? full : { ...full, body };
}

/** One read. */
export function get(line: Line, path: string): Promise<Exchange> {
  const headers = plainHeaders(readSettings(line.settings, line.environment), false);
  return line.call(request(line, "GET", path, headers, ""));
}

/** Why a write may not leave: its call is not confirmed for this environment, or there is no key. */
function heldBack(line: Line, prepared: Prepared): string | null {
  if (!line.secrets.api_key) return "no_api_key";
  if (
    prepared.operation === "payment.cancel" &&
    !switchedOn("cancel_payment", line.environment, line.settings)
  )
    return "cancel_payment_off";
  const credit = prepared.operation === "payment.create" && prepared.body.includes('"amount":-');
  if (credit && !switchedOn("credits", line.environment, line.settings)) return "credits_off";
  return null;
}

/** One write: the prepared bytes and the credential, exactly one call, or none at all when it is switched off. */
export async function send(line: Line, prepared: Prepared): Promise<Exchange> {
  const { method, path, headers, body } = prepared;
  const cause = heldBack(line, prepared);
  if (cause === null) return line.call(request(line, method, path, { ...headers }, body));
  const unsent: WireRequest = {
    method,
    url: `${line.baseUrl}${path}`,
    headers,
    ...(body === "" ? {} : { body }),
  };
  return { request: unsent, sentAt: line.now(), ms: 0, result: { kind: "not_sent", cause } };
}
