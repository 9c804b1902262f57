import { createHash, verify } from "node:crypto";

/** The values exactly as they stand in the header, not decoded. */
export interface OAuthHeader {
  literal: ReadonlyMap<string, string>;
}

/** What a request line and its `Host` say, as received. */
export interface RequestTarget {
  method: string;
  scheme: "http" | "https";
  host: string;
  path: string;
  /** With its question mark, or empty. */
  query: string;
}

export const OAUTH_PARAMETERS = [
  "oauth_body_hash",
  "oauth_consumer_key",
  "oauth_nonce",
  "oauth_signature_method",
  "oauth_timestamp",
  "oauth_version",
  "oauth_signature",
] as const;

type OAuthParameter = (typeof OAUTH_PARAMETERS)[number];

const PAIR = /^\s*([A-Za-z0-9_]+)="([^"]*)"\s*$/;

/** Reads `OAuth k="v",k="v"`; undefined when it is anything else or names a parameter twice. */
export function parseOAuthHeader(text: string): OAuthHeader | undefined {
  const scheme = /^OAuth\s+/i.exec(text);
  if (!scheme) return undefined;
  const literal = new Map<string, string>();
  for (const part of text.slice(scheme[0].length).split(",")) {
    const [, name, value] = PAIR.exec(part) ?? [];
    if (name === undefined || value === undefined || literal.has(name)) return undefined;
    literal.set(name, value);
  }
  return { literal };
}

/** A literal header value without its percent-encoding; undefined when that is broken or the value is missing. */
export function decoded(header: OAuthHeader, name: OAuthParameter): string | undefined {
  try {
    return decodeURIComponent(header.literal.get(name) ?? "") || undefined;
  } catch {
    return undefined;
  }
}

/** RFC 3986: everything but letters, digits and `-._~`. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!*'()]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The OAuth body hash: base64 of the SHA-256 of the bytes, of nothing when there is no body. */
export function bodyHash(raw: Uint8Array): string {
  return createHash("sha256").update(raw).digest("base64");
}

/** Scheme, host and path; the port only where it is not the scheme's own. */
export function baseUri(target: RequestTarget): string {
  const own = target.scheme === "https" ? ":443" : ":80";
  const host = target.host.toLowerCase();
  return `${target.scheme}://${host.endsWith(own) ? host.slice(0, -own.length) : host}${target.path}`;
}

function queryPairs(query: string): [string, string][] {
  return query
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    });
}

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * The signature base string as Mastercard's gateway builds it: the parameters are joined with the values as they stand in
 * the header and in the query. RFC 5849 would encode them first; clients that put encoded values into the header sign
 * those encoded values, and this rule fits both kinds.
 */
export function signatureBaseString(target: RequestTarget, header: OAuthHeader): string {
  const own = [...header.literal].filter(([name]) => name !== "oauth_signature" && name !== "realm");
  const parameters = [...queryPairs(target.query), ...own]
    .sort((a, b) => byBytes(a[0], b[0]) || byBytes(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  return [target.method.toUpperCase(), percentEncode(baseUri(target)), percentEncode(parameters)].join("&");
}

/** RSASSA-PKCS1-v1_5 with SHA-256. A signature that stands in the header without percent-encoding is refused. */
export function signatureFits(baseString: string, header: OAuthHeader, publicKeyPem: string): boolean {
  if (/[+/=]/.test(header.literal.get("oauth_signature") ?? "")) return false;
  const signature = decoded(header, "oauth_signature");
  if (!signature || !/^[A-Za-z0-9+/]+=*$/.test(signature)) return false;
  return verify(
    "RSA-SHA256",
    Buffer.from(baseString, "utf8"),
    publicKeyPem,
    Buffer.from(signature, "base64"),
  );
}
