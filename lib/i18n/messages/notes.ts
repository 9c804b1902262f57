import type { Wording } from "@/lib/i18n/wording";

/** What colleagues tell each other about a record. */
const en = {
  title: "Note",
  label: "For colleagues",
  hint: "Internal: never shown to a debtor or a provider. Ctrl and Enter adds it.",
  add: "Add note",
  adding: "Adding",
  done: "Added.",
  off: "your role does not write notes.",
  said: "<b>{name}</b> wrote a note.",
  on: { debtor: "on the debtor", mandate: "on a mandate", payment: "on a payment" },
} as const;

const da: Wording<typeof en> = {
  title: "Note",
  label: "Til kolleger",
  hint: "Intern: vises aldrig for en debitor eller en udbyder. Ctrl og Enter tilføjer den.",
  add: "Tilføj note",
  adding: "Tilføjer",
  done: "Tilføjet.",
  off: "din rolle skriver ikke noter.",
  said: "<b>{name}</b> skrev en note.",
  on: { debtor: "på debitoren", mandate: "på en aftale", payment: "på en betaling" },
};

const nl: Wording<typeof en> = {
  title: "Notitie",
  label: "Voor collega’s",
  hint: "Intern: nooit zichtbaar voor een debiteur of een aanbieder. Ctrl en Enter voegt toe.",
  add: "Notitie toevoegen",
  adding: "Bezig met toevoegen",
  done: "Toegevoegd.",
  off: "uw rol schrijft geen notities.",
  said: "<b>{name}</b> schreef een notitie.",
  on: { debtor: "bij de debiteur", mandate: "bij een machtiging", payment: "bij een betaling" },
};

export const notes = { en, da, nl };
