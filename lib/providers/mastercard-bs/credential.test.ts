import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Values } from "@/lib/providers/contract";
import { readCredential } from "@/lib/providers/mastercard-bs/credential";
import { type CredentialProblem, credentialProblems } from "@/lib/providers/mastercard-bs/credential-words";

const now = new Date("2026-11-21T09:00:00Z");
const consumerKey = `${"clientId".repeat(6)}!${"0123456789abcdef".repeat(2)}${"0".repeat(16)}`;

/** Files made with OpenSSL for these tests; the keys in them open nothing. */
const file = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}.p12`, import.meta.url)).toString("base64");
const withFile = (name: string, more: Values = {}): Values => ({
  consumer_key: consumerKey,
  key_source: "key_file",
  key_file: file(name),
  alias: "keyalias",
  password: "keystorepassword",
  ...more,
});
const withPem = (pem: string, more: Values = {}): Values => ({
  consumer_key: consumerKey,
  key_source: "pem",
  pem,
  ...more,
});

/** SHA-256 of the public keys in the files, as OpenSSL gives them. */
const firstKey = "61dbe55e289266ca4fc48320b2d0033fa3f3c70a3244ea2896095837931e4174";
const secondKey = "3082570fda6c491de28101ae2051ceaf4d71464ce949b56289e91ab378dd69a6";
const firstCertificateEnds = new Date("2027-11-20T20:18:29Z");

const problemOf = (values: Values) => {
  const read = readCredential(values, now);
  return read.ok ? {} : read.problems;
};
const problem = (field: string, code: CredentialProblem) => ({ [field]: credentialProblems[code] });

const rsa = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength }).privateKey;
const pemOf = (key: ReturnType<typeof rsa>, type: "pkcs1" | "pkcs8" = "pkcs8"): string =>
  key.export({ type, format: "pem" }).toString();
const longKey = rsa(2048);

describe("a key file", () => {
  it.each([
    ["the old protection (RC2-40, 3DES, SHA-1)", "legacy", {}],
    ["the new protection (AES-256, SHA-256)", "modern", {}],
    ["letters beyond ASCII in its password", "danish", { password: "rødgrød" }],
  ])("with %s is opened and kept as PKCS#8", (_, name, more) => {
    const read = readCredential(withFile(name, more), now);
    if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.problems)}`);
    expect(read.facts).toEqual({
      fingerprint: firstKey,
      lastFour: "cdef",
      expiresAt: firstCertificateEnds,
    });
    expect(Object.keys(read.secrets).sort()).toEqual(["consumer_key", "private_key"]);
    expect(read.secrets.private_key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(createPrivateKey(read.secrets.private_key ?? "").asymmetricKeyType).toBe("rsa");
  });

  it("with a single key is opened under any alias, also none", () => {
    for (const alias of ["another", "", "KEYALIAS"]) {
      const read = readCredential(withFile("modern", { alias }), now);
      expect(read.ok && read.facts.fingerprint).toBe(firstKey);
    }
  });

  it("with several keys gives the one under the alias, and its certificate's end", () => {
    const second = readCredential(withFile("two-keys", { alias: "second" }), now);
    expect(second.ok && second.facts.fingerprint).toBe(secondKey);
    expect(second.ok && second.facts.expiresAt).toEqual(new Date("2027-11-20T20:31:36Z"));
    const first = readCredential(withFile("two-keys", { alias: "first" }), now);
    expect(first.ok && first.facts.fingerprint).toBe(firstKey);
    expect(first.ok && first.facts.expiresAt).toEqual(firstCertificateEnds);
  });

  it.each<[string, Values, Record<string, unknown>]>([
    ["a wrong password", withFile("modern", { password: "wrong" }), problem("password", "password_wrong")],
    ["no password", withFile("legacy", { password: "" }), problem("password", "password_wrong")],
    [
      "a wrong password and no seal",
      withFile("two-keys", { password: "wrong" }),
      problem("password", "password_wrong"),
    ],
    ["several keys and another alias", withFile("two-keys"), problem("alias", "alias_unknown")],
    ["no key in it", withFile("no-key"), problem("key_file", "key_missing")],
    ["a key that is not RSA", withFile("ec"), problem("key_file", "key_not_rsa")],
    ["a short key", withFile("short"), problem("key_file", "key_too_short")],
    ["rounds without end", withFile("slow"), problem("key_file", "key_file_unsupported")],
    [
      "something else in it",
      withFile("modern", { key_file: Buffer.from("%PDF-1.7 …").toString("base64") }),
      problem("key_file", "key_file_not_pkcs12"),
    ],
    [
      "a bare key in it",
      withFile("modern", {
        key_file: longKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
      }),
      problem("key_file", "key_file_not_pkcs12"),
    ],
    [
      "text that is not base64",
      withFile("modern", { key_file: "-----BEGIN" }),
      problem("key_file", "key_file_not_pkcs12"),
    ],
    [
      "more than a key file can have",
      withFile("modern", { key_file: Buffer.alloc(100_001).toString("base64") }),
      problem("key_file", "key_file_too_large"),
    ],
    ["nothing", withFile("modern", { key_file: "" }), { key_file: "required" }],
  ])("with %s is refused at its field", (_, values, expected) => {
    expect(problemOf(values)).toEqual(expected);
  });

  it("that is damaged anywhere is refused and never throws", () => {
    const bytes = Buffer.from(file("modern"), "base64");
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        const read = readCredential(withFile("modern", { key_file: damaged.toString("base64") }), now);
        // Some bytes carry no meaning; the key itself is sealed.
        expect(read.ok ? read.facts.fingerprint : firstKey).toBe(firstKey);
      }),
      { numRuns: 60 },
    );
  });

  it("of any content is answered with a problem", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(
          problemOf(withFile("modern", { key_file: Buffer.from(bytes).toString("base64") })),
        ).toHaveProperty("key_file");
      }),
    );
  });
});

