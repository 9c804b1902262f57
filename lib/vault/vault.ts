import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";

/** Where a sealed value lives. A value moved to another place does not open. */
export interface Place {
  creditorId: string;
  table: string;
  rowId: string;
  field: string;
}

/** Envelope encryption: values under data keys, data keys under the master key. */
export interface Vault {
  /** AES-256-GCM, bound to its place. The result names its key: `v1.<key id>.<iv>.<tag>.<text>`. */
  seal(place: Place, text: string): string;
  open(place: Place, sealed: string): string;
  /** A keyed fingerprint, equal for equal values of one creditor and kind: to find a CPR or an account exactly. */
  blindIndex(creditorId: string, kind: string, value: string): string;
}

export interface DataKey {
  id: string;
  purpose: "data" | "index";
  key: Buffer;
}

function encrypt(key: Buffer, aad: string, plain: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(aad));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [iv, cipher.getAuthTag(), text].map((part) => part.toString("base64url")).join(".");
}

function decrypt(key: Buffer, aad: string, sealed: string): Buffer {
  const [iv, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!iv || !tag || !text) throw new Error("not a sealed value");
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 }).setAAD(Buffer.from(aad));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

export const wrapKey = (master: Buffer, id: string, key: Buffer): string => encrypt(master, `key:${id}`, key);

/** Throws when the master key is not the one that wrapped it. */
export const unwrapKey = (master: Buffer, id: string, wrapped: string): Buffer =>
  decrypt(master, `key:${id}`, wrapped);

const aadOf = (place: Place): string =>
  [place.creditorId, place.table, place.rowId, place.field].join("\u0000");

/** A vault over unwrapped keys; new values are sealed under the last data key. */
export function vaultWith(keys: readonly DataKey[]): Vault {
  const data = keys.filter((one) => one.purpose === "data");
  const current = data.at(-1);
  const index = keys.find((one) => one.purpose === "index");
  if (!current || !index) throw new Error("the vault has no keys");
  return {
    seal: (place, text) =>
      `v1.${current.id}.${encrypt(current.key, aadOf(place), Buffer.from(text, "utf8"))}`,
    open: (place, sealed) => {
      const [version, id, ...rest] = sealed.split(".");
      const found = data.find((one) => one.id === id);
      if (version !== "v1" || !found) throw new Error("sealed under a key this vault does not have");
      return decrypt(found.key, aadOf(place), rest.join(".")).toString("utf8");
    },
    blindIndex: (creditorId, kind, value) =>
      createHmac("sha256", index.key).update([creditorId, kind, value].join("\u0000")).digest("base64url"),
  };
}
