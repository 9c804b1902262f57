import { upperAscii, withoutSeparators } from "@/lib/identifiers/separators";

export type CreditorNumberResult =
  | {
      ok: true;
      /** Padded with zeros, as kept and shown. */
      value: string;
      /** As an integer, where a provider's API wants one. */
      wire: number;
    }
  | { ok: false; code: "length" | "characters" | "all_zero" };

export type SalesLocationResult = { ok: true; value: string } | { ok: false; code: "shape" };

/** Checks a creditor number (PBS-nummer): up to 8 digits, kept as 8. */
export function checkPbsNumber(text: string): CreditorNumberResult {
  return paddedNumber(text, 8);
}

/** Checks a debtor group number (debitorgruppenummer): up to 5 digits, kept as 5. */
export function checkDebtorGroup(text: string): CreditorNumberResult {
  return paddedNumber(text, 5);
}

/** Checks a PAY. sales location `SL-####-####`; dashes and case are repaired. */
export function checkSalesLocation(text: string): SalesLocationResult {
  const match = /^SL(\d{4})(\d{4})$/.exec(upperAscii(withoutSeparators(text)));
  return match === null ? { ok: false, code: "shape" } : { ok: true, value: `SL-${match[1]}-${match[2]}` };
}

function paddedNumber(text: string, width: number): CreditorNumberResult {
  const digits = withoutSeparators(text);
  if (!/^\d*$/.test(digits)) return { ok: false, code: "characters" };
  if (digits === "" || digits.length > width) return { ok: false, code: "length" };
  const wire = Number(digits);
  return wire === 0
    ? { ok: false, code: "all_zero" }
    : { ok: true, value: digits.padStart(width, "0"), wire };
}
