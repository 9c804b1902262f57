import { createHash, createPrivateKey, sign } from "node:crypto";

/**
 * OAuth 1.0a as Mastercard's gateway speaks it: one-legged, RSA-SHA256, always with a body hash.
 * https://developer.mastercard.com/platform/documentation/authentication/using-oauth-1a-to-access-mastercard-apis/
 *
 * It departs from RFC 5849 in one point: values are signed exactly as they stand in the header and in the query, not
 * percent-encoded first.
 */

/** A parameter's name and value, as written. */
export type Pair = readonly [name: string, value: string];

interface ToSign {
  method: string;
  url: string;
  /** The exact text that is sent; empty for none. */
  body: string;
  consumerKey: string;
  privateKeyPem: string;
  nonce: string;
  at: Date;
}

/** Base64 of the SHA-256 of the body's UTF-8 bytes. */
export function bodyHash(body: string): string {
  return createHash("sha256").update(body, "utf8").digest("base64");
}

const urlParts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i;
const defaultPorts: Readonly<Record<string, string>> = { http: ":80", https: ":443" };

/** Scheme and host in lower case, path as it is, no query; a default port is dropped, any other kept. */
export function baseUri(url: string): string {
  const [, scheme = "", host = "", path = ""] = urlParts.exec(url) ?? [];
  if (scheme === "") throw new TypeError("not an absolute address");
  const lower = scheme.toLowerCase();
  const port = defaultPorts[lower] ?? "";
  const authority = host.toLowerCase();
  const plain = port !== "" && authority.endsWith(port) ? authority.slice(0, -port.length) : authority;
  return `${lower}://${plain}${path}`;
}

/** The pairs of an address's query in their order, nothing decoded. */
export function queryPairs(url: string): Pair[] {
  const query = urlParts.exec(url)?.[4] ?? "";
  return query
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    });
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Sorted by name, then value, in byte order; joined as they are. */
export function parameterString(pairs: readonly Pair[]): string {
  return [...pairs]
    .sort((a, b) => byBytes(a[0], b[0]) || byBytes(a[1], b[1]))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

/** RFC 3986: everything but letters, digits and `-._~`. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The text that is signed. */
export function baseString(method: string, uri: string, parameters: string): string {
  return `${method.toUpperCase()}&${percentEncode(uri)}&${percentEncode(parameters)}`;
}

/** RSASSA-PKCS1-v1_5 with SHA-256 over the UTF-8 text, base64. Throws when the key cannot be read. */
export function signText(text: string, privateKeyPem: string): string {
  return sign("sha256", Buffer.from(text, "utf8"), createPrivateKey(privateKeyPem)).toString("base64");
}

/** The protocol's own parameters, in the order of the header. */
export function oauthPairs(input: Omit<ToSign, "privateKeyPem">): Pair[] {
  return [
    ["oauth_body_hash", bodyHash(input.body)],
    ["oauth_consumer_key", input.consumerKey],
    ["oauth_nonce", input.nonce],
    ["oauth_signature_method", "RSA-SHA256"],
    ["oauth_timestamp", String(Math.floor(input.at.getTime() / 1_000))],
    ["oauth_version", "1.0"],
  ];
}

/** The header's value; only the signature is percent-encoded in it. */
export function headerOf(pairs: readonly Pair[], signature: string): string {
  return `OAuth ${[...pairs, ["oauth_signature", percentEncode(signature)]]
    .map(([name, value]) => `${name}="${value}"`)
    .join(",")}`;
}

/** The `Authorization` header for one request. Nonce and time come in; throws when the key cannot be read. */
export function authorization(input: ToSign): string {
  const pairs = oauthPairs(input);
  const parameters = parameterString([...queryPairs(input.url), ...pairs]);
  const text = baseString(input.method, baseUri(input.url), parameters);
  return headerOf(pairs, signText(text, input.privateKeyPem));
}
