import type { Wording } from "@/lib/i18n/wording";

/** A debtor's move to another account. */
const en = {
  title: "Change",
  old: "Old account",
  oldUnknown: "Known to the bank alone",
  oldSays: "Stays in force until the new mandate is active",
  open: "Open on it",
  openSays: "These stay with the old account",
  openNone: "No payment",
  openMore: "{n, plural, one {and one more} other {and # more}}",
  second: "Second look",
  secondValue: "An approver looks first",
  secondSays:
    "A cut-off is {n, plural, one {one bank day} other {# bank days}} away or less. Nothing is sent until somebody else has said yes",
  reason: "Why",
  reasonHint: "How the debtor told you, kept with your name",
  verb: "Change account",
  off: "only a mandate that stands, of a known debtor.",
  underway: "a change is under way.",
  state: {
    waits:
      "{name} asked for another account. An approver looks at it before anything is sent; this mandate stands.",
    open: "The account is being changed, asked for by {name}. The new mandate is not active yet.",
    ending: "The account was changed, asked for by {name}. The new mandate is active; the old one is to end.",
  },
  oldLink: "The old mandate",
  newLink: "The new mandate",
  approve: "Approve",
  approveSays: "Sends the new mandate now, as it was typed. The old one stays until the new one is active.",
  approving: "Sending",
  approveRole: "an approver does this, and not who asked for it.",
  refuse: "Refuse",
  refuseSays: "Nothing is sent. The account stays as it is.",
  refuseTitle: "Refuse this change of account?",
  callOff: "Call off the change",
  callOffSays:
    "The old mandate stays. A new one that was sent already stays, too, and is ended like any other.",
  callOffTitle: "Call off this change of account?",
  approved: "Approved.",
  stopped: "The account stays as it is.",
} as const;

const da: Wording<typeof en> = {
  title: "Skift",
  old: "Gammel konto",
  oldUnknown: "Kun banken kender den",
  oldSays: "Gælder, indtil den nye aftale er aktiv",
  open: "Åbent på den",
  openSays: "De bliver på den gamle konto",
  openNone: "Ingen betaling",
  openMore: "{n, plural, one {og én til} other {og # til}}",
  second: "Ekstra øjne",
  secondValue: "En godkender ser på det først",
  secondSays:
    "En frist er {n, plural, one {én bankdag} other {# bankdage}} væk eller mindre. Intet sendes, før en anden har sagt ja",
  reason: "Hvorfor",
  reasonHint: "Hvordan debitor fortalte det, gemt med dit navn",
  verb: "Skift konto",
  off: "kun en gældende aftale med en kendt debitor.",
  underway: "et skift er i gang.",
  state: {
    waits: "{name} bad om en anden konto. En godkender ser på det, før noget sendes; denne aftale gælder.",
    open: "Kontoen er ved at blive skiftet, efter ønske fra {name}. Den nye aftale er ikke aktiv endnu.",
    ending: "Kontoen er skiftet, efter ønske fra {name}. Den nye aftale er aktiv; den gamle skal ophøre.",
  },
  oldLink: "Den gamle aftale",
  newLink: "Den nye aftale",
  approve: "Godkend",
  approveSays: "Sender den nye aftale nu, som den blev skrevet. Den gamle bliver, til den nye er aktiv.",
  approving: "Sender",
  approveRole: "det gør en godkender, og ikke den, der bad om det.",
  refuse: "Afvis",
  refuseSays: "Intet sendes. Kontoen bliver, som den er.",
  refuseTitle: "Afvis dette kontoskift?",
  callOff: "Aflys skiftet",
  callOffSays:
    "Den gamle aftale bliver. En ny, der allerede er sendt, bliver også og afmeldes som enhver anden.",
  callOffTitle: "Aflys dette kontoskift?",
  approved: "Godkendt.",
  stopped: "Kontoen bliver, som den er.",
};

const nl: Wording<typeof en> = {
  title: "Wijziging",
  old: "Oude rekening",
  oldUnknown: "Alleen bij de bank bekend",
  oldSays: "Blijft gelden tot de nieuwe machtiging actief is",
  open: "Staat erop open",
  openSays: "Deze blijven bij de oude rekening",
  openNone: "Geen betaling",
  openMore: "{n, plural, one {en nog één} other {en nog #}}",
  second: "Tweede blik",
  secondValue: "Eerst kijkt een goedkeurder",
  secondSays:
    "Een deadline is {n, plural, one {één bankdag} other {# bankdagen}} of minder weg. Er wordt niets verzonden tot iemand anders ja zegt",
  reason: "Waarom",
  reasonHint: "Hoe de debiteur het u vertelde, met uw naam bewaard",
  verb: "Rekening wijzigen",
  off: "alleen een geldige machtiging van een bekende debiteur.",
  underway: "er loopt al een wijziging.",
  state: {
    waits:
      "{name} vroeg om een andere rekening. Een goedkeurder kijkt ernaar voordat er iets wordt verzonden; deze machtiging geldt.",
    open: "De rekening wordt gewijzigd, op verzoek van {name}. De nieuwe machtiging is nog niet actief.",
    ending:
      "De rekening is gewijzigd, op verzoek van {name}. De nieuwe machtiging is actief; de oude moet eindigen.",
  },
  oldLink: "De oude machtiging",
  newLink: "De nieuwe machtiging",
  approve: "Goedkeuren",
  approveSays:
    "Verzendt de nieuwe machtiging nu, zoals ze is ingevuld. De oude blijft tot de nieuwe actief is.",
  approving: "Wordt verzonden",
  approveRole: "dat doet een goedkeurder, en niet wie erom vroeg.",
  refuse: "Weigeren",
  refuseSays: "Er wordt niets verzonden. De rekening blijft zoals ze is.",
  refuseTitle: "Deze andere rekening weigeren?",
  callOff: "Wijziging afblazen",
  callOffSays:
    "De oude machtiging blijft. Een nieuwe die al is verzonden, blijft ook en wordt beëindigd als elke andere.",
  callOffTitle: "Deze wijziging afblazen?",
  approved: "Goedgekeurd.",
  stopped: "De rekening blijft zoals ze is.",
};

export const accountChange = { en, da, nl };
