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
  "UND_ERR_CONNECT_TIMEOUT",
  "bad port",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

function causeCode(error: unknown): string {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    // Ports that fetch refuses to open have no code.
    if (one.message === "bad port") return "bad port";
    if ("code" in one && typeof one.code === "string") return one.code;
    if (one.name === "TimeoutError" || one.name === "AbortError") return "timeout";
  }
  return String(error);
}

/** A route that is lost in mid-call has the same code as one that never was; only the latter failed at connecting. */
function failedToConnect(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if ("syscall" in one && (one.syscall === "connect" || one.syscall === "getaddrinfo")) return true;
  return false;
}

function failure(error: unknown): WireResult {
  const code = causeCode(error);
  if (beforeFirstByte.has(code) || failedToConnect(error)) return { kind: "not_sent", cause: code };
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

/** Names that lead inside: without a dot, or under a domain that public name servers do not know. */
const insideName = /^[^.]*$|(^|\.)(localhost|local|internal|intranet|lan|home|corp|home\.arpa|test|invalid)$/;
/** An address in place of a name, in the form that parsing a URL brings all its disguises to. */
const literalAddress = /^\[|^[\d.]+$/;

/**
 * Whether a base URL may be used in an environment: simulators live on loopback and nowhere else, and nothing else
 * does. Outside the simulator only https to a public name is allowed; no provider is reached by a bare address.
 */
export function addressAllowed(url: string, environment: Environment): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username || password) return false;
  if (environment === "simulator") return /^https?:$/.test(protocol) && loopback.has(hostname);
  const name = hostname.replace(/\.$/, "");
  return protocol === "https:" && !literalAddress.test(name) && !insideName.test(name);
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
  const built = build(request, limits);
  if (!built) return done({ kind: "not_sent", cause: "request_not_allowed" });
  try {
    return done(await readBody(await fetch(request.url, built), limits.maxAnswerBytes));
  } catch (error) {
    return done(failure(error));
  }
}

/** The request as it will leave, or null when it could not leave at all: a header or a method that HTTP does not have. */
function build(request: WireRequest, limits: TransportLimits): RequestInit | null {
  try {
    const init = {
      method: request.method,
      headers: {
        ...request.headers,
        "accept-encoding": "identity",
        // A kept connection may have died unseen, and then nobody knows whether a write arrived: each gets its own.
        connection: "close",
      },
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: "manual" as const,
      signal: AbortSignal.timeout(limits.timeoutMs),
    };
    new Request(request.url, init);
    return init;
  } catch {
    return null;
  }
}
