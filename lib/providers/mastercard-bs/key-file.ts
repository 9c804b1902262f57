import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import forge from "node-forge";
import { keyFileMaxBytes, keyFileMaxRounds } from "@/lib/providers/mastercard-bs/settings";

/**
 * Key files as the portal issues them: PKCS#12 with one key under an alias, protected by a password. Node's own crypto
 * cannot open them. Both ways of protecting are read: the old one (RC2-40, 3DES, SHA-1) and the new one (AES, SHA-256).
 */

export type KeyFileProblem =
  | "key_file_not_pkcs12"
  | "key_file_too_large"
  | "key_file_unsupported"
  | "key_missing"
  | "password_wrong"
  | "alias_unknown";

type KeyFile =
  | { ok: true; key: KeyObject; certificateEndsAt: Date | null }
  | { ok: false; problem: KeyFileProblem };

interface Entry {
  alias: string | null;
  key: KeyObject;
}

type Bag = forge.pkcs12.Bag;

const nothing = (problem: KeyFileProblem): KeyFile => ({ ok: false, problem });

/**
 * Opens a key file (base64, as a browser hands it over) and takes the key under the alias. When there is only one key,
 * it is taken whatever the alias says: the alias is part of what people mistype, and there is nothing to mix it up with.
 */
export function openKeyFile(base64: string, password: string, alias: string): KeyFile {
  const bytes = decodeBase64(base64);
  if (bytes === null) return nothing("key_file_not_pkcs12");
  if (bytes.length > keyFileMaxBytes) return nothing("key_file_too_large");
  const outline = parse(bytes);
  if (outline === null || !isPfx(outline)) return nothing("key_file_not_pkcs12");
  if (roundsIn(outline, 0) > keyFileMaxRounds) return nothing("key_file_unsupported");

  const opened = decrypt(bytes, password);
  if (typeof opened === "string") return nothing(opened);
  const bags = opened.safeContents.flatMap((part) => part.safeBags);
  const keyBags = bags.filter((bag) => bag.type === oids.keyBag || bag.type === oids.pkcs8ShroudedKeyBag);
  if (keyBags.length === 0) return nothing("key_missing");
  const entries = keyBags.map(entryOf).filter((entry) => entry !== null);
  if (entries.length === 0) return nothing("key_file_unsupported");

  const wanted = alias.trim().toLowerCase();
  const entry = entries.find((one) => one.alias?.toLowerCase() === wanted);
  const chosen = entry ?? (entries.length === 1 ? entries[0] : undefined);
  if (chosen === undefined) return nothing("alias_unknown");
  return { ok: true, key: chosen.key, certificateEndsAt: certificateEnd(bags, chosen.key) };
}

const oids = {
  keyBag: forge.pki.oids.keyBag,
  pkcs8ShroudedKeyBag: forge.pki.oids.pkcs8ShroudedKeyBag,
} as const;

function decodeBase64(text: string): Buffer | null {
  const plain = text.replace(/^data:[^,]*,/, "").replace(/\s+/g, "");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(plain) ? Buffer.from(plain, "base64") : null;
}

function parse(bytes: Buffer): forge.asn1.Asn1 | null {
  try {
    return forge.asn1.fromDer(bytes.toString("latin1"), false);
  } catch {
    return null;
  }
}

const children = (node: forge.asn1.Asn1): forge.asn1.Asn1[] => (Array.isArray(node.value) ? node.value : []);

const isType = (node: forge.asn1.Asn1 | undefined, type: forge.asn1.Type): boolean =>
  node?.tagClass === forge.asn1.Class.UNIVERSAL && node.type === type;

/** PFX is a sequence that begins with the version, 3. */
function isPfx(outline: forge.asn1.Asn1): boolean {
  const [version, content] = children(outline);
  return isType(version, forge.asn1.Type.INTEGER) && version?.value === "\x03" && content !== undefined;
}

