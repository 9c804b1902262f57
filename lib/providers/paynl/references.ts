import { createHash } from "node:crypto";

const MAX = 35;

/**
 * Our id in the form of a `reference`: letters, digits and hyphens, at most 35. The allowed set is not published; this
 * is the narrowest of all. A longer id keeps its beginning and gets a digest, so that two never become one.
 */
export function referenceOf(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9-]/g, "-");
  if (plain.length <= MAX) return plain;
  return `${plain.slice(0, 18)}-${createHash("sha256").update(id).digest("hex").slice(0, 16)}`;
}

/** What a mandate of ours carries back. */
export interface MandateMark {
  /** Our mandate id, when we know it. */
  ourId: string | null;
  /** The mandate's `reference` as PAY. has it. */
  reference: string | null;
}

/** What every mandate id of this desk looks like, and no sensible payment reference does. */
const MANDATE_ID = /^man_[0-9A-Z]{26}$/;

/** Whether a text that came back names a mandate of ours rather than a payment. */
export function namesMandate(text: string, mark: MandateMark = { ourId: null, reference: null }): boolean {
  return MANDATE_ID.test(text) || text === mark.ourId || referenceOf(text) === mark.reference;
}

/**
 * A PAY. code that may go into an address: they are opaque, but never longer than this nor of other characters, and
 * one that came in a message must not lead a read elsewhere.
 */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9-]{1,32}$/.test(text);
}
