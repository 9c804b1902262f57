import type { LocalText } from "@/lib/kernel/locale";
import type { ReasonWords } from "@/lib/providers/contract";

export const about: LocalText = {
  en: "Denmark's direct debit, straight from Mastercard: sets up mandates with the debtor's CPR or CVR number and account. It does not collect; payments run through the creditor's data supplier.",
  da: "Betalingsservice direkte fra Mastercard: opretter betalingsaftaler ud fra debitors CPR- eller CVR-nummer og konto. Der opkræves ikke herigennem; betalinger går gennem kreditors dataleverandør.",
  nl: "Deense automatische incasso, rechtstreeks van Mastercard: maakt machtigingen aan met het CPR- of CVR-nummer en de rekening van de debiteur. Incasseren gaat via de dataleverancier van de incassant.",
};

export const notChargeableHere: LocalText = {
  en: "This connection only sets up mandates. Collections run through your data supplier: use a connection that collects, for example DebitDirect, with the same creditor number, debtor group and customer number.",
  da: "Denne forbindelse opretter kun betalingsaftaler. Opkrævninger går gennem jeres dataleverandør: brug en forbindelse, der opkræver, for eksempel DebitDirect, med samme PBS-nummer, debitorgruppe og kundenummer.",
  nl: "Deze koppeling maakt alleen machtigingen aan. Incasseren gaat via uw dataleverancier: gebruik een koppeling die incasseert, bijvoorbeeld DebitDirect, met hetzelfde crediteurnummer, dezelfde debiteurengroep en hetzelfde klantnummer.",
};

/** Trouble with key or line: ours or theirs to repair, never the debtor's. */
const technical = (what: LocalText, todo: LocalText): ReasonWords => ({ what, todo, class: "technical" });
const hard = (what: LocalText, todo: LocalText): ReasonWords => ({ what, todo, class: "hard" });

