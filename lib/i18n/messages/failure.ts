import type { Wording } from "@/lib/i18n/wording";

const en = {
  title: "This page could not be shown",
  meaning:
    "Opening a page moves no money. If you had just pressed a button, look at the record before you press it again.",
  again: "Try again",
  today: "Go to Today",
  reference: "Reference",
  missing: {
    title: "There is nothing at this address",
    meaning: "The record may belong to another creditor, or the address may be incomplete.",
  },
} as const;

const da: Wording<typeof en> = {
  title: "Siden kunne ikke vises",
  meaning:
    "At åbne en side flytter ingen penge. Hvis du lige havde trykket på en knap, så se på posten, før du trykker igen.",
  again: "Prøv igen",
  today: "Gå til I dag",
  reference: "Reference",
  missing: {
    title: "Der er ikke noget på denne adresse",
    meaning: "Posten kan høre til en anden kreditor, eller adressen kan være ufuldstændig.",
  },
};

const nl: Wording<typeof en> = {
  title: "Deze pagina kon niet worden getoond",
  meaning:
    "Een pagina openen verplaatst geen geld. Had u net op een knop gedrukt, kijk dan eerst bij de post voordat u opnieuw drukt.",
  again: "Opnieuw proberen",
  today: "Naar Vandaag",
  reference: "Kenmerk",
  missing: {
    title: "Op dit adres staat niets",
    meaning: "De post hoort misschien bij een andere incassant, of het adres is niet volledig.",
  },
};

export const failure = { en, da, nl };
