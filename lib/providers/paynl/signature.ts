import { createHmac, timingSafeEqual } from "node:crypto";
import type { Values } from "@/lib/providers/contract";

/** Hash names that a signature may use; what a call names otherwise is refused, never handed to the crypto library. */
const ALGORITHMS: ReadonlySet<string> = new Set(["sha256", "sha384", "sha512"]);

export type Headers = ReadonlyMap<string, string>;

/** Header names in lower case. */
export function headersOf(headers: Readonly<Record<string, string>>): Headers {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** PAY.'s own library answers in JSON exactly when this is so: https://github.com/paynl/php-sdk (Exchange). */
export function isSignedMethod(headers: Headers): boolean {
  return headers.get("signature-method")?.trim().toUpperCase() === "HMAC";
}

/** The secret of a key we know; a key id in a call chooses among ours and can bring none of its own. */
function secretOf(keyId: string, secrets: Values): string | null {
  const known = [
    [secrets.signing_key_id, secrets.signing_secret],
    [secrets.user, secrets.password],
  ];
  for (const [id, secret] of known) if (id && secret && id === keyId) return secret;
  return null;
}

/**
 * Checks the signature of an exchange call over the raw bytes of its body: https://developer.pay.nl/docs/signing-1
 * `none`: it carries no sign of a signature. Compared in constant time.
 */
export function checkSignature(
  headers: Headers,
  body: Uint8Array,
  secrets: Values,
): "none" | "right" | "wrong" {
  const claimed = ["signature-method", "signature", "signature-keyid", "signature-algorithm"];
  if (!claimed.some((name) => headers.has(name))) return "none";
  const algorithm = (headers.get("signature-algorithm") ?? "sha256").trim().toLowerCase();
  const secret = secretOf((headers.get("signature-keyid") ?? "").trim(), secrets);
  const given = (headers.get("signature") ?? "").trim().toLowerCase();
  if (!isSignedMethod(headers) || !ALGORITHMS.has(algorithm) || secret === null) return "wrong";
  if (!/^[0-9a-f]+$/.test(given)) return "wrong";
  const ours = createHmac(algorithm, secret).update(body).digest();
  const theirs = Buffer.from(given, "hex");
  return given.length === ours.length * 2 && timingSafeEqual(ours, theirs) ? "right" : "wrong";
}
