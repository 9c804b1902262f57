import type { Wording } from "@/lib/i18n/wording";

/** One verb for many rows of a list: the look before, the work, and what came of it. */
const en = {
  verb: {
    cancel_payments: "Cancel",
    ask_payments: "Check with provider",
    suspend_mandates: "Suspend",
    resume_mandates: "Resume",
    ask_mandates: "Check with provider",
  },
  looking: "Looking",
  title: {
    cancel_payments: "Cancel payments",
    ask_payments: "Check payments with provider",
    suspend_mandates: "Suspend mandates",
    resume_mandates: "Resume mandates",
    ask_mandates: "Check mandates with provider",
  },
  ask: {
    cancel_payments:
      "{count, plural, =0 {None of them can be cancelled now.} one {Cancel one payment?} other {Cancel # payments?}}",
    ask_payments:
      "{count, plural, =0 {None of them can be asked about.} one {Ask about one payment?} other {Ask about # payments?}}",
    suspend_mandates:
      "{count, plural, =0 {None of them can be suspended now.} one {Suspend one mandate?} other {Suspend # mandates?}}",
    resume_mandates:
      "{count, plural, =0 {None of them can be resumed now.} one {Resume one mandate?} other {Resume # mandates?}}",
    ask_mandates:
      "{count, plural, =0 {None of them can be asked about.} one {Ask about one mandate?} other {Ask about # mandates?}}",
  },
  confirm: {
    cancel_payments: "{count, plural, one {Cancel one payment} other {Cancel # payments}}",
    ask_payments: "{count, plural, one {Ask about one payment} other {Ask about # payments}}",
    suspend_mandates: "{count, plural, one {Suspend one mandate} other {Suspend # mandates}}",
    resume_mandates: "{count, plural, one {Resume one mandate} other {Resume # mandates}}",
    ask_mandates: "{count, plural, one {Ask about one mandate} other {Ask about # mandates}}",
  },
  confirmTitle: "Confirm",
  starting: "Starting",
  sentence: {
    going: "Under way. {done} of {total}, {refused} refused.",
    stopped: "Stopped. {done} of {total}, {refused} refused.",
    done: "Done. {done} of {total}, {refused} refused.",
  },
  lead: {
    open: "Nothing is done yet. Each row is looked at once more when its turn comes.",
    nothing: "Why not stands below. Nothing is done.",
    going: "Goes on by itself, row by row; you may leave this page.",
    person: "What is done stays done. The rest waits.",
    rights: "You may not do this any more, so it rests. What is done stays done.",
    done: "Every row has had its turn, once.",
  },
  facts: {
    chosen: "Chosen",
    rows: "{count, plural, one {# row} other {# rows}}",
    sum: "To be done",
    sumDone: "Done",
    looked: "Looked at",
  },
  stop: "Stop",
  stopSays: "No further row is begun. What is done stays done.",
  stopping: "Stopping",
  stopped: "Stopped.",
  resume: "Go on",
  resumeSays: "{count, plural, one {With the one row that waits.} other {With the # rows that wait.}}",
  resuming: "Going on",
  started: "Begun.",
  parts: {
    title: "What happens",
    titleAfter: "What happened",
    what: "What",
    rows: "Rows",
    sum: "Sum",
    means: "What that means",
  },
  state: {
    planned: "To be done",
    done: "Done",
    refused: "Refused",
    left_out: "Left out",
  },
  says: {
    suspend: "Kept, and not used until somebody resumes it. Payments not sent yet wait.",
    goes_on: "Kept here; {provider} plans its payments by itself and goes on.",
    resume: "Used again. Payments that waited go on.",
    ask: "Asks {provider} and records the answer. Changes nothing there.",
  },
  did: {
    here: "Cancelled. Nothing will be taken.",
    there: "{provider} was asked to stop it. Until it is confirmed, count on it being collected.",
    suspend: "Suspended.",
    resume: "Active again.",
    news: "Asked; there was news.",
    same: "Asked; nothing new.",
    unread: "Asked, and got nothing readable.",
  },
  off: {
    ask: "your role does not ask providers.",
    never_sent: "nothing was sent, so there is nothing to ask about.",
    resume: "only a suspended mandate is resumed.",
  },
  fault: "It failed on our side, again and again.",
  rowsTitle: "Rows",
  why: "Why",
  came: "What came of it",
  would: "What happens",
} as const;

