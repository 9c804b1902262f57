import { ValidationErrorsBIC, validateBIC } from "ibantools";
import { upperAscii, withoutSeparators } from "@/lib/identifiers/separators";

export type BicWarning =
  /** The BIC's country is not the IBAN's. */
  "country_differs";

export type BicResult =
  | {
      ok: true /** 8 or 11 characters, upper case. */;
      value: string;
      country: string;
      warnings: BicWarning[];
    }
  | { ok: false; code: "length" | "country" | "characters" };

/** Territories whose banks may have a BIC of their own beside an IBAN of the mother country. */
const IBAN_COUNTRY_OF: Record<string, string> = {
  AX: "FI",
  ...Object.fromEntries(["GG", "IM", "JE"].map((territory) => [territory, "GB"])),
  ...Object.fromEntries(
    ["BL", "GF", "GP", "MF", "MQ", "PM", "RE", "YT"].map((territory) => [territory, "FR"]),
  ),
};

/** Checks the shape of a BIC; with the country of an IBAN it also tells when the two do not go together. */
export function checkBic(text: string, ibanCountry?: string): BicResult {
  const value = upperAscii(withoutSeparators(text));
  if (value.length !== 8 && value.length !== 11) return { ok: false, code: "length" };
  const { errorCodes } = validateBIC(value);
  if (errorCodes.includes(ValidationErrorsBIC.NoBICCountry)) return { ok: false, code: "country" };
  if (errorCodes.length > 0) return { ok: false, code: "characters" };
  const country = value.slice(4, 6);
  const differs =
    ibanCountry !== undefined && ibanCountry !== country && ibanCountry !== IBAN_COUNTRY_OF[country];
  return { ok: true, value, country, warnings: differs ? ["country_differs"] : [] };
}

/** True when two checked BICs name the same office: eight characters mean the head office, `XXX`. */
export function sameBic(one: string, other: string): boolean {
  return one.padEnd(11, "X") === other.padEnd(11, "X");
}
