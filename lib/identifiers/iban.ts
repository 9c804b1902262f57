import { friendlyFormatIBAN, getCountrySpecifications, ValidationErrorsIBAN, validateIBAN } from "ibantools";
import { sepaStanding } from "@/lib/identifiers/sepa-countries";
import { upperAscii, withoutSeparators } from "@/lib/identifiers/separators";

export type IbanWarning =
  /** Newly in SEPA; the bank may not take direct debits. */
  | "may_not_be_reachable"
  /** Outside the EEA: a collection needs the debtor's address. */
  | "address_required"
  /** The country's own check digits inside the account do not hold. */
  | "national_check_digits";

export type IbanResult =
  | { ok: true /** Without spaces. */; value: string; country: string; warnings: IbanWarning[] }
  | { ok: false; code: "empty" | "country" | "characters" | "check_digits" }
  | { ok: false; code: "outside_sepa"; country: string }
  | { ok: false; code: "length"; expected: number; actual: number };

/** Check digits that no bank issues: they would be the same as 97, 98 and 02. */
const NEVER_ISSUED = ["00", "01", "99"];

/** Checks an IBAN as typed or pasted for a SEPA direct debit. It says nothing about whether the account exists. */
export function checkIban(text: string): IbanResult {
  const value = normaliseIban(text);
  if (value === "") return { ok: false, code: "empty" };
  if (!/^[A-Z0-9]+$/.test(value)) return { ok: false, code: "characters" };
  const country = value.slice(0, 2);
  const expected = getCountrySpecifications()[country]?.chars;
  if (expected === undefined || expected === null) return { ok: false, code: "country" };
  if (value.length !== expected) return { ok: false, code: "length", expected, actual: value.length };
  const { errorCodes } = validateIBAN(value);
  const has = (code: ValidationErrorsIBAN) => errorCodes.includes(code);
  if (has(ValidationErrorsIBAN.WrongBBANFormat) || has(ValidationErrorsIBAN.ChecksumNotNumber)) {
    return { ok: false, code: "characters" };
  }
  if (has(ValidationErrorsIBAN.WrongIBANChecksum) || NEVER_ISSUED.includes(value.slice(2, 4))) {
    return { ok: false, code: "check_digits" };
  }
  const standing = sepaStanding(country);
  if (standing === undefined) return { ok: false, code: "outside_sepa", country };
  const warnings: IbanWarning[] = [];
  if (standing === "newcomer") warnings.push("may_not_be_reachable");
  if (standing !== "eea") warnings.push("address_required");
  if (has(ValidationErrorsIBAN.WrongAccountBankBranchChecksum)) warnings.push("national_check_digits");
  return { ok: true, value, country, warnings };
}

/** The electronic form: upper case, without spaces, dots and dashes. Checks nothing. */
export function normaliseIban(text: string): string {
  return upperAscii(withoutSeparators(text));
}

/** Groups of four, for people. */
export function formatIban(value: string): string {
  return friendlyFormatIBAN(value) ?? value;
}
