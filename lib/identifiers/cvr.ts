import { weightedSum } from "@/lib/identifiers/modulus";
import { upperAscii, withoutSeparators } from "@/lib/identifiers/separators";

export type CvrResult =
  | { ok: true /** Eight digits. */; value: string }
  | { ok: false; code: "length" | "characters" | "check_digit" };

const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Checks a Danish company number, with or without `DK` in front: http://erhvervsstyrelsen.dk/modulus_11
 * `checkDigit: false` is for a provider's sandbox, whose numbers do not hold it.
 */
export function checkCvr(text: string, options: { checkDigit?: boolean } = {}): CvrResult {
  const value = upperAscii(withoutSeparators(text)).replace(/^DK(?=\d)/, "");
  if (!/^\d*$/.test(value)) return { ok: false, code: "characters" };
  if (value.length !== 8) return { ok: false, code: "length" };
  const holds = weightedSum(value, WEIGHTS) % 11 === 0 && value !== "00000000";
  return holds || options.checkDigit === false ? { ok: true, value } : { ok: false, code: "check_digit" };
}
