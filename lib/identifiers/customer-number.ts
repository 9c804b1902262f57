import { upperAscii } from "@/lib/identifiers/separators";

export type CustomerNumberResult =
  | {
      ok: true;
      /** As Betalingsservice keeps it: only digits are padded to 15, with letters it stays as long as it is. */
      value: string;
      /** Digits only, the form that every part of the scheme takes. */
      digitsOnly: boolean;
    }
  | { ok: false; code: "empty" | "length" | "characters" };

/** Checks the creditor's number for a debtor (kundenummer): 1 to 15 digits and letters, letters in upper case. */
export function checkCustomerNumber(text: string): CustomerNumberResult {
  const given = upperAscii(text.normalize("NFKC").trim());
  if (given === "") return { ok: false, code: "empty" };
  if (!/^[A-Z0-9]+$/.test(given)) return { ok: false, code: "characters" };
  if (given.length > 15) return { ok: false, code: "length" };
  const digitsOnly = /^\d+$/.test(given);
  return { ok: true, value: digitsOnly ? given.padStart(15, "0") : given, digitsOnly };
}

/** Equal once leading zeros are left out: a candidate to show to a person, not a match. */
export function mayBeSameCustomerNumber(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(text: string): string {
  return upperAscii(text.trim()).replace(/^0+(?=.)/, "");
}
