import type { LocalText } from "@/lib/kernel/locale";
import type { ReasonWords } from "@/lib/providers/contract";

type Trio = readonly [en: string, da: string, nl: string];

const text = ([en, da, nl]: Trio): LocalText => ({ en, da, nl });

function soft(what: Trio, todo: Trio): ReasonWords {
  return { what: text(what), todo: text(todo), class: "soft" };
}
function hard(what: Trio, todo: Trio): ReasonWords {
  return { what: text(what), todo: text(todo), class: "hard" };
}
function technical(what: Trio, todo: Trio): ReasonWords {
  return { what: text(what), todo: text(todo), class: "technical" };
}

const noDetail = soft(
  [
    "The bank could not carry out the debit and gave no details.",
    "Banken kunne ikke gennemføre opkrævningen og gav ingen nærmere grund.",
    "De bank kon de incasso niet uitvoeren en gaf geen nadere reden.",
  ],
  [
    "Send a friendly reminder, and collect again after 5 to 14 days.",
    "Send en venlig påmindelse, og opkræv igen efter 5 til 14 dage.",
    "Stuur een vriendelijke herinnering en incasseer opnieuw na 5 tot 14 dagen.",
  ],
);

/**
 * Decline codes of a debit as older versions of PAY.'s Node library list them (https://github.com/paynl/nodejs-sdk).
 * PAY.'s guide shows 119 where the library has 109: both are the administrative reason.
 */
