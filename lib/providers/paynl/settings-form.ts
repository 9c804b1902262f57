import type { Field } from "@/lib/providers/contract";
import { NO, pick, text, whole, YES } from "@/lib/providers/paynl/setting-fields";
import { wireSettings } from "@/lib/providers/paynl/settings-form-wire";

/** What is assumed of PAY., for an admin to change. The first option and `initial` are the defaults. */
export const settingsForm: readonly Field[] = [
  pick(
    "after_absence",
    [
      { value: "person", label: text("A person decides", "En person afgør det", "Een medewerker beslist") },
      { value: "resend", label: text("Send again", "Send igen", "Opnieuw sturen") },
    ],
    text(
      "When a lost request is not found",
      "Når en tabt anmodning ikke findes",
      "Als een verloren verzoek niet is gevonden",
    ),
    text(
      "PAY. knows no idempotency key: sending again makes a second debit if the first one only shows late. Choose “Send again” only when PAY. has confirmed that lists are complete at once.",
      "PAY. kender ingen nøgle mod dubletter: en ny afsendelse giver en ekstra opkrævning, hvis den første blot vises sent. Vælg kun »Send igen«, når PAY. har bekræftet, at listerne er fuldstændige med det samme.",
      "PAY. kent geen sleutel tegen dubbelen: opnieuw sturen geeft een tweede incasso als de eerste alleen later zichtbaar wordt. Kies alleen „Opnieuw sturen” als PAY. heeft bevestigd dat lijsten meteen volledig zijn.",
    ),
  ),
  whole(
    "visibility_delay_seconds",
    [1, 86_400],
    text(
      "Seconds until a new object is listed",
      "Sekunder til et nyt objekt vises",
      "Seconden tot een nieuw object zichtbaar is",
    ),
    text(
      "Not published. Two look-ups must lie farther apart than this. Empty: 120, in the simulator 5.",
      "Ikke offentliggjort. To opslag skal ligge længere fra hinanden end dette. Tom: 120, i simulatoren 5.",
      "Niet gepubliceerd. Twee zoekacties moeten verder uit elkaar liggen. Leeg: 120, in de simulator 5.",
    ),
  ),
  whole(
    "poll_minutes",
    [1, 1_440],
    text("Minutes between checks", "Minutter mellem kontroller", "Minuten tussen controles"),
    text(
      "Exchange calls can be lost; what is open is read again at this pace.",
      "Beskeder fra PAY. kan gå tabt; det åbne læses igen i denne takt.",
      "Meldingen van PAY. kunnen verloren gaan; wat openstaat wordt in dit tempo opnieuw gelezen.",
    ),
    60,
  ),
  whole(
    "simulator_poll_seconds",
    [1, 3_600],
    text(
      "Seconds between checks, simulator",
      "Sekunder mellem kontroller, simulator",
      "Seconden tussen controles, simulator",
    ),
    text("Used in the simulator only.", "Bruges kun i simulatoren.", "Alleen in de simulator."),
    5,
  ),
  pick(
    "require_signature",
    [NO, YES],
    text("Refuse unsigned exchange calls", "Afvis usignerede beskeder", "Ongetekende meldingen weigeren"),
    text(
      "Direct debit calls have been seen unsigned. They only say what to read again, so they are taken by default.",
      "Beskeder om opkrævninger er set uden signatur. De siger kun, hvad der skal læses igen, og modtages derfor.",
      "Incassomeldingen zijn zonder handtekening gezien. Ze zeggen alleen wat opnieuw gelezen moet worden en worden daarom aangenomen.",
    ),
  ),
  pick(
    "json_reply_to_unsigned",
    [NO, YES],
    text(
      "Answer unsigned JSON calls in JSON",
      "Svar usignerede JSON-beskeder i JSON",
      "Ongetekende JSON-meldingen in JSON beantwoorden",
    ),
    text(
      "PAY.'s own library answers in JSON to signed calls only; an older method wanted JSON for all.",
      "PAY.s eget bibliotek svarer kun i JSON på signerede beskeder; en ældre metode ønskede altid JSON.",
      "De eigen bibliotheek van PAY. antwoordt alleen bij getekende meldingen in JSON; een oudere methode wilde altijd JSON.",
    ),
  ),
  pick(
    "mandate_list",
    [YES, NO],
    text("Use the list of mandates", "Brug listen over aftaler", "De lijst met machtigingen gebruiken"),
    text(
      "Not published; seen in others' code. Without it a lost new mandate is left to a person.",
      "Ikke offentliggjort; set i andres kode. Uden den overlades en tabt ny aftale til en person.",
      "Niet gepubliceerd; gezien in code van anderen. Zonder lijst beslist een medewerker over een verloren nieuwe machtiging.",
    ),
  ),
  pick(
    "settled_day_from",
    [
      {
        value: "modified_at",
        label: text("PAY.'s last change", "PAY.s seneste ændring", "Laatste wijziging bij PAY."),
      },
      { value: "process_date", label: text("Process date", "Behandlingsdato", "Verwerkingsdatum") },
    ],
    text("Settled on", "Afregnet den", "Ontvangen op"),
    text(
      "A collected debit carries no date of its own for the collection.",
      "En gennemført opkrævning har ingen egen dato for betalingen.",
      "Een geslaagde incasso heeft geen eigen datum voor de ontvangst.",
    ),
  ),
  whole(
    "empty_date_bank_days",
    [0, 10],
    text(
      "Bank days to a first debit without a date",
      "Bankdage til en første opkrævning uden dato",
      "Bankdagen tot een eerste incasso zonder datum",
    ),
    text(
      "At the earliest. Not published: as soon as possible. A date of today is taken on the next bank day, so that is assumed.",
      "Tidligst. Ikke offentliggjort: hurtigst muligt. En dato i dag opkræves næste bankdag, så det antages.",
      "Op zijn vroegst. Niet gepubliceerd: zo snel mogelijk. Een datum van vandaag wordt de volgende bankdag geïncasseerd; dat wordt aangenomen.",
    ),
    1,
  ),
  pick(
    "account_change",
    [
      { value: "new_mandate", label: text("A new mandate", "En ny aftale", "Een nieuwe machtiging") },
      { value: "none", label: text("Ask PAY.", "Spørg PAY.", "PAY. vragen") },
    ],
    text(
      "When a debtor changes account",
      "Når en debitor skifter konto",
      "Als een debiteur van rekening wisselt",
    ),
    text(
      "No call that changes the account of a mandate is published.",
      "Der er ikke offentliggjort noget kald, der ændrer kontoen på en aftale.",
      "Er is geen aanroep gepubliceerd die de rekening van een machtiging wijzigt.",
    ),
  ),
  pick(
    "gone_means_ended",
    [YES, NO],
    text(
      "“Not found” on ending means ended",
      "»Ikke fundet« ved ophør betyder ophørt",
      "„Niet gevonden” bij beëindigen betekent beëindigd",
    ),
    text(
      "An older API answered so to a second delete.",
      "En ældre API svarede sådan på en gentaget sletning.",
      "Een oudere API antwoordde zo op een tweede verwijdering.",
    ),
  ),
  pick(
    "last_date_proves_collection",
    [YES, NO],
    text(
      "Trust the mandate's last debit date",
      "Stol på aftalens seneste opkrævningsdato",
      "De laatste incassodatum van de machtiging vertrouwen",
    ),
    text(
      "A first debit that was reversed counts as collected once when this date is set.",
      "En tilbageført første opkrævning regnes som gennemført, når datoen er sat.",
      "Een teruggeboekte eerste incasso geldt als ooit geslaagd als deze datum is ingevuld.",
    ),
  ),
  ...wireSettings,
];
