/**
 * Countries whose accounts can be debited in SEPA, by IBAN prefix. Territories use their mother country's prefix.
 * `newcomer`: joined from November 2024 on (Serbia's date is not certain), few banks there take direct debits yet:
 * https://arenadigitale.it/2024/11/25/montenegro-e-albania-aderiscono-allarea-unica-dei-pagamenti-in-euro
 */
type SepaStanding = "eea" | "outside_eea" | "newcomer";

const COUNTRIES: Record<SepaStanding, string> = {
  eea: "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
  outside_eea: "AD CH GB GI MC SM VA",
  newcomer: "AL MD ME MK RS",
};

const BY_COUNTRY = new Map<string, SepaStanding>([
  ...listed("eea"),
  ...listed("outside_eea"),
  ...listed("newcomer"),
]);

/** How a country stands in SEPA, by its two upper-case letters; undefined when it is outside. */
export function sepaStanding(country: string): SepaStanding | undefined {
  return BY_COUNTRY.get(country);
}

function listed(standing: SepaStanding): [string, SepaStanding][] {
  return COUNTRIES[standing].split(" ").map((country) => [country, standing]);
}
