import { weightedSum } from "@/lib/identifiers/modulus";
import { withoutSeparators } from "@/lib/identifiers/separators";
import { type Day, isDay } from "@/lib/kernel/day";

export type CprResult =
  | {
      ok: true;
      /** Ten digits, as sent. */
      value: string;
      birthDate: Day;
      /** False for numbers issued without the check digit since October 2007: valid all the same. */
      modulus11: boolean;
    }
  | { ok: false; code: "length" | "characters" | "date" };

const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Checks a Danish civil registration number DDMMYY-SSSS. A failing modulus 11 is told and never refused:
 * https://www.cpr.dk/cpr-systemet/personnumre-uden-kontrolciffer-modulus-11-kontrol/
 */
export function checkCpr(text: string): CprResult {
  const value = withoutSeparators(text);
  if (!/^\d*$/.test(value)) return { ok: false, code: "characters" };
  if (value.length !== 10) return { ok: false, code: "length" };
  const year = birthYear(Number(value.slice(4, 6)), Number(value.slice(6, 7)));
  const birthDate = `${year}-${value.slice(2, 4)}-${value.slice(0, 2)}`;
  if (!isDay(birthDate)) return { ok: false, code: "date" };
  return { ok: true, value, birthDate, modulus11: weightedSum(value, WEIGHTS) % 11 === 0 };
}

/** The seventh digit and the two of the year tell the century: https://www.cpr.dk/cpr-systemet/opbygning-af-cpr-nummeret/ */
function birthYear(yy: number, seventh: number): number {
  if (seventh <= 3) return 1900 + yy;
  if (seventh === 4 || seventh === 9) return yy <= 36 ? 2000 + yy : 1900 + yy;
  return yy <= 57 ? 2000 + yy : 1800 + yy;
}