describe("a key as text", () => {
  it.each([
    ["PKCS#8", pemOf(longKey)],
    ["PKCS#1", pemOf(longKey, "pkcs1")],
    ["base64 of PEM", Buffer.from(pemOf(longKey)).toString("base64")],
    ["line ends of another system", pemOf(longKey).replaceAll("\n", "\r\n")],
    ["line ends written out", pemOf(longKey).replaceAll("\n", "\\n")],
  ])("is read from %s and kept as PKCS#8", (_, pem) => {
    const read = readCredential(withPem(pem), now);
    expect(read.ok && read.secrets).toEqual({ consumer_key: consumerKey, private_key: pemOf(longKey) });
  });

  it("is opened with its password when it is locked", () => {
    const locked = longKey
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "hemmelig" })
      .toString();
    expect(readCredential(withPem(locked, { password: "hemmelig" }), now).ok).toBe(true);
    expect(problemOf(withPem(locked))).toEqual(problem("password", "pem_needs_password"));
    expect(problemOf(withPem(locked, { password: "forkert" }))).toEqual(
      problem("password", "pem_needs_password"),
    );
  });

  it.each<[string, string, Record<string, unknown>]>([
    ["nothing", " ", { pem: "required" }],
    ["other text", "hello", problem("pem", "pem_unreadable")],
    ["a short key", pemOf(rsa(1024)), problem("pem", "key_too_short")],
    [
      "a key of another kind",
      generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      problem("pem", "key_not_rsa"),
    ],
    [
      "a key for another kind of signature",
      generateKeyPairSync("rsa-pss", { modulusLength: 2048 })
        .privateKey.export({ type: "pkcs8", format: "pem" })
        .toString(),
      problem("pem", "key_not_rsa"),
    ],
  ])("is refused when it is %s", (_, pem, expected) => {
    expect(problemOf(withPem(pem))).toEqual(expected);
  });
});

describe("what goes with the key", () => {
  const pem = pemOf(longKey);

  it.each([
    ["a day", "2026-02-28", new Date("2027-02-27T23:00:00Z")],
    ["a leap day", "2024-02-29", new Date("2025-02-27T23:00:00Z")],
    ["nothing", "", null],
  ])("%s as the day it was made gives the expiry a year on", (_, created_on, expected) => {
    const read = readCredential(withPem(pem, { created_on }), now);
    expect(read.ok && read.facts.expiresAt).toEqual(expected);
  });

  it("gives a file without a certificate its expiry too", () => {
    const read = readCredential(withFile("no-certificate", { created_on: "2026-11-20" }), now);
    expect(read.ok && read.facts.expiresAt).toEqual(new Date("2027-11-19T23:00:00Z"));
  });

  it("tells a day that has not come yet, by the Danish date, and one that is none", () => {
    const lateEvening = new Date("2026-11-20T23:30:00Z");
    expect(readCredential(withPem(pem, { created_on: "2026-11-21" }), lateEvening).ok).toBe(true);
    expect(problemOf(withPem(pem, { created_on: "2026-11-22" }))).toEqual(
      problem("created_on", "day_in_future"),
    );
    expect(problemOf(withPem(pem, { created_on: "22/11" }))).toEqual(problem("created_on", "day_unreadable"));
  });

  it.each([
    ["too short", consumerKey.slice(1)],
    ["too long", `${consumerKey}0`],
    ["without its mark", consumerKey.replace("!", "0")],
    ["with the mark elsewhere", `!${consumerKey.replace("!", "")}`],
    ["with a quote in it", consumerKey.replace("c", '"')],
  ])("refuses a consumer key that is %s", (_, consumer_key) => {
    expect(problemOf(withPem(pem, { consumer_key }))).toEqual(problem("consumer_key", "consumer_key_shape"));
  });

  it("tells all problems at once", () => {
    expect(problemOf({ key_source: "pem", pem: "hello", created_on: "never" })).toEqual({
      consumer_key: "required",
      ...problem("pem", "pem_unreadable"),
      ...problem("created_on", "day_unreadable"),
    });
  });

  it("shows four characters that differ from key to key", () => {
    const other = consumerKey.replace(/cdef0+$/, `1a2b${"0".repeat(16)}`);
    const read = readCredential(withPem(pem, { consumer_key: ` ${other} ` }), now);
    expect(read.ok && read.facts.lastFour).toBe("1a2b");
  });
});
