import type { ReasonWords } from "@/lib/providers/contract";
import { t } from "./text";

export const about = t(
  "A Danish gateway for Betalingsservice and Leverandørservice. Debtors sign up at their bank; payments are issued here.",
  "En dansk gateway til Betalingsservice og Leverandørservice. Debitorerne tilmelder sig i banken; betalingerne udstedes her.",
  "Een Deense gateway voor Betalingsservice en Leverandørservice. Debiteuren melden zich aan bij hun bank; betalingen worden hier uitgegeven.",
);

export const optionWords = {
  auto: t("Automatic", "Automatisk", "Automatisch"),
  on: t("On", "Til", "Aan"),
  off: t("Off", "Fra", "Uit"),
  DELETE: t("DELETE", "DELETE", "DELETE"),
  POST: t("POST", "POST", "POST"),
  PUT: t("PUT", "PUT", "PUT"),
  sign_up_again: t(
    "The debtor signs up again",
    "Debitor tilmelder sig igen",
    "De debiteur meldt zich opnieuw aan",
  ),
  bank: t("The new bank moves it", "Den nye bank flytter den", "De nieuwe bank verhuist haar"),
} as const;

export const problemWords = {
  api_key_missing: t("Enter the API key.", "Indtast API-nøglen.", "Voer de API-sleutel in."),
  api_key_shape: t(
    "This is not an API key: it has at least eight characters, without spaces or colons.",
    "Dette er ikke en API-nøgle: den har mindst otte tegn, uden mellemrum og kolon.",
    "Dit is geen API-sleutel: die heeft minstens acht tekens, zonder spaties of dubbele punten.",
  ),
  creditor_number_missing: t(
    "Leverandørservice needs your creditor number.",
    "Leverandørservice kræver jeres kreditornummer.",
    "Leverandørservice heeft uw crediteurnummer nodig.",
  ),
  creditor_number_length: t(
    "For Betalingsservice the creditor number has eight digits.",
    "Hos Betalingsservice har kreditornummeret otte cifre.",
    "Bij Betalingsservice heeft het crediteurnummer acht cijfers.",
  ),
  live_in_sandbox: t(
    "A sandbox connection takes test agreements only: a live one would bill real people.",
    "En forbindelse til testmiljøet tager kun kreditoraftaler til test: under en rigtig ville rigtige mennesker blive opkrævet.",
    "Een sandboxverbinding accepteert alleen testovereenkomsten: met een echte worden echte mensen geïncasseerd.",
  ),
} as const;

export const notChargeableWords = {
  mandate_not_active: t(
    "The mandate is not active at DebitDirect. Wait for the debtor to sign up, or invite them again.",
    "Betalingsaftalen er ikke aktiv hos DebitDirect. Vent på debitors tilmelding, eller invitér igen.",
    "De machtiging is niet actief bij DebitDirect. Wacht op de aanmelding van de debiteur of nodig opnieuw uit.",
  ),
  mandate_without_handle: t(
    "DebitDirect has not reported this mandate yet, so there is nothing to charge. Read the mandates again.",
    "DebitDirect har endnu ikke meldt denne betalingsaftale, så der er intet at opkræve på. Læs betalingsaftalerne igen.",
    "DebitDirect heeft deze machtiging nog niet gemeld, dus er valt niets te incasseren. Lees de machtigingen opnieuw.",
  ),
  agreement_not_registered: t(
    "The agreement is not registered with DebitDirect. Register it first.",
    "Kreditoraftalen er ikke registreret hos DebitDirect. Registrér den først.",
    "De overeenkomst is niet bij DebitDirect geregistreerd. Registreer die eerst.",
  ),
} as const;

const askProvider = t(
  "Ask DebitDirect and give them the trace id.",
  "Spørg DebitDirect, og opgiv sporings-id'et.",
  "Vraag het DebitDirect en geef het trace-id door.",
);
const checkSettings = t(
  "An administrator should check the paths and the API version of this connection.",
  "En administrator bør kontrollere stier og API-version på denne forbindelse.",
  "Een beheerder moet de paden en de API-versie van deze verbinding nakijken.",
);

