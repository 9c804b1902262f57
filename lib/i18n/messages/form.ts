import type { Wording } from "@/lib/i18n/wording";

const en = {
  optional: "optional",
  choose: "Choose one",
  yes: "Yes",
  no: "No",
  change: "Change",
  working: "Working on it",
  kept: "Kept, not shown. Fill in to replace it.",
  toFix: "To fix",
  nothingSent: "Nothing was sent. Your input is still here.",
  lost: "No answer came: no connection, perhaps. Everything you typed is still here; press again when it is back.",
  tooLarge:
    "This is more than a form can take (4 MB). Nothing was sent; shorten the longest text or choose a smaller file.",
  file: "Choose a file",
  check: {
    passed: "Right",
    attention: "Look at this",
    wrong: "To fix",
    open: "Not checked yet",
  },
} as const;

const da: Wording<typeof en> = {
  optional: "valgfri",
  choose: "Vælg",
  yes: "Ja",
  no: "Nej",
  change: "Ret",
  working: "Arbejder",
  kept: "Gemt, vises ikke. Udfyld for at erstatte.",
  toFix: "Skal rettes",
  nothingSent: "Intet er sendt. Det, du skrev, står her endnu.",
  lost: "Der kom intet svar: måske ingen forbindelse. Alt, du skrev, står her endnu; tryk igen, når den er tilbage.",
  tooLarge:
    "Det er mere, end en formular kan tage (4 MB). Intet er sendt; forkort den længste tekst, eller vælg en mindre fil.",
  file: "Vælg en fil",
  check: {
    passed: "Rigtigt",
    attention: "Se på dette",
    wrong: "Skal rettes",
    open: "Ikke kontrolleret endnu",
  },
};

const nl: Wording<typeof en> = {
  optional: "optioneel",
  choose: "Kies",
  yes: "Ja",
  no: "Nee",
  change: "Wijzigen",
  working: "Bezig",
  kept: "Bewaard, niet getoond. Vul in om te vervangen.",
  toFix: "Te herstellen",
  nothingSent: "Er is niets verzonden. Uw invoer staat er nog.",
  lost: "Er kwam geen antwoord: misschien geen verbinding. Alles wat u typte staat er nog; druk opnieuw als die er weer is.",
  tooLarge:
    "Dit is meer dan een formulier aankan (4 MB). Er is niets verzonden; kort de langste tekst in of kies een kleiner bestand.",
  file: "Kies een bestand",
  check: {
    passed: "Goed",
    attention: "Let op",
    wrong: "Te herstellen",
    open: "Nog niet gecontroleerd",
  },
};

export const form = { en, da, nl };
