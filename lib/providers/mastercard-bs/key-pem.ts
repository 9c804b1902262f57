import { createPrivateKey, type KeyObject } from "node:crypto";
import { keyMinimumBits } from "@/lib/providers/mastercard-bs/settings";

export type KeyProblem = "key_not_rsa" | "key_too_short";
export type PemProblem = "pem_unreadable" | "pem_needs_password";

/** Reads a private key in PEM (PKCS#1 or PKCS#8), also as base64 of that text or with written-out line ends. */
export function readPem(
  text: string,
  password: string,
): { ok: true; key: KeyObject } | { ok: false; problem: PemProblem } {
  const pem = pemIn(text);
  const locked = /ENCRYPTED/.test(pem);
  if (locked && password === "") return { ok: false, problem: "pem_needs_password" };
  try {
    return { ok: true, key: createPrivateKey({ key: pem, ...(locked ? { passphrase: password } : {}) }) };
  } catch {
    return { ok: false, problem: locked ? "pem_needs_password" : "pem_unreadable" };
  }
}

function pemIn(text: string): string {
  const plain = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  return `${plain.replaceAll("\\n", "\n").replaceAll("\r", "").trim()}\n`;
}

/** What keeps a key from signing here, or null. */
export function keyProblem(key: KeyObject): KeyProblem | null {
  if (key.asymmetricKeyType !== "rsa") return "key_not_rsa";
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) < keyMinimumBits ? "key_too_short" : null;
}
