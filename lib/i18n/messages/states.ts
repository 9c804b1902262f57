import type { Wording } from "@/lib/i18n/wording";

/** The one status language. A modifier follows its state after a comma: "Pending, stale". */
const en = {
  mandate: {
    draft: "Draft",
    invited: "Invited",
    pending: "Pending",
    active: "Active",
    suspended: "Suspended",
    ended: "Ended",
    failed: "Failed",
  },
  payment: {
    draft: "Draft",
    ready: "Ready",
    pending: "Pending",
    scheduled: "Scheduled",
    settled: "Settled",
    rejected: "Rejected",
    chargeback: "Chargeback",
    cancelled: "Cancelled",
  },
  /** Beside everything that moves no real money. */
  testMark: "test",
  submission: {
    sending: "Sending",
    unknown: "Unknown",
  },
  modifier: {
    held: "held",
    stale: "stale",
    unmapped: "unmapped",
    soft: "soft",
    hard: "hard",
    technical: "technical",
  },
  unknownPanel: {
    title: "Unknown. Sent {time}, and we do not know the answer.",
    warning: "Do not send it again.",
    absentTitle: "Not there. Sent {time}, and proven not to have arrived.",
    absentNext: "An approver sends it again.",
  },
} as const;

const da: Wording<typeof en> = {
  mandate: {
    draft: "Kladde",
    invited: "Inviteret",
    pending: "Afventer",
    active: "Aktiv",
    suspended: "Suspenderet",
    ended: "Ophørt",
    failed: "Mislykket",
  },
  payment: {
    draft: "Kladde",
    ready: "Klar",
    pending: "Afventer",
    scheduled: "Planlagt",
    settled: "Betalt",
    rejected: "Afvist",
    chargeback: "Tilbageført",
    cancelled: "Annulleret",
  },
  testMark: "test",
  submission: {
    sending: "Sendes",
    unknown: "Ukendt",
  },
  modifier: {
    held: "tilbageholdt",
    stale: "intet nyt",
    unmapped: "ukendt kode",
    soft: "midlertidig",
    hard: "endelig",
    technical: "teknisk",
  },
  unknownPanel: {
    title: "Ukendt. Sendt {time}, og vi kender ikke svaret.",
    warning: "Send det ikke igen.",
    absentTitle: "Ikke der. Sendt {time}, og det er bevist, at den ikke kom frem.",
    absentNext: "En godkender sender den igen.",
  },
};

const nl: Wording<typeof en> = {
  mandate: {
    draft: "Concept",
    invited: "Uitgenodigd",
    pending: "In behandeling",
    active: "Actief",
    suspended: "Opgeschort",
    ended: "Beëindigd",
    failed: "Mislukt",
  },
  payment: {
    draft: "Concept",
    ready: "Klaar",
    pending: "In behandeling",
    scheduled: "Ingepland",
    settled: "Geïncasseerd",
    rejected: "Geweigerd",
    chargeback: "Gestorneerd",
    cancelled: "Geannuleerd",
  },
  testMark: "test",
  submission: {
    sending: "Wordt verzonden",
    unknown: "Onbekend",
  },
  modifier: {
    held: "vastgehouden",
    stale: "geen nieuws",
    unmapped: "onbekende code",
    soft: "tijdelijk",
    hard: "definitief",
    technical: "technisch",
  },
  unknownPanel: {
    title: "Onbekend. Verzonden {time}, en we kennen het antwoord niet.",
    warning: "Verzend het niet opnieuw.",
    absentTitle: "Niet daar. Verzonden {time}, en bewezen niet aangekomen.",
    absentNext: "Een goedkeurder verzendt opnieuw.",
  },
};

export const states = { en, da, nl };