const da: Wording<typeof en> = {
  verb: {
    cancel_payments: "Annullér",
    ask_payments: "Spørg udbyderen",
    suspend_mandates: "Suspendér",
    resume_mandates: "Genoptag",
    ask_mandates: "Spørg udbyderen",
  },
  looking: "Ser efter",
  title: {
    cancel_payments: "Annullér betalinger",
    ask_payments: "Spørg udbyderen om betalinger",
    suspend_mandates: "Suspendér aftaler",
    resume_mandates: "Genoptag aftaler",
    ask_mandates: "Spørg udbyderen om aftaler",
  },
  ask: {
    cancel_payments:
      "{count, plural, =0 {Ingen af dem kan annulleres nu.} one {Annullér én betaling?} other {Annullér # betalinger?}}",
    ask_payments:
      "{count, plural, =0 {Ingen af dem kan der spørges om.} one {Spørg om én betaling?} other {Spørg om # betalinger?}}",
    suspend_mandates:
      "{count, plural, =0 {Ingen af dem kan suspenderes nu.} one {Suspendér én aftale?} other {Suspendér # aftaler?}}",
    resume_mandates:
      "{count, plural, =0 {Ingen af dem kan genoptages nu.} one {Genoptag én aftale?} other {Genoptag # aftaler?}}",
    ask_mandates:
      "{count, plural, =0 {Ingen af dem kan der spørges om.} one {Spørg om én aftale?} other {Spørg om # aftaler?}}",
  },
  confirm: {
    cancel_payments: "{count, plural, one {Annullér én betaling} other {Annullér # betalinger}}",
    ask_payments: "{count, plural, one {Spørg om én betaling} other {Spørg om # betalinger}}",
    suspend_mandates: "{count, plural, one {Suspendér én aftale} other {Suspendér # aftaler}}",
    resume_mandates: "{count, plural, one {Genoptag én aftale} other {Genoptag # aftaler}}",
    ask_mandates: "{count, plural, one {Spørg om én aftale} other {Spørg om # aftaler}}",
  },
  confirmTitle: "Bekræft",
  starting: "Begynder",
  sentence: {
    going: "I gang. {done} af {total}, {refused} afvist.",
    stopped: "Stoppet. {done} af {total}, {refused} afvist.",
    done: "Færdig. {done} af {total}, {refused} afvist.",
  },
  lead: {
    open: "Intet er gjort endnu. Hver række ses efter igen, når den får sin tur.",
    nothing: "Hvorfor ikke, står nedenfor. Intet er gjort.",
    going: "Går videre af sig selv, række for række; du kan forlade siden.",
    person: "Hvad der er gjort, er gjort. Resten venter.",
    rights: "Du må ikke gøre det længere, så det hviler. Hvad der er gjort, er gjort.",
    done: "Hver række har haft sin tur, én gang.",
  },
  facts: {
    chosen: "Valgt",
    rows: "{count, plural, one {# række} other {# rækker}}",
    sum: "Skal gøres",
    sumDone: "Gjort",
    looked: "Set efter",
  },
  stop: "Stop",
  stopSays: "Ingen ny række begyndes. Hvad der er gjort, er gjort.",
  stopping: "Stopper",
  stopped: "Stoppet.",
  resume: "Gå videre",
  resumeSays: "{count, plural, one {Med den ene række, der venter.} other {Med de # rækker, der venter.}}",
  resuming: "Går videre",
  started: "Begyndt.",
  parts: {
    title: "Hvad der sker",
    titleAfter: "Hvad der skete",
    what: "Hvad",
    rows: "Rækker",
    sum: "Sum",
    means: "Hvad det betyder",
  },
  state: {
    planned: "Skal gøres",
    done: "Gjort",
    refused: "Afvist",
    left_out: "Udeladt",
  },
  says: {
    suspend: "Gemmes og bruges ikke, før nogen genoptager den. Betalinger, der ikke er sendt, venter.",
    goes_on: "Gemmes her; {provider} planlægger selv dens betalinger og fortsætter.",
    resume: "Bruges igen. Betalinger, der ventede, går videre.",
    ask: "Spørger {provider} og tager svaret ind. Ændrer intet dér.",
  },
  did: {
    here: "Annulleret. Intet bliver taget.",
    there: "{provider} er bedt om at stoppe den. Regn med, at den opkræves, indtil det er bekræftet.",
    suspend: "Suspenderet.",
    resume: "Aktiv igen.",
    news: "Spurgt; der var nyt.",
    same: "Spurgt; intet nyt.",
    unread: "Spurgt, men svaret kunne ikke læses.",
  },
  off: {
    ask: "din rolle spørger ikke udbydere.",
    never_sent: "intet er sendt, så der er intet at spørge om.",
    resume: "kun en suspenderet aftale genoptages.",
  },
  fault: "Det fejlede hos os, igen og igen.",
  rowsTitle: "Rækker",
  why: "Hvorfor",
  came: "Hvad der kom ud af det",
  would: "Hvad der sker",
};

