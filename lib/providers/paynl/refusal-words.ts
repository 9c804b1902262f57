import type { LocalText } from "@/lib/kernel/locale";
import type { ReasonWords } from "@/lib/providers/contract";

type Trio = readonly [en: string, da: string, nl: string];

const text = ([en, da, nl]: Trio): LocalText => ({ en, da, nl });

function words(kind: ReasonWords["class"], what: Trio, todo: Trio): ReasonWords {
  return { what: text(what), todo: text(todo), class: kind };
}

const badInput = words(
  "hard",
  [
    "PAY. refused the data. Nothing was created.",
    "PAY. afviste oplysningerne. Intet blev oprettet.",
    "PAY. heeft de gegevens geweigerd. Er is niets aangemaakt.",
  ],
  [
    "Correct the marked fields and submit again.",
    "Ret de markerede felter, og send igen.",
    "Verbeter de aangegeven velden en verstuur opnieuw.",
  ],
);

const ours = words(
  "technical",
  [
    "PAY. did not accept the form of the request. Nothing was created.",
    "PAY. godtog ikke anmodningens form. Intet blev oprettet.",
    "PAY. accepteerde de vorm van het verzoek niet. Er is niets aangemaakt.",
  ],
  [
    "Ask an admin to compare the connection's settings with PAY.'s documentation.",
    "Bed en administrator om at sammenligne forbindelsens indstillinger med PAY.s dokumentation.",
    "Vraag een beheerder de instellingen van de verbinding met de documentatie van PAY. te vergelijken.",
  ],
);

/**
 * Refusals of a request: PAY.'s general codes (https://developer.pay.nl/docs/error-codes), and `HTTP …` where the answer
 * carries none. Codes particular to direct debits are not published.
 */
export const refusalReasons: Readonly<Record<string, ReasonWords>> = {
  "HTTP 400": badInput,
  "HTTP 422": badInput,
  "HTTP 404": words(
    "technical",
    [
      "PAY. does not know the mandate, the sales location or the address that was called.",
      "PAY. kender ikke aftalen, salgsstedet eller den kaldte adresse.",
      "PAY. kent de machtiging, de verkooplocatie of het aangeroepen adres niet.",
    ],
    [
      "Check the mandate with PAY., and the sales location and address on the connection.",
      "Kontrollér aftalen hos PAY. og salgssted og adresse på forbindelsen.",
      "Controleer de machtiging bij PAY., en de verkooplocatie en het adres van de verbinding.",
    ],
  ),
  "HTTP 405": ours,
  "HTTP 406": ours,
  "HTTP 413": ours,
  "HTTP 415": ours,
  "PAY-004": words(
    "technical",
    [
      "PAY. does not know this sales location.",
      "PAY. kender ikke dette salgssted.",
      "PAY. kent deze verkooplocatie niet.",
    ],
    [
      "Ask an admin to check the SL code of the creditor.",
      "Bed en administrator om at kontrollere kreditors SL-kode.",
      "Vraag een beheerder de SL-code van de incassant te controleren.",
    ],
  ),
  "PAY-405": words(
    "hard",
    [
      "The amount or the payment method is missing.",
      "Beløbet eller betalingsmåden mangler.",
      "Het bedrag of de betaalmethode ontbreekt.",
    ],
    [
      "Check the amount and submit again.",
      "Kontrollér beløbet, og send igen.",
      "Controleer het bedrag en verstuur opnieuw.",
    ],
  ),
  "PAY-406": words(
    "hard",
    [
      "It can no longer be stopped in this state.",
      "Det kan ikke længere stoppes i denne tilstand.",
      "In deze toestand kan het niet meer worden gestopt.",
    ],
    [
      "Wait for the outcome; what was collected can be paid back.",
      "Vent på udfaldet; det opkrævede kan betales tilbage.",
      "Wacht de uitkomst af; wat is geïncasseerd kan worden terugbetaald.",
    ],
  ),
  "PAY-407": words(
    "technical",
    [
      "Direct debit is not switched on for this sales location.",
      "Direct debit er ikke slået til for dette salgssted.",
      "Incasso staat niet aan voor deze verkooplocatie.",
    ],
    [
      "Ask PAY. to switch it on: contract, terms-and-conditions address and statement text are needed.",
      "Bed PAY. om at slå det til: kontrakt, adresse på vilkårene og kontoudtogstekst er nødvendige.",
      "Vraag PAY. om het aan te zetten: contract, adres van de voorwaarden en afschrifttekst zijn nodig.",
    ],
  ),
};
