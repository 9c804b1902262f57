import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { addMonthsToDay, isDay } from "@/lib/kernel/day";
import { dayIn, startOfDay } from "@/lib/kernel/instant";
import type { CredentialFacts, FieldProblems, Values } from "@/lib/providers/contract";
import { type CredentialProblem, credentialProblems } from "@/lib/providers/mastercard-bs/credential-words";
import { openKeyFile } from "@/lib/providers/mastercard-bs/key-file";
import { keyProblem, readPem } from "@/lib/providers/mastercard-bs/key-pem";
import { consumerKeyShape, keyLifeMonths } from "@/lib/providers/mastercard-bs/settings";

const zone = "Europe/Copenhagen";

type KeyRead =
  | { ok: true; key: KeyObject; certificateEndsAt: Date | null; field: "key_file" | "pem" }
  | { ok: false; problems: FieldProblems };

/** The field that each trouble with a key is shown at, when it is not the key's own. */
const fieldOf: Partial<Record<CredentialProblem, string>> = {
  password_wrong: "password",
  pem_needs_password: "password",
  alias_unknown: "alias",
};

const problemAt = (field: string, problem: CredentialProblem): FieldProblems => ({
  [fieldOf[problem] ?? field]: credentialProblems[problem],
});

function readKey(values: Values): KeyRead {
  const password = values.password ?? "";
  const pem = values.pem?.trim() ?? "";
  if (values.key_source === "pem" || (!values.key_source && !values.key_file && pem !== "")) {
    if (pem === "") return { ok: false, problems: { pem: "required" } };
    const read = readPem(pem, password);
    if (read.ok) return { ok: true, key: read.key, certificateEndsAt: null, field: "pem" };
    return { ok: false, problems: problemAt("pem", read.problem) };
  }
  if (!values.key_file) return { ok: false, problems: { key_file: "required" } };
  const opened = openKeyFile(values.key_file, password, values.alias ?? "");
  if (opened.ok) return { ...opened, field: "key_file" };
  return { ok: false, problems: problemAt("key_file", opened.problem) };
}

function createdOnProblem(createdOn: string, now: Date): CredentialProblem | null {
  if (createdOn === "") return null;
  if (!isDay(createdOn)) return "day_unreadable";
  return createdOn > dayIn(now, zone) ? "day_in_future" : null;
}

function expiry(certificateEndsAt: Date | null, createdOn: string): Date | null {
  if (certificateEndsAt !== null) return certificateEndsAt;
  return isDay(createdOn) ? startOfDay(addMonthsToDay(createdOn, keyLifeMonths), zone) : null;
}

/** Key ids end in zeros in every published sample, which would make all keys look alike. */
function lastFour(consumerKey: string): string {
  const telling = consumerKey.replace(/0+$/, "");
  return (telling.length >= 4 ? telling : consumerKey).slice(-4);
}

/**
 * Opens what an admin gave and keeps only what signing needs: the consumer key and the private key as PKCS#8 PEM. All
 * problems are told at once. The fingerprint is that of the public key (SHA-256 of its SubjectPublicKeyInfo, hex).
 */
export function readCredential(
  values: Values,
  now: Date,
): { ok: true; secrets: Values; facts: CredentialFacts } | { ok: false; problems: FieldProblems } {
  const consumerKey = values.consumer_key?.trim() ?? "";
  const createdOn = values.created_on?.trim() ?? "";
  const read = readKey(values);
  const problems: FieldProblems = read.ok ? {} : { ...read.problems };
  const unfit = read.ok ? keyProblem(read.key) : null;
  if (read.ok && unfit !== null) problems[read.field] = credentialProblems[unfit];
  if (consumerKey === "") problems.consumer_key = "required";
  else if (!consumerKeyShape.test(consumerKey)) problems.consumer_key = credentialProblems.consumer_key_shape;
  const wrongDay = createdOnProblem(createdOn, now);
  if (wrongDay !== null) problems.created_on = credentialProblems[wrongDay];
  if (!read.ok || Object.keys(problems).length > 0) return { ok: false, problems };

  const publicKey = createPublicKey(read.key).export({ type: "spki", format: "der" });
  return {
    ok: true,
    secrets: {
      consumer_key: consumerKey,
      private_key: read.key.export({ type: "pkcs8", format: "pem" }).toString(),
    },
    facts: {
      fingerprint: createHash("sha256").update(publicKey).digest("hex"),
      lastFour: lastFour(consumerKey),
      expiresAt: expiry(read.certificateEndsAt, createdOn),
    },
  };
}
