import type { Environment, Exchange, WireRequest, WireResult } from "./contract";

/** Limits of one call. The time covers everything from the first byte out to the last byte in. */
export interface TransportLimits {
  timeoutMs: number;
  maxAnswerBytes: number;
}

export const defaultLimits: TransportLimits = { timeoutMs: 10_000, maxAnswerBytes: 2 * 1024 * 1024 };

/** Causes after which no byte of the request can have been read by the other side. */
const beforeFirstByte = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

function causeCode(error: unknown): string {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "string") return one.code;
    if (one.name === "TimeoutError" || one.name === "AbortError") return "timeout";
  }
  return String(error);
}

function failure(error: unknown): WireResult {
  const code = causeCode(error);
  if (beforeFirstByte.has(code)) return { kind: "not_sent", cause: code };
  return { kind: "lost", cause: code === "timeout" ? "timeout" : "reset", detail: code };
}

async function readBody(response: Response, limit: number): Promise<WireResult> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (response.body) {
    for await (const part of response.body) {
      size += part.length;
      if (size > limit) return { kind: "lost", cause: "too_large", detail: `answer over ${limit} bytes` };
      parts.push(part);
    }
  }
  const announced = Number(response.headers.get("content-length") ?? size);
  if (announced > size && !response.headers.get("content-encoding"))
    return { kind: "lost", cause: "truncated", detail: `${size} of ${announced} bytes` };
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const body = new TextDecoder("utf-8", { fatal: true });
  try {
    return { kind: "answered", status: response.status, headers, body: body.decode(Buffer.concat(parts)) };
  } catch {
    return { kind: "lost", cause: "undecodable", detail: "the answer is not UTF-8" };
  }
}

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Whether a base URL may be used in an environment: simulators live on loopback and nowhere else, and nothing else
 * does. Anything but https is refused outside the simulator.
 */
export function addressAllowed(url: string, environment: Environment): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) return false;
  if (environment === "simulator") return loopback.has(hostname);
  return protocol === "https:" && !loopback.has(hostname);
}

/** Sends one request. Never throws; a redirect comes back as the answer it is and is not followed. */
export async function callOverHttp(
  request: WireRequest,
  environment: Environment,
  now: () => Date,
  limits: TransportLimits = defaultLimits,
): Promise<Exchange> {
  const sentAt = now();
  const started = performance.now();
  const done = (result: WireResult): Exchange => ({
    request,
    sentAt,
    ms: Math.round(performance.now() - started),
    result,
  });
  if (!addressAllowed(request.url, environment))
    return done({ kind: "not_sent", cause: "address_not_allowed" });
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: {
        ...request.headers,
        "accept-encoding": "identity",
        // A kept connection may have died unseen, and then nobody knows whether a write arrived: each gets its own.
        connection: "close",
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: "manual",
      signal: AbortSignal.timeout(limits.timeoutMs),
    });
    return done(await readBody(response, limits.maxAnswerBytes));
  } catch (error) {
    return done(failure(error));
  }
}
