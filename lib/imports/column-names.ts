import { fold } from "@/lib/kernel/fold";
import type { Target } from "./targets";

/** What people call a column, beside what our own forms call the field; compared folded and without signs. */
const byKind: Readonly<Record<string, readonly string[]>> = {
  identity: [
    "cpr",
    "cvr",
    "cprnr",
    "cvrnr",
    "cprnummer",
    "cvrnummer",
    "cprcvr",
    "identity",
    "personnummer",
    "ssn",
  ],
  danish_account: [
    "konto",
    "kontonr",
    "kontonummer",
    "account",
    "accountnumber",
    "accountno",
    "regogkonto",
    "bankkonto",
    "rekeningnummer",
  ],
  iban: [
    "iban",
    "ibannumber",
    "ibannummer",
    "bankaccount",
    "rekening",
    "rekeningnummer",
    "kontonummer",
    "account",
  ],
  bic: ["bic", "swift", "biccode", "bicswift"],
  customer_number: [
    "customernumber",
    "customerno",
    "customer",
    "customerid",
    "kundenummer",
    "kundenr",
    "kunde",
    "klantnummer",
    "klantnr",
    "klant",
    "debtornumber",
    "debitornummer",
    "debitornr",
    "debiteurnummer",
    "debiteurnr",
    "relatienummer",
  ],
  email: ["email", "mail", "emailaddress", "emailadresse", "mailadresse", "emailadres"],
  amount: ["amount", "belob", "bedrag"],
  day: ["date", "dato", "datum"],
};
const byName: Readonly<Record<string, readonly string[]>> = {
  name: [
    "name",
    "navn",
    "naam",
    "fullname",
    "fuldenavn",
    "debtor",
    "debitor",
    "debiteur",
    "kundenavn",
    "customername",
    "klantnaam",
  ],
  holder: [
    "holder",
    "accountholder",
    "kontohaver",
    "kontoindehaver",
    "rekeninghouder",
    "tennaamstelling",
    "name",
    "navn",
    "naam",
  ],
  phone: [
    "phone",
    "telephone",
    "telefon",
    "tlf",
    "tlfnr",
    "mobil",
    "mobile",
    "telefoon",
    "telefoonnummer",
    "telefonnummer",
  ],
  kind: ["kind", "type", "kundetype", "soort"],
  registration: [
    "regnr",
    "regnummer",
    "registreringsnr",
    "registreringsnummer",
    "reg",
    "registrationnumber",
    "registrationno",
    "sortcode",
    "registratienummer",
  ],
  channel: ["consentchannel", "channel", "samtykkekanal", "kanal", "kanaal"],
  given_at: [
    "consentdate",
    "consent",
    "consenttime",
    "consentgivenat",
    "samtykke",
    "samtykkedato",
    "signed",
    "signeddate",
    "signedat",
    "underskrevet",
    "dato",
    "machtigingsdatum",
    "datum",
    "datumondertekening",
  ],
  wording: ["wording", "consentwording", "samtykketekst", "tekst", "tekstversie"],
  description: ["description", "omschrijving", "beskrivelse", "text", "tekst"],
};

/** A column's name as it is compared: folded, letters and digits only. */
export const plainName = (name: string): string => fold(name).replace(/[^a-z0-9]/g, "");

/** How well a column's name fits a field: the more it is the form's own name of it, the better; 0 for not at all. */
export function fits(column: string, target: Target): number {
  const name = plainName(column);
  const { field } = target;
  const labels = Object.values(field.label);
  const is = (names: readonly string[]) => name !== "" && names.map(plainName).includes(name);
  if (is([target.name, ...labels.map((label) => `${label} ${field.name}`)])) return 5;
  if (is(labels)) return 4;
  if (is([field.name])) return OWN;
  return is([...(byName[field.name] ?? []), ...(byKind[field.kind] ?? [])]) ? 2 : 0;
}

/** From here on the name is the field's own, not only a usual one. */
export const OWN = 3;

const everyName = new Set([...Object.values(byKind), ...Object.values(byName)].flat());

/** Whether a cell says what usually stands over a column. */
export const isColumnName = (cell: string): boolean => everyName.has(plainName(cell));
