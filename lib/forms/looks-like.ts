import { checkCpr } from "@/lib/identifiers/cpr";
import { checkIban } from "@/lib/identifiers/iban";
import type { Field } from "@/lib/providers/contract";

/** A CPR as people write it, with something between date and serial; an account is never split there. */
const writtenCpr = /^\d{6}[\s.\p{Pd}\u2212]+\d{4}$/u;
/** Registration number, something between, account number; or both in one piece. */
const writtenAccount = /^(?:\d{4}[\s.\p{Pd}\u2212/]+\d{6,10}|\d{14})$/u;
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Ten digits that are a real person's number by date and check digit: an account could still look so. */
export function couldBeCpr(text: string): boolean {
  const cpr = /^\s*\d{10}\s*$/.test(text) ? checkCpr(text) : null;
  return cpr?.ok === true && cpr.modulus11;
}

function looksLike(text: string): "cpr" | "iban" | "account" | "email" | null {
  const plain = text.trim();
  if (address.test(plain)) return "email";
  if (writtenCpr.test(plain) && checkCpr(plain).ok) return "cpr";
  if (checkIban(plain).ok) return "iban";
  return writtenAccount.test(plain) ? "account" : null;
}

/** What belongs in another field than the one it was pasted into, as a code of the `fields` dictionary; else null. */
export function misplaced(field: Pick<Field, "kind" | "holds">, text: string): string | null {
  const seen = looksLike(text);
  if (field.holds === "name") {
    if (/\p{Extended_Pictographic}/u.test(text)) return "emoji";
    if (seen) return `looks_like_${seen === "iban" ? "account" : seen}`;
    if (/^\s*\d{10}\s*$/.test(text) && checkCpr(text).ok) return "looks_like_cpr";
    return /^[\d\s.\p{Pd}]{6,}$/u.test(text) ? "looks_like_account" : null;
  }
  if (seen === null) return null;
  switch (field.kind) {
    case "danish_account":
      return seen === "cpr" || seen === "email" ? `looks_like_${seen}` : null;
    case "iban":
      return seen === "iban" ? null : `looks_like_${seen === "account" ? "danish_account" : seen}`;
    case "identity":
    case "cvr":
      return seen === "cpr" && field.kind === "identity"
        ? null
        : `looks_like_${seen === "iban" ? "account" : seen}`;
    default:
      return null;
  }
}