/** The published codes of a failed mandate request, and the gateway's codes that have been seen. */
export const reasons: Readonly<Record<string, ReasonWords>> = {
  MANDATE_ALREADY_EXISTS: hard(
    {
      en: "The debtor already has a mandate with this creditor number, debtor group and customer number.",
      da: "Debitor har allerede en betalingsaftale med dette PBS-nummer, denne debitorgruppe og dette kundenummer.",
      nl: "De debiteur heeft al een machtiging met dit crediteurnummer, deze debiteurengroep en dit klantnummer.",
    },
    {
      en: "Do not send it again. Find the mandate that exists and link it to the debtor.",
      da: "Send ikke igen. Find den aftale, der findes, og knyt den til debitor.",
      nl: "Stuur niet opnieuw. Zoek de bestaande machtiging en koppel die aan de debiteur.",
    },
  ),
  BANK_IS_NOT_WITHIN_BETALINGSSERVICE: hard(
    {
      en: "The debtor's bank does not take part in Betalingsservice.",
      da: "Debitors bank er ikke med i Betalingsservice.",
      nl: "De bank van de debiteur doet niet mee aan Betalingsservice.",
    },
    {
      en: "Ask for an account at another bank, or agree on another way to pay.",
      da: "Bed om en konto i en anden bank, eller aftal en anden betalingsmåde.",
      nl: "Vraag een rekening bij een andere bank of spreek een andere betaalwijze af.",
    },
  ),
  CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT: hard(
    {
      en: "The customer number was not accepted.",
      da: "Kundenummeret blev ikke godkendt.",
      nl: "Het klantnummer is niet geaccepteerd.",
    },
    {
      en: "Check the customer number against your agreement, correct it and send a new request.",
      da: "Sammenhold kundenummeret med jeres kreditoraftale, ret det og send en ny anmodning.",
      nl: "Vergelijk het klantnummer met uw overeenkomst, verbeter het en stuur een nieuwe aanvraag.",
    },
  ),
  DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT: hard(
    {
      en: "The bank could not confirm the account.",
      da: "Banken kunne ikke bekræfte kontoen.",
      nl: "De bank kon de rekening niet bevestigen.",
    },
    {
      en: "Ask the debtor for registration number and account number again and send a new request.",
      da: "Bed debitor om registreringsnummer og kontonummer igen, og send en ny anmodning.",
      nl: "Vraag de debiteur opnieuw om registratie- en rekeningnummer en stuur een nieuwe aanvraag.",
    },
  ),
  DEBTOR_IDENTITY_IS_NOT_CORRECT: hard(
    {
      en: "The CPR or CVR number does not belong to the account, or is wrong.",
      da: "CPR- eller CVR-nummeret hører ikke til kontoen, eller det er forkert.",
      nl: "Het CPR- of CVR-nummer hoort niet bij de rekening of is onjuist.",
    },
    {
      en: "Ask the account holder for the number, correct it and send a new request.",
      da: "Bed kontohaveren om nummeret, ret det og send en ny anmodning.",
      nl: "Vraag de rekeninghouder om het nummer, verbeter het en stuur een nieuwe aanvraag.",
    },
  ),
  CREDITOR_DATA_IS_NOT_CORRECT: technical(
    {
      en: "The creditor number and debtor group are wrong or do not belong together.",
      da: "PBS-nummer og debitorgruppe er forkerte eller hører ikke sammen.",
      nl: "Crediteurnummer en debiteurengroep zijn onjuist of horen niet bij elkaar.",
    },
    {
      en: "Stop further requests and correct the agreement in the settings; the debtor has done nothing wrong.",
      da: "Stop flere anmodninger, og ret kreditoraftalen i indstillingerne; debitor har ikke gjort noget forkert.",
      nl: "Stop verdere aanvragen en verbeter de overeenkomst bij de instellingen; de debiteur heeft niets fout gedaan.",
    },
  ),
  DEBTOR_GROUP_CLOSED: technical(
    {
      en: "The debtor group is closed.",
      da: "Debitorgruppen er lukket.",
      nl: "De debiteurengroep is gesloten.",
    },
    {
      en: "Stop further requests and use an open debtor group, or have this one opened by Mastercard.",
      da: "Stop flere anmodninger, og brug en åben debitorgruppe, eller få Mastercard til at åbne denne.",
      nl: "Stop verdere aanvragen en gebruik een open debiteurengroep, of laat Mastercard deze openen.",
    },
  ),
  UNKNOWN_VALIDATION_ERROR: hard(
    {
      en: "Betalingsservice refused the mandate without saying more.",
      da: "Betalingsservice afviste aftalen uden nærmere forklaring.",
      nl: "Betalingsservice heeft de machtiging geweigerd zonder verdere uitleg.",
    },
    {
      en: "Check all details with the debtor. If they are right, ask the provider's support, naming the request id.",
      da: "Gennemgå alle oplysninger med debitor. Er de rigtige, så spørg udbyderens support med anmodningens id.",
      nl: "Loop alle gegevens na met de debiteur. Kloppen ze, vraag dan de helpdesk van de aanbieder, met het aanvraag-id.",
    },
  ),
  INVALID_BODY_HASH: technical(
    {
      en: "The provider read another text than the one that was signed.",
      da: "Udbyderen læste en anden tekst end den, der blev signeret.",
      nl: "De aanbieder las een andere tekst dan die was ondertekend.",
    },
    {
      en: "Something on the way changes requests: have a technician look at proxies between here and the provider.",
      da: "Noget undervejs ændrer anmodninger: lad en tekniker se på mellemled mellem os og udbyderen.",
      nl: "Iets onderweg verandert aanvragen: laat een technicus naar tussenstations kijken.",
    },
  ),
  AUTHENTICATION_FAILED: technical(
    {
      en: "The provider could not verify the signature.",
      da: "Udbyderen kunne ikke bekræfte signaturen.",
      nl: "De aanbieder kon de handtekening niet bevestigen.",
    },
    {
      en: "Check that consumer key and signing key belong together and to this environment.",
      da: "Se efter, om consumer key og signeringsnøgle hører sammen og til dette miljø.",
      nl: "Controleer of consumer key en ondertekensleutel bij elkaar en bij deze omgeving horen.",
    },
  ),
  DECLINED: technical(
    {
      en: "The provider declined the credential.",
      da: "Udbyderen afviste adgangen.",
      nl: "De aanbieder heeft de toegang geweigerd.",
    },
    {
      en: "Check that the key belongs to this environment, is active and not expired, and that the client id is activated in the customer portal.",
      da: "Se efter, om nøglen hører til dette miljø, er aktiv og ikke udløbet, og om klient-id'et er aktiveret i kundeportalen.",
      nl: "Controleer of de sleutel bij deze omgeving hoort, actief en niet verlopen is en of het client-id in het klantportaal is geactiveerd.",
    },
  ),
  RATE_LIMIT_EXCEEDED: {
    what: {
      en: "Too many requests in a short time.",
      da: "For mange anmodninger på kort tid.",
      nl: "Te veel aanvragen in korte tijd.",
    },
    todo: {
      en: "Nothing: the request goes again by itself.",
      da: "Intet: anmodningen sendes igen af sig selv.",
      nl: "Niets: de aanvraag gaat vanzelf opnieuw.",
    },
    class: "soft",
  },
};