/** Refusals in words; the codes are those of the table in refusals.ts. Decline texts come as free text and stay so. */
export const reasons = {
  payment_data: {
    what: t(
      "DebitDirect refused the payment's content. Nothing was created.",
      "DebitDirect afviste betalingens indhold. Intet blev oprettet.",
      "DebitDirect weigerde de inhoud van de betaling. Er is niets aangemaakt.",
    ),
    todo: t(
      "Read their words, correct the field and issue the payment again.",
      "Læs deres besked, ret feltet, og udsted betalingen igen.",
      "Lees hun melding, verbeter het veld en geef de betaling opnieuw uit.",
    ),
    class: "hard",
  },
  mandate_not_found: {
    what: t(
      "DebitDirect does not know this mandate, or this key may not see it. Nothing was created.",
      "DebitDirect kender ikke denne betalingsaftale, eller nøglen må ikke se den. Intet blev oprettet.",
      "DebitDirect kent deze machtiging niet, of deze sleutel mag die niet zien. Er is niets aangemaakt.",
    ),
    todo: t(
      "Read the mandates again; the debtor may have signed up anew under another handle.",
      "Læs betalingsaftalerne igen; debitor kan have tilmeldt sig på ny med en anden handle.",
      "Lees de machtigingen opnieuw; de debiteur kan zich onder een andere handle hebben aangemeld.",
    ),
    class: "hard",
  },
  precondition: {
    what: t(
      "DebitDirect says something must be in order first, most likely the mandate or the agreement. Nothing was created.",
      "DebitDirect melder, at noget skal være på plads først, formentlig betalingsaftalen eller kreditoraftalen. Intet blev oprettet.",
      "DebitDirect meldt dat er eerst iets in orde moet zijn, waarschijnlijk de machtiging of de overeenkomst. Er is niets aangemaakt.",
    ),
    todo: t(
      "Check that both are active, then issue it again.",
      "Kontrollér, at begge er aktive, og udsted den så igen.",
      "Controleer of beide actief zijn en geef opnieuw uit.",
    ),
    class: "soft",
  },
  cancel_refused: {
    what: t(
      "DebitDirect did not cancel the payment; it may be too late.",
      "DebitDirect annullerede ikke betalingen; det kan være for sent.",
      "DebitDirect heeft de betaling niet geannuleerd; mogelijk is het te laat.",
    ),
    todo: t(
      "Leave it to be collected and pay it back, or ask the debtor to reject it at the bank.",
      "Lad den blive opkrævet, og betal tilbage, eller bed debitor afvise den i banken.",
      "Laat de incasso doorgaan en betaal terug, of vraag de debiteur de incasso bij de bank te weigeren.",
    ),
    class: "hard",
  },
  payment_not_found: {
    what: t(
      "DebitDirect does not know this payment, so there was nothing to cancel.",
      "DebitDirect kender ikke denne betaling, så der var intet at annullere.",
      "DebitDirect kent deze betaling niet, dus er viel niets te annuleren.",
    ),
    todo: askProvider,
    class: "technical",
  },
  agreement_data: {
    what: t(
      "DebitDirect refused the agreement's data. It was not registered.",
      "DebitDirect afviste kreditoraftalens oplysninger. Den blev ikke registreret.",
      "DebitDirect weigerde de gegevens van de overeenkomst. Die is niet geregistreerd.",
    ),
    todo: t(
      "Compare the numbers with the letter from the scheme, correct them and register again.",
      "Sammenlign numrene med brevet fra ordningen, ret dem, og registrér igen.",
      "Vergelijk de nummers met de brief van het incassoschema, verbeter ze en registreer opnieuw.",
    ),
    class: "hard",
  },
  agreement_not_found: {
    what: t(
      "DebitDirect has no agreement with this handle.",
      "DebitDirect har ingen kreditoraftale med denne handle.",
      "DebitDirect heeft geen overeenkomst met deze handle.",
    ),
    todo: t(
      "Check the handle, or leave it empty to register a new agreement.",
      "Kontrollér handlen, eller lad feltet være tomt for at registrere en ny kreditoraftale.",
      "Controleer de handle, of laat het veld leeg om een nieuwe overeenkomst te registreren.",
    ),
    class: "hard",
  },
  agreement_mismatch: {
    what: t(
      "The agreement at DebitDirect has another scheme, other numbers or another test flag than this form.",
      "Kreditoraftalen hos DebitDirect har en anden ordning, andre numre eller et andet testflag end denne formular.",
      "De overeenkomst bij DebitDirect heeft een ander incassoschema, andere nummers of een andere testvlag dan dit formulier.",
    ),
    todo: t(
      "Correct the form to what DebitDirect has, or give the handle of the right agreement.",
      "Ret formularen til det, DebitDirect har, eller angiv handlen på den rigtige kreditoraftale.",
      "Pas het formulier aan op wat DebitDirect heeft, of geef de handle van de juiste overeenkomst.",
    ),
    class: "hard",
  },
  events_address: {
    what: t(
      "DebitDirect refused our address for web events.",
      "DebitDirect afviste vores adresse til webhændelser.",
      "DebitDirect weigerde ons adres voor webmeldingen.",
    ),
    todo: t(
      "Check that the address is public and https. Until then we read the lists on schedule.",
      "Kontrollér, at adressen er offentlig og https. Indtil da læser vi listerne efter plan.",
      "Controleer of het adres openbaar en https is. Tot die tijd lezen we de lijsten volgens schema.",
    ),
    class: "technical",
  },
  path_not_found: {
    what: t(
      "DebitDirect has nothing at this path. Nothing was done.",
      "DebitDirect har intet på denne sti. Intet blev gjort.",
      "DebitDirect heeft niets op dit pad. Er is niets gedaan.",
    ),
    todo: checkSettings,
    class: "technical",
  },
  request_form: {
    what: t(
      "DebitDirect did not accept the form of the request. Nothing was done.",
      "DebitDirect godtog ikke forespørgslens form. Intet blev gjort.",
      "DebitDirect accepteerde de vorm van het verzoek niet. Er is niets gedaan.",
    ),
    todo: checkSettings,
    class: "technical",
  },
} as const satisfies Record<string, ReasonWords>;

export type RefusalCode = keyof typeof reasons;
