import { composeIBAN } from "ibantools";
import { checkIban, normaliseIban } from "@/lib/identifiers/iban";
import { withoutSeparators } from "@/lib/identifiers/separators";

export type DanishAccountResult =
  | {
      ok: true;
      /** Four digits, leading zeros kept. */
      registration: string;
      /** Ten digits, padded with zeros on the left. */
      account: string;
      /** The same account as an IBAN. */
      iban: string;
    }
  | { ok: false; field: "registration" | "account"; code: "length" | "characters" | "all_zero" }
  | { ok: false; field: "iban"; code: "wrong" | "not_danish" };

/** Checks a registration number (4 digits) and an account number (1 to 10). Danish accounts have no general check digit. */
export function checkDanishAccount(registrationText: string, accountText: string): DanishAccountResult {
  const registration = withoutSeparators(registrationText);
  const account = withoutSeparators(accountText);
  const problem = problemOf("registration", registration, 4, 4) ?? problemOf("account", account, 1, 10);
  if (problem !== undefined) return problem;
  const padded = account.padStart(10, "0");
  const iban = composeIBAN({ countryCode: "DK", bban: registration + padded });
  // Fourteen digits always make a Danish IBAN; the library's type says it might not.
  if (iban === null) return { ok: false, field: "account", code: "characters" };
  return { ok: true, registration, account: padded, iban };
}

/**
 * Reads both numbers from one pasted text: `0040 0440116243`, `0040-0440116243`, the two without anything between, or a
 * Danish IBAN. The first four digits are the registration number.
 */
export function readDanishAccount(text: string): DanishAccountResult {
  const plain = normaliseIban(text);
  if (/^[A-Z]{2}/.test(plain)) {
    if (!plain.startsWith("DK")) return { ok: false, field: "iban", code: "not_danish" };
    if (!checkIban(plain).ok) return { ok: false, field: "iban", code: "wrong" };
    return checkDanishAccount(plain.slice(4, 8), plain.slice(8));
  }
  const [first = "", ...others] = text.trim().split(/[\s.\p{Pd}\u2212/]+/u);
  const rest = others.join("");
  // Split where the writer did; digits in one piece are split after the fourth.
  if (rest !== "") return checkDanishAccount(first, rest);
  return checkDanishAccount(first.slice(0, 4), first.slice(4));
}

function problemOf(
  field: "registration" | "account",
  digits: string,
  shortest: number,
  longest: number,
): DanishAccountResult | undefined {
  if (!/^\d*$/.test(digits)) return { ok: false, field, code: "characters" };
  if (digits.length < shortest || digits.length > longest) return { ok: false, field, code: "length" };
  return /^0+$/.test(digits) ? { ok: false, field, code: "all_zero" } : undefined;
}