const declines: Readonly<Record<string, ReasonWords>> = {
  "109": noDetail,
  "119": noDetail,
  "112": hard(
    ["The account has been closed.", "Kontoen er lukket.", "De rekening is opgeheven."],
    [
      "Ask for a new account and make a new mandate.",
      "Bed om en ny konto, og opret en ny aftale.",
      "Vraag om een nieuwe rekening en maak een nieuwe machtiging.",
    ],
  ),
  "115": hard(
    [
      "The bank does not know this account number.",
      "Banken kender ikke dette kontonummer.",
      "De bank kent dit rekeningnummer niet.",
    ],
    [
      "Ask for the right IBAN and make a new mandate.",
      "Bed om det rigtige IBAN, og opret en ny aftale.",
      "Vraag om het juiste IBAN en maak een nieuwe machtiging.",
    ],
  ),
  "118": hard(
    [
      "The bank says that there is no mandate for this debit.",
      "Banken siger, at der ikke er en aftale om denne opkrævning.",
      "Volgens de bank is er geen machtiging voor deze incasso.",
    ],
    [
      "Do not collect again. Check the mandate, talk to the debtor, and make a new one if both agree.",
      "Opkræv ikke igen. Kontrollér aftalen, tal med debitor, og opret en ny, hvis I er enige.",
      "Incasseer niet opnieuw. Controleer de machtiging, overleg met de debiteur en maak zo nodig een nieuwe.",
    ],
  ),
  "121": hard(
    [
      "Direct debits are not allowed on this account.",
      "Kontoen kan ikke bruges til opkrævning.",
      "Van deze rekening mag niet worden geïncasseerd.",
    ],
    [
      "Ask for a payment account, or offer another way to pay.",
      "Bed om en betalingskonto, eller tilbyd en anden betalingsmåde.",
      "Vraag om een betaalrekening of bied een andere manier van betalen.",
    ],
  ),
  "124": technical(
    [
      "The bank has seen this debit twice.",
      "Banken har set denne opkrævning to gange.",
      "De bank heeft deze incasso tweemaal gezien.",
    ],
    [
      "Do not collect again before both bookings have been compared; tell the debtor what you find.",
      "Opkræv ikke igen, før begge posteringer er sammenlignet; fortæl debitor, hvad du finder.",
      "Incasseer niet opnieuw voordat beide boekingen zijn vergeleken; laat de debiteur weten wat je vindt.",
    ],
  ),
  "271": hard(
    [
      "The name and the account number do not belong together.",
      "Navn og kontonummer hører ikke sammen.",
      "De naam en het rekeningnummer horen niet bij elkaar.",
    ],
    [
      "Check the holder and the IBAN with the debtor, then make a new mandate.",
      "Kontrollér indehaver og IBAN med debitor, og opret en ny aftale.",
      "Controleer naam en IBAN bij de debiteur en maak een nieuwe machtiging.",
    ],
  ),
  "274": hard(
    ["The account is blocked.", "Kontoen er spærret.", "De rekening is geblokkeerd."],
    [
      "Contact the debtor and offer another way to pay.",
      "Kontakt debitor, og tilbyd en anden betalingsmåde.",
      "Neem contact op met de debiteur en bied een andere manier van betalen.",
    ],
  ),
  "277": hard(
    [
      "The debtor has set a limit or a block on debits like this one at the bank.",
      "Debitor har sat en grænse eller spærring for sådanne opkrævninger i banken.",
      "De debiteur heeft bij de bank een limiet of blokkade voor zulke incasso's ingesteld.",
    ],
    [
      "Ask the debtor to allow your debits at the bank, or offer another way to pay.",
      "Bed debitor om at tillade jeres opkrævninger i banken, eller tilbyd en anden betalingsmåde.",
      "Vraag de debiteur jullie incasso's bij de bank toe te staan, of bied een andere manier van betalen.",
    ],
  ),
  "280": hard(
    [
      "This is a blocked Dutch account for payroll taxes; it cannot be debited.",
      "Det er en spærret nederlandsk konto til lønskat; den kan ikke bruges til opkrævning.",
      "Dit is een g-rekening (WKA); daarvan kan niet worden geïncasseerd.",
    ],
    [
      "Ask for another account and make a new mandate.",
      "Bed om en anden konto, og opret en ny aftale.",
      "Vraag om een andere rekening en maak een nieuwe machtiging.",
    ],
  ),
  "286": soft(
    ["The bank gives no reason.", "Banken oplyser ingen grund.", "De bank geeft geen reden."],
    [
      "Collect once more after 5 to 14 days. If that fails too, call the debtor.",
      "Opkræv én gang mere efter 5 til 14 dage. Går det heller ikke, så ring til debitor.",
      "Incasseer nog één keer na 5 tot 14 dagen. Lukt dat ook niet, bel dan de debiteur.",
    ],
  ),
  "331": hard(
    [
      "The debtor has reported the debit as not authorised, which is possible for 13 months.",
      "Debitor har anmeldt opkrævningen som uberettiget, hvilket er muligt i 13 måneder.",
      "De debiteur heeft de incasso als onterecht gemeld (MOI); dat kan 13 maanden lang.",
    ],
    [
      "Stop this mandate, collect your proof of the consent and decide on your claim.",
      "Stop aftalen, find dokumentationen for samtykket, og tag stilling til kravet.",
      "Stop deze machtiging, verzamel het bewijs van de toestemming en beslis over de vordering.",
    ],
  ),
};

const noWords = soft(
  [
    "The debit failed; PAY. gives no code for the reason.",
    "Opkrævningen mislykkedes; PAY. angiver ingen årsagskode.",
    "De incasso is mislukt; PAY. geeft geen redencode.",
  ],
  [
    "Ask the debtor before you collect again.",
    "Spørg debitor, før du opkræver igen.",
    "Overleg met de debiteur voordat je opnieuw incasseert.",
  ],
);

/** A failed debit without a decline code is shown under its status. */
const statuses: Readonly<Record<string, ReasonWords>> = {
  declined: noWords,
  "127": noWords,
  "106": soft(
    [
      "The money was taken back. The debtor may do so for 56 days, without a reason.",
      "Pengene er taget tilbage. Det kan debitor gøre i 56 dage uden begrundelse.",
      "Het geld is teruggeboekt. De debiteur mag dat 56 dagen lang zonder opgaaf van reden.",
    ],
    [
      "Ask the debtor why before you collect again.",
      "Spørg debitor om grunden, før du opkræver igen.",
      "Vraag de debiteur naar de reden voordat je opnieuw incasseert.",
    ],
  ),
};

/** Why a debit failed or was taken back, by PAY.'s decline code or status. */
export const debitReasons: Readonly<Record<string, ReasonWords>> = { ...declines, ...statuses };