/**
 * The rounds that opening would take, as far as they stand in the clear: in all key derivations of PKCS#12 the
 * count is the integer right after the salt. Strings of octets are looked into, because the file nests itself in them.
 */
function roundsIn(node: forge.asn1.Asn1, depth: number): number {
  if (depth > 24) return Number.POSITIVE_INFINITY;
  if (isType(node, forge.asn1.Type.OCTETSTRING) && typeof node.value === "string") {
    const inner = node.value.startsWith("\x30") ? parse(Buffer.from(node.value, "latin1")) : null;
    return inner === null ? 0 : roundsIn(inner, depth + 1);
  }
  const parts = children(node);
  return parts.reduce((sum, part, index) => {
    const { value } = part;
    const counted =
      isType(part, forge.asn1.Type.INTEGER) &&
      isType(parts[index - 1], forge.asn1.Type.OCTETSTRING) &&
      typeof value === "string"
        ? Number.parseInt(Buffer.from(value, "latin1").toString("hex"), 16)
        : 0;
    return sum + counted + roundsIn(part, depth + 1);
  }, 0);
}

/**
 * Opens with the password as it is. Letters beyond ASCII need a second try: the file's seal takes them as UTF-16, the
 * newer encryption as UTF-8, and the library uses one form for both; so the seal, once verified, is taken off.
 */
function decrypt(bytes: Buffer, password: string): forge.pkcs12.Pkcs12Pfx | KeyFileProblem {
  const first = attempt(bytes, password, false);
  if (typeof first !== "string") return first;
  if (password === "" && first === "password_wrong") return attempt(bytes, undefined, false);
  const beyondAscii = /[^\x20-\x7e]/.test(password);
  if (first === "password_wrong" || !beyondAscii) return first;
  return attempt(bytes, Buffer.from(password, "utf8").toString("latin1"), true);
}

function attempt(
  bytes: Buffer,
  password: string | undefined,
  withoutSeal: boolean,
): forge.pkcs12.Pkcs12Pfx | KeyFileProblem {
  const outline = parse(bytes);
  if (outline === null) return "key_file_not_pkcs12";
  const sealed = children(outline).length > 2;
  if (withoutSeal && Array.isArray(outline.value)) outline.value = outline.value.slice(0, 2);
  try {
    return forge.pkcs12.pkcs12FromAsn1(outline, false, password);
  } catch (error) {
    const words = error instanceof Error ? error.message : "";
    if (words.includes("MAC could not be verified")) return "password_wrong";
    // Without a seal a wrong password shows only as a text that does not decrypt.
    return sealed || /unsupported|not supported/i.test(words) ? "key_file_unsupported" : "password_wrong";
  }
}

function entryOf(bag: Bag): Entry | null {
  try {
    const info = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
    const der = Buffer.from(forge.asn1.toDer(info).getBytes(), "latin1");
    return { alias: aliasOf(bag), key: createPrivateKey({ key: der, format: "der", type: "pkcs8" }) };
  } catch {
    return null;
  }
}

function aliasOf(bag: Bag): string | null {
  const attributes: unknown = bag.attributes;
  if (typeof attributes !== "object" || attributes === null || !("friendlyName" in attributes)) return null;
  const names: unknown = attributes.friendlyName;
  const name: unknown = Array.isArray(names) ? names[0] : names;
  return typeof name === "string" ? name : null;
}

/** The end of the certificate that belongs to this key, when the file holds one. */
function certificateEnd(bags: readonly Bag[], key: KeyObject): Date | null {
  const ours = createPublicKey(key).export({ type: "spki", format: "der" });
  for (const { cert } of bags) {
    if (!cert) continue;
    const theirs = Buffer.from(
      forge.asn1.toDer(forge.pki.publicKeyToAsn1(cert.publicKey)).getBytes(),
      "latin1",
    );
    if (ours.equals(theirs)) return cert.validity.notAfter;
  }
  return null;
}
