import { createHash } from "node:crypto";
import type { CredentialFacts, FieldProblems, Values } from "@/lib/providers/contract";
import { problemWords } from "./words";

/** A name in HTTP Basic cannot hold a colon, and a key has no spaces; nothing else of its form is certain. */
const keyShape = /^[\x21-\x39\x3b-\x7e]{8,200}$/;

/** Reads the API key that an administrator gave. It has no end date that they tell. */
export function readCredential(
  values: Values,
): { ok: true; secrets: Values; facts: CredentialFacts } | { ok: false; problems: FieldProblems } {
  const apiKey = (values.api_key ?? "").trim();
  if (apiKey === "") return { ok: false, problems: { api_key: problemWords.api_key_missing } };
  if (!keyShape.test(apiKey)) return { ok: false, problems: { api_key: problemWords.api_key_shape } };
  const fingerprint = createHash("sha256").update(apiKey).digest("hex").slice(0, 16);
  return {
    ok: true,
    secrets: { api_key: apiKey },
    facts: { fingerprint, lastFour: apiKey.slice(-4), expiresAt: null },
  };
}
