import type { Wording } from "@/lib/i18n/wording";

/** The list of mandates. */
const en = {
  title: "Mandates",
  new: "New mandate",
  views: "States",
  all: "All",
  find: "Find customer no.",
  loading: "Mandates are being fetched",
  nobody: "no debtor yet",
  columns: {
    debtor: "Debtor",
    customer: "Customer no.",
    provider: "Provider",
    scheme: "Scheme",
    state: "State",
    number: "Mandate no.",
    evidence: "Evidence",
    created: "Created",
  },
  filters: {
    sending: "Outcome",
    sendingIs: { sending: "being sent", unknown: "unknown" },
    provider: "Provider",
    connection: "Connection",
    debtor: "Debtor",
    withoutDebtor: "Debtor",
    withoutDebtorIs: "none yet",
    found: "Customer no.",
  },
  order: { newest: "Newest first", changed: "Last changed first" },
  empty: {
    first:
      "No mandates yet. A mandate is a debtor’s permission to collect; nothing is charged by making one.",
    filtered: "No mandate fits these filters.",
    found: "No mandate has the customer number “{text}”. Give it whole.",
    unknown: "No outcome is unknown. Every mandate that was sent has an answer.",
    withoutDebtor: "Every mandate has its debtor.",
    removeFilters: "Remove the filters",
  },
} as const;

const da: Wording<typeof en> = {
  title: "Aftaler",
  new: "Ny aftale",
  views: "Status",
  all: "Alle",
  find: "Find kundenummer",
  loading: "Aftalerne hentes",
  nobody: "ingen debitor endnu",
  columns: {
    debtor: "Debitor",
    customer: "Kundenr.",
    provider: "Udbyder",
    scheme: "Ordning",
    state: "Status",
    number: "Aftalenr.",
    evidence: "Bevis",
    created: "Oprettet",
  },
  filters: {
    sending: "Udfald",
    sendingIs: { sending: "sendes", unknown: "ukendt" },
    provider: "Udbyder",
    connection: "Forbindelse",
    debtor: "Debitor",
    withoutDebtor: "Debitor",
    withoutDebtorIs: "ingen endnu",
    found: "Kundenr.",
  },
  order: { newest: "Nyeste først", changed: "Senest ændret først" },
  empty: {
    first:
      "Ingen aftaler endnu. En betalingsaftale er debitors tilladelse til at opkræve; den opkræver ikke selv noget.",
    filtered: "Ingen aftale passer til disse filtre.",
    found: "Ingen aftale har kundenummer “{text}”. Skriv det helt ud.",
    unknown: "Intet udfald er ukendt. Alle aftaler, der blev sendt, har fået svar.",
    withoutDebtor: "Alle aftaler har deres debitor.",
    removeFilters: "Fjern filtrene",
  },
};

const nl: Wording<typeof en> = {
  title: "Machtigingen",
  new: "Nieuwe machtiging",
  views: "Status",
  all: "Alle",
  find: "Zoek klantnummer",
  loading: "Machtigingen worden opgehaald",
  nobody: "nog geen debiteur",
  columns: {
    debtor: "Debiteur",
    customer: "Klantnr.",
    provider: "Aanbieder",
    scheme: "Betaalregeling",
    state: "Status",
    number: "Machtigingsnr.",
    evidence: "Bewijs",
    created: "Aangemaakt",
  },
  filters: {
    sending: "Uitkomst",
    sendingIs: { sending: "wordt verzonden", unknown: "onbekend" },
    provider: "Aanbieder",
    connection: "Verbinding",
    debtor: "Debiteur",
    withoutDebtor: "Debiteur",
    withoutDebtorIs: "nog geen",
    found: "Klantnr.",
  },
  order: { newest: "Nieuwste eerst", changed: "Laatst gewijzigd eerst" },
  empty: {
    first:
      "Nog geen machtigingen. Een machtiging is de toestemming van een debiteur om te incasseren; er wordt niets mee afgeschreven.",
    filtered: "Geen machtiging past bij deze filters.",
    found: "Geen machtiging heeft klantnummer “{text}”. Geef het volledig op.",
    unknown: "Geen uitkomst is onbekend. Elke verzonden machtiging heeft een antwoord.",
    withoutDebtor: "Elke machtiging heeft haar debiteur.",
    removeFilters: "Filters verwijderen",
  },
};

export const mandates = { en, da, nl };
