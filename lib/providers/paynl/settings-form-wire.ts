import type { Field } from "@/lib/providers/contract";
import { NO, pick, text, whole, word, YES } from "@/lib/providers/paynl/setting-fields";

/** A technical name that reads the same in every language. */
const literal = (value: string) => ({ value, label: text(value, value, value) });

/** What is assumed of PAY.'s bytes: names, paths, lengths. The first option and `initial` are the defaults. */
export const wireSettings: readonly Field[] = [
  pick(
    "add_mandate_field",
    [literal("mandate"), literal("mandateId")],
    text(
      "Field for the mandate in a new debit",
      "Felt for aftalen i en ny opkrævning",
      "Veld voor de machtiging in een nieuwe incasso",
    ),
    text(
      "PAY.'s guide shows the first, PAY.'s Node library sends the second.",
      "PAY.s vejledning viser det første, PAY.s Node-bibliotek sender det andet.",
      "De handleiding van PAY. toont het eerste, de Node-bibliotheek van PAY. stuurt het tweede.",
    ),
  ),
  pick(
    "process_date_form",
    [
      { value: "day", label: text("Day", "Dag", "Dag") },
      { value: "date_time", label: text("Date and time", "Dato og tid", "Datum en tijd") },
    ],
    text("Form of the process date", "Form for behandlingsdatoen", "Vorm van de verwerkingsdatum"),
    text(
      "The reference says date-time; plain days are what others send.",
      "Referencen siger dato og tid; andre sender rene dage.",
      "De referentie zegt datum en tijd; anderen sturen alleen de dag.",
    ),
  ),
  whole(
    "description_max",
    [10, 140],
    text("Longest text to the debtor", "Længste tekst til debitor", "Langste tekst aan de debiteur"),
    text(
      "Not published; others cut at 32.",
      "Ikke offentliggjort; andre afkorter ved 32.",
      "Niet gepubliceerd; anderen kappen af op 32.",
    ),
    32,
  ),
  pick(
    "transliterate",
    [YES, NO],
    text("Send only SEPA letters", "Send kun SEPA-tegn", "Alleen SEPA-tekens sturen"),
    text(
      "Letters outside the set become their nearest: é is sent as e.",
      "Tegn uden for sættet bliver til det nærmeste: é sendes som e.",
      "Tekens buiten de set worden het dichtstbijzijnde: é wordt verzonden als e.",
    ),
  ),
  word(
    "api_path",
    "/v2",
    "(/[A-Za-z0-9]{1,20}){1,3}",
    text("Path of the API", "API-sti", "Pad van de API"),
    text("Version 2 is the current one.", "Version 2 er den gældende.", "Versie 2 is de huidige."),
  ),
  word(
    "debits_array",
    "directdebits",
    "[A-Za-z_]{1,40}",
    text("Array name in a list of debits", "Listens navn, opkrævninger", "Naam van de lijst met incasso's"),
    text("Seen in others' code.", "Set i andres kode.", "Gezien in code van anderen."),
  ),
  word(
    "mandates_array",
    "mandates",
    "[A-Za-z_]{1,40}",
    text("Array name in a list of mandates", "Listens navn, aftaler", "Naam van de lijst met machtigingen"),
    text("Assumed.", "Antaget.", "Aangenomen."),
  ),
  whole(
    "page_size",
    [1, 1_000],
    text("Objects per page", "Objekter per side", "Objecten per pagina"),
    text("PAY.'s default is 100.", "PAY.s standard er 100.", "Standaard bij PAY. is 100."),
    100,
  ),
  whole(
    "max_pages",
    [1, 1_000],
    text("Pages read at most", "Højst læste sider", "Hoogstens gelezen pagina's"),
    text(
      "A longer list proves nothing about what is missing in it.",
      "En længere liste beviser intet om det, der mangler i den.",
      "Een langere lijst bewijst niets over wat erin ontbreekt.",
    ),
    50,
  ),
];
