import type { Wording } from "@/lib/i18n/wording";

/** What may be done without a second person, and the forms that say how much. */
const en = {
  title: "Limits",
  note: "what one person may do alone",
  imports: {
    save: "Use this number",
    label: "Mandates of one import",
    unit: "mandates",
    hint: "An agent lets this many through alone. 0: each import needs a second person.",
    says: "{n, plural, =0 {Each import of mandates needs somebody else’s approval.} one {An agent lets # mandate of an import through alone. More need somebody else’s approval.} other {An agent lets up to # mandates of an import through alone. More need somebody else’s approval.}}",
    approvers: "It is given by {names}, and never to their own work.",
    approversNone:
      "Nobody has the right to approve now: an import above the limit waits until somebody gets it.",
  },
  payments: {
    save: "Use this amount",
    label: "Amount of one payment",
    hint: "An agent issues payments up to this amount, in kroner or euro, whichever it is in. 0: only finance issues payments.",
    says: "An agent issues a payment of up to {amount}, in kroner or euro. Finance issues what is above it.",
    saysNone: "Agents issue no payments; finance does.",
  },
  house: "No other number was decided here: it is what the desk comes with.",
  saving: "Saving",
  saved: "Saved. It holds from now on.",
  off: "Only an admin sets them: {names}.",
  offNobody: "Only an admin sets them.",
} as const;

const da: Wording<typeof en> = {
  title: "Grænser",
  note: "hvad én person må gøre alene",
  imports: {
    save: "Brug dette antal",
    label: "Aftaler i én import",
    unit: "aftaler",
    hint: "Så mange sender en medarbejder igennem alene. 0: hver import kræver to personer.",
    says: "{n, plural, =0 {Hver import af aftaler skal godkendes af en anden.} one {En medarbejder sender # aftale i en import igennem alene. Flere skal godkendes af en anden.} other {En medarbejder sender op til # aftaler i en import igennem alene. Flere skal godkendes af en anden.}}",
    approvers: "Det gør {names}, og aldrig for eget arbejde.",
    approversNone: "Ingen har ret til at godkende nu: en import over grænsen venter, til nogen får den.",
  },
  payments: {
    save: "Brug dette beløb",
    label: "Beløb for én betaling",
    hint: "Op til dette udsteder en medarbejder en betaling, i kroner eller euro, alt efter hvad den er i. 0: kun økonomi udsteder betalinger.",
    says: "En medarbejder udsteder en betaling på op til {amount}, i kroner eller euro. Større udsteder økonomi.",
    saysNone: "Medarbejdere udsteder ingen betalinger; det gør økonomi.",
  },
  house: "Her er ikke bestemt noget andet: det er det tal, Debitdesk kommer med.",
  saving: "Gemmer",
  saved: "Gemt. Det gælder fra nu af.",
  off: "Kun en administrator sætter dem: {names}.",
  offNobody: "Kun en administrator sætter dem.",
};

const nl: Wording<typeof en> = {
  title: "Limieten",
  note: "wat één persoon alleen mag doen",
  imports: {
    save: "Dit aantal gebruiken",
    label: "Machtigingen per import",
    unit: "machtigingen",
    hint: "Zoveel laat een medewerker er alleen door. 0: elke import vraagt een tweede persoon.",
    says: "{n, plural, =0 {Elke import van machtigingen moet door een ander worden goedgekeurd.} one {Een medewerker laat # machtiging van een import alleen door. Meer moet een ander goedkeuren.} other {Een medewerker laat tot # machtigingen van een import alleen door. Meer moet een ander goedkeuren.}}",
    approvers: "Dat doet {names}, en nooit voor eigen werk.",
    approversNone: "Niemand mag nu goedkeuren: een import boven de limiet wacht tot iemand dat recht krijgt.",
  },
  payments: {
    save: "Dit bedrag gebruiken",
    label: "Bedrag van één betaling",
    hint: "Tot dit bedrag geeft een medewerker een betaling uit, in kronen of euro, waarin zij ook is. 0: alleen financiën geeft betalingen uit.",
    says: "Een medewerker geeft een betaling tot {amount} uit, in kronen of euro. Daarboven doet financiën dat.",
    saysNone: "Medewerkers geven geen betalingen uit; dat doet financiën.",
  },
  house: "Hier is niets anders besloten: dit is waarmee Debitdesk wordt geleverd.",
  saving: "Bezig met opslaan",
  saved: "Opgeslagen. Het geldt vanaf nu.",
  off: "Alleen een beheerder stelt ze in: {names}.",
  offNobody: "Alleen een beheerder stelt ze in.",
};

export const limits = { en, da, nl };
