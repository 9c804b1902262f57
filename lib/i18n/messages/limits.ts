import type { Wording } from "@/lib/i18n/wording";

/** What may be done without a second person, and the form that says how much. */
const en = {
  title: "Limits",
  note: "above them a second person decides",
  imports: {
    label: "Mandates of one import",
    unit: "mandates",
    hint: "So many an agent lets through alone. 0: each import needs a second person.",
    says: "{n, plural, =0 {Each import of mandates needs somebody else’s approval.} one {An agent lets # mandate of an import through alone. More need somebody else’s approval.} other {An agent lets up to # mandates of an import through alone. More need somebody else’s approval.}}",
    approvers: "It is given by {names}, and never to their own work.",
    approversNone:
      "Nobody has the right to approve now: an import above the limit waits until somebody gets it.",
    house: "No other number was decided here; {n} is what the desk comes with.",
  },
  save: "Use this limit",
  saving: "Saving",
  saved:
    "{n, plural, =0 {From now on each import needs a second person.} other {From now on up to # need no second person.}}",
  off: "Only an admin sets it: {names}.",
  offNobody: "Only an admin sets it.",
} as const;

const da: Wording<typeof en> = {
  title: "Grænser",
  note: "over dem bestemmer to personer",
  imports: {
    label: "Aftaler i én import",
    unit: "aftaler",
    hint: "Så mange sender en medarbejder igennem alene. 0: hver import kræver to personer.",
    says: "{n, plural, =0 {Hver import af aftaler skal godkendes af en anden.} one {En medarbejder sender # aftale i en import igennem alene. Flere skal godkendes af en anden.} other {En medarbejder sender op til # aftaler i en import igennem alene. Flere skal godkendes af en anden.}}",
    approvers: "Det gør {names}, og aldrig for eget arbejde.",
    approversNone: "Ingen har ret til at godkende nu: en import over grænsen venter, til nogen får den.",
    house: "Her er ikke bestemt noget andet; {n} er det tal, Debitdesk kommer med.",
  },
  save: "Brug denne grænse",
  saving: "Gemmer",
  saved:
    "{n, plural, =0 {Fra nu af kræver hver import to personer.} other {Fra nu af kræver op til # ikke to personer.}}",
  off: "Kun en administrator sætter den: {names}.",
  offNobody: "Kun en administrator sætter den.",
};

const nl: Wording<typeof en> = {
  title: "Limieten",
  note: "daarboven beslist een tweede persoon",
  imports: {
    label: "Machtigingen per import",
    unit: "machtigingen",
    hint: "Zoveel laat een medewerker er alleen door. 0: elke import vraagt een tweede persoon.",
    says: "{n, plural, =0 {Elke import van machtigingen moet door een ander worden goedgekeurd.} one {Een medewerker laat # machtiging van een import alleen door. Meer moet een ander goedkeuren.} other {Een medewerker laat tot # machtigingen van een import alleen door. Meer moet een ander goedkeuren.}}",
    approvers: "Dat doet {names}, en nooit voor eigen werk.",
    approversNone: "Niemand mag nu goedkeuren: een import boven de limiet wacht tot iemand dat recht krijgt.",
    house: "Hier is niets anders besloten; {n} is waarmee Debitdesk wordt geleverd.",
  },
  save: "Deze limiet gebruiken",
  saving: "Bezig met opslaan",
  saved:
    "{n, plural, =0 {Vanaf nu vraagt elke import een tweede persoon.} other {Vanaf nu vragen er tot # geen tweede persoon.}}",
  off: "Alleen een beheerder stelt hem in: {names}.",
  offNobody: "Alleen een beheerder stelt hem in.",
};

export const limits = { en, da, nl };
