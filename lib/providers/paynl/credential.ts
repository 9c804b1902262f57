import { createHash } from "node:crypto";
import type { FieldProblems, ProviderModule, Values } from "@/lib/providers/contract";
import { problems } from "@/lib/providers/paynl/words";

const USER = /^(AT|SL)-\d{4}-\d{4}$/;
const SECRET = /^[0-9a-f]{40}$/i;

/**
 * Reads a token pair, and the pair that signs exchange calls when it is another one. What is kept always names both:
 * without a pair of its own the signing pair is the token pair. PAY. gives no expiry date.
 */
export function readCredential(values: Values): ReturnType<ProviderModule["readCredential"]> {
  const user = (values.user ?? "").trim().toUpperCase();
  const password = (values.password ?? "").trim();
  const keyId = (values.signing_key_id ?? "").trim().toUpperCase();
  const keySecret = (values.signing_secret ?? "").trim();

  const found: Record<string, FieldProblems[string]> = {};
  if (!USER.test(user)) found.user = problems.user;
  if (!SECRET.test(password)) found.password = problems.secret;
  if (keyId !== "" && !USER.test(keyId)) found.signing_key_id = problems.user;
  if (keySecret !== "" && !SECRET.test(keySecret)) found.signing_secret = problems.secret;
  if (keyId === "" && keySecret !== "") found.signing_key_id = problems.signingPair;
  if (keyId !== "" && keySecret === "") found.signing_secret = problems.signingPair;
  if (Object.keys(found).length > 0) return { ok: false, problems: found };

  const own = keyId !== "";
  return {
    ok: true,
    secrets: {
      user,
      password,
      signing_key_id: own ? keyId : user,
      signing_secret: own ? keySecret : password,
    },
    facts: {
      // A token has 160 random bits: neither the digest nor four characters help to find the rest.
      fingerprint: `${user} ${createHash("sha256").update(`${user}:${password}`).digest("hex").slice(0, 16)}`,
      lastFour: password.slice(-4),
      expiresAt: null,
    },
  };
}
