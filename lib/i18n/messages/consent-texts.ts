import type { Wording } from "@/lib/i18n/wording";

/** The words debtors agree to, and their versions. */
const en = {
  title: "Consent texts",
  note: "read aloud or signed; a version is never changed",
  off: "Only an admin puts a new version in force: {names}.",
  offNobody: "Only an admin puts a new version in force.",
  version: "Version",
  scheme: "Scheme",
  language: "Language",
  text: "Text",
  textHint:
    "Word for word what the debtor hears or signs. Whoever agreed earlier agreed to the earlier words.",
  since: "In force since",
  sinceSays: "{day}, by {name}",
  house: "always; Debitdesk’s own",
  current: "Current",
  older: "Earlier",
  add: "Put in force",
  adding: "Writing",
  added: "{version} is in force from now on.",
  new: "New version",
} as const;

const da: Wording<typeof en> = {
  title: "Samtykketekster",
  note: "læses op eller underskrives; en version ændres aldrig",
  off: "Kun en administrator sætter en ny version i kraft: {names}.",
  offNobody: "Kun en administrator sætter en ny version i kraft.",
  version: "Version",
  scheme: "Ordning",
  language: "Sprog",
  text: "Tekst",
  textHint:
    "Ord for ord det, debitor hører eller underskriver. Den, der sagde ja før, sagde ja til de gamle ord.",
  since: "I kraft siden",
  sinceSays: "{day}, af {name}",
  house: "altid; Debitdesks egen",
  current: "Gældende",
  older: "Tidligere",
  add: "Sæt i kraft",
  adding: "Skriver",
  added: "{version} gælder fra nu af.",
  new: "Ny version",
};

const nl: Wording<typeof en> = {
  title: "Toestemmingsteksten",
  note: "voorgelezen of getekend; een versie verandert nooit",
  off: "Alleen een beheerder stelt een nieuwe versie in: {names}.",
  offNobody: "Alleen een beheerder stelt een nieuwe versie in.",
  version: "Versie",
  scheme: "Incassoschema",
  language: "Taal",
  text: "Tekst",
  textHint:
    "Woord voor woord wat de debiteur hoort of tekent. Wie eerder instemde, stemde in met de eerdere woorden.",
  since: "Geldt sinds",
  sinceSays: "{day}, door {name}",
  house: "altijd; van Debitdesk",
  current: "Geldend",
  older: "Eerder",
  add: "Laten gelden",
  adding: "Wordt vastgelegd",
  added: "{version} geldt vanaf nu.",
  new: "Nieuwe versie",
};

export const consentTexts = { en, da, nl };