const nl: Wording<typeof en> = {
  verb: {
    cancel_payments: "Annuleren",
    ask_payments: "Vraag de aanbieder",
    suspend_mandates: "Opschorten",
    resume_mandates: "Hervatten",
    ask_mandates: "Vraag de aanbieder",
  },
  looking: "Bekijkt",
  title: {
    cancel_payments: "Betalingen annuleren",
    ask_payments: "Betalingen bij de aanbieder navragen",
    suspend_mandates: "Machtigingen opschorten",
    resume_mandates: "Machtigingen hervatten",
    ask_mandates: "Machtigingen bij de aanbieder navragen",
  },
  ask: {
    cancel_payments:
      "{count, plural, =0 {Geen ervan kan nu worden geannuleerd.} one {Eén betaling annuleren?} other {# betalingen annuleren?}}",
    ask_payments:
      "{count, plural, =0 {Over geen ervan valt iets te vragen.} one {Eén betaling navragen?} other {# betalingen navragen?}}",
    suspend_mandates:
      "{count, plural, =0 {Geen ervan kan nu worden opgeschort.} one {Eén machtiging opschorten?} other {# machtigingen opschorten?}}",
    resume_mandates:
      "{count, plural, =0 {Geen ervan kan nu worden hervat.} one {Eén machtiging hervatten?} other {# machtigingen hervatten?}}",
    ask_mandates:
      "{count, plural, =0 {Over geen ervan valt iets te vragen.} one {Eén machtiging navragen?} other {# machtigingen navragen?}}",
  },
  confirm: {
    cancel_payments: "{count, plural, one {Eén betaling annuleren} other {# betalingen annuleren}}",
    ask_payments: "{count, plural, one {Eén betaling navragen} other {# betalingen navragen}}",
    suspend_mandates: "{count, plural, one {Eén machtiging opschorten} other {# machtigingen opschorten}}",
    resume_mandates: "{count, plural, one {Eén machtiging hervatten} other {# machtigingen hervatten}}",
    ask_mandates: "{count, plural, one {Eén machtiging navragen} other {# machtigingen navragen}}",
  },
  confirmTitle: "Bevestigen",
  starting: "Bezig met beginnen",
  sentence: {
    going: "Bezig. {done} van {total}, {refused} geweigerd.",
    stopped: "Gestopt. {done} van {total}, {refused} geweigerd.",
    done: "Klaar. {done} van {total}, {refused} geweigerd.",
  },
  lead: {
    open: "Er is nog niets gedaan. Elke rij wordt nog eens bekeken als hij aan de beurt is.",
    nothing: "Waarom niet, staat hieronder. Er is niets gedaan.",
    going: "Gaat vanzelf door, rij voor rij; u kunt deze pagina verlaten.",
    person: "Wat gedaan is, blijft gedaan. De rest wacht.",
    rights: "U mag dit niet meer doen, dus het rust. Wat gedaan is, blijft gedaan.",
    done: "Elke rij is aan de beurt geweest, één keer.",
  },
  facts: {
    chosen: "Gekozen",
    rows: "{count, plural, one {# rij} other {# rijen}}",
    sum: "Te doen",
    sumDone: "Gedaan",
    looked: "Bekeken",
  },
  stop: "Stoppen",
  stopSays: "Er wordt geen nieuwe rij begonnen. Wat gedaan is, blijft gedaan.",
  stopping: "Bezig met stoppen",
  stopped: "Gestopt.",
  resume: "Doorgaan",
  resumeSays: "{count, plural, one {Met de ene rij die wacht.} other {Met de # rijen die wachten.}}",
  resuming: "Gaat door",
  started: "Begonnen.",
  parts: {
    title: "Wat er gebeurt",
    titleAfter: "Wat er gebeurde",
    what: "Wat",
    rows: "Rijen",
    sum: "Som",
    means: "Wat dat betekent",
  },
  state: {
    planned: "Te doen",
    done: "Gedaan",
    refused: "Geweigerd",
    left_out: "Weggelaten",
  },
  says: {
    suspend: "Bewaard en niet gebruikt tot iemand haar hervat. Niet verzonden betalingen wachten.",
    goes_on: "Hier bewaard; {provider} plant de betalingen zelf en gaat door.",
    resume: "Weer in gebruik. Betalingen die wachtten, gaan verder.",
    ask: "Vraagt het aan {provider} en verwerkt het antwoord. Verandert daar niets.",
  },
  did: {
    here: "Geannuleerd. Er wordt niets afgeschreven.",
    there: "{provider} is gevraagd haar te stoppen. Reken op incasso tot dat bevestigd is.",
    suspend: "Opgeschort.",
    resume: "Weer actief.",
    news: "Gevraagd; er was nieuws.",
    same: "Gevraagd; niets nieuws.",
    unread: "Gevraagd, maar niets leesbaars terug.",
  },
  off: {
    ask: "uw rol vraagt niets aan aanbieders.",
    never_sent: "er is niets verzonden, dus er valt niets te vragen.",
    resume: "alleen een opgeschorte machtiging wordt hervat.",
  },
  fault: "Het ging bij ons mis, keer op keer.",
  rowsTitle: "Rijen",
  why: "Waarom",
  came: "Wat ervan kwam",
  would: "Wat er gebeurt",
};

export const bulk = { en, da, nl };
