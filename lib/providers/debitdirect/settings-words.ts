import type { LocalText } from "@/lib/kernel/locale";
import type { SettingName } from "./settings";
import { t } from "./text";

const older = t(
  "DebitDirect's pages do not agree here. Change it only when they tell you to.",
  "DebitDirects sider er ikke enige her. Ændr det kun, når de beder dig om det.",
  "De pagina's van DebitDirect spreken elkaar hier tegen. Wijzig dit alleen op hun aanwijzing.",
);
const unconfirmed = t(
  "DebitDirect has not published this call. Automatic: on in the simulator, off everywhere else.",
  "DebitDirect har ikke offentliggjort dette kald. Automatisk: til i simulatoren, ellers fra.",
  "DebitDirect heeft deze aanroep niet gepubliceerd. Automatisch: aan in de simulator, elders uit.",
);
const notThereYet = t(
  "Off: DebitDirect has not published how. Ask them before you count on it.",
  "Fra: DebitDirect har ikke offentliggjort hvordan. Spørg dem, før du regner med det.",
  "Uit: DebitDirect heeft niet gepubliceerd hoe. Vraag het hun voordat u erop rekent.",
);

/** The name and the reason of each setting, as an administrator reads them. */
export const settingWords: Record<SettingName, { label: LocalText; hint: LocalText }> = {
  version_header: {
    label: t("API version", "API-version", "API-versie"),
    hint: t(
      "Sent as x-version; “none” leaves it out.",
      "Sendes som x-version; »none« udelader den.",
      "Wordt als x-version verstuurd; met „none” niet.",
    ),
  },
  me_path: { label: t("Path: own identity", "Sti: egen identitet", "Pad: eigen identiteit"), hint: older },
  identity_member: {
    label: t("Member naming us", "Felt med vores navn", "Veld met onze naam"),
    hint: t(
      "In the answer to the identity call. Without it nobody can tell another merchant's key from ours.",
      "I svaret på identitetskaldet. Uden det kan en anden kreditors nøgle ikke kendes fra vores.",
      "In het antwoord op de identiteitsaanroep. Zonder dit is de sleutel van een ander niet te herkennen.",
    ),
  },
  agreements_path: {
    label: t("Path: agreements", "Sti: kreditoraftaler", "Pad: overeenkomsten"),
    hint: older,
  },
  mandates_path: { label: t("Path: mandates", "Sti: betalingsaftaler", "Pad: machtigingen"), hint: older },
  payments_path: { label: t("Path: payments", "Sti: betalinger", "Pad: betalingen"), hint: older },
  subscribe_path: { label: t("Path: web events", "Sti: webhændelser", "Pad: webmeldingen"), hint: older },
  cancel_payment: {
    label: t("Cancelling payments", "Annullering af betalinger", "Betalingen annuleren"),
    hint: unconfirmed,
  },
  cancel_method: {
    label: t("Method for cancelling", "Metode til annullering", "Methode voor annuleren"),
    hint: unconfirmed,
  },
  cancel_path: {
    label: t("Path: cancelling", "Sti: annullering", "Pad: annuleren"),
    hint: t(
      "{payment} stands for the payment's handle.",
      "{payment} står for betalingens handle.",
      "{payment} staat voor de handle van de betaling.",
    ),
  },
  credits: {
    label: t(
      "Credits as negative payments",
      "Krediteringer som negative betalinger",
      "Credits als negatieve betaling",
    ),
    hint: unconfirmed,
  },
  create_mandate: {
    label: t(
      "Creating mandates through the API",
      "Oprettelse af betalingsaftaler via API",
      "Machtigingen via de API",
    ),
    hint: notThereYet,
  },
  write_customers: {
    label: t("Writing customers", "Oprettelse og ændring af kunder", "Klanten wegschrijven"),
    hint: notThereYet,
  },
  page_size: {
    label: t("Items per page", "Poster pr. side", "Items per pagina"),
    hint: t(
      "50 is legal in both published readings of the limit.",
      "50 er lovligt efter begge offentliggjorte grænser.",
      "50 past in beide gepubliceerde lezingen van de grens.",
    ),
  },
  search_pages: {
    label: t("Pages to search", "Sider der gennemsøges", "Te doorzoeken pagina's"),
    hint: t(
      "When the list goes on after that, we say we could not tell, never that a payment is missing.",
      "Fortsætter listen derefter, siger vi, at vi ikke kan afgøre det, aldrig at en betaling mangler.",
      "Loopt de lijst dan nog door, dan zeggen we dat we het niet weten, nooit dat een betaling ontbreekt.",
    ),
  },
  visibility_delay_seconds: {
    label: t(
      "Seconds until a payment is visible",
      "Sekunder til en betaling ses",
      "Seconden tot een betaling zichtbaar is",
    ),
    hint: t(
      "Not published. We wait this long between two look-ups.",
      "Ikke offentliggjort. Så længe venter vi mellem to opslag.",
      "Niet gepubliceerd. Zo lang wachten we tussen twee zoekacties.",
    ),
  },
  poll_seconds: {
    label: t("Seconds between readings", "Sekunder mellem aflæsninger", "Seconden tussen uitlezingen"),
    hint: t(
      "Events can be lost, so open payments are read again. Empty: 900, in the simulator 5.",
      "Hændelser kan gå tabt, så åbne betalinger læses igen. Tom: 900, i simulatoren 5.",
      "Meldingen kunnen verloren gaan, dus open betalingen worden opnieuw gelezen. Leeg: 900, in de simulator 5.",
    ),
  },
  busy_poll_seconds: {
    label: t("Seconds between readings on busy days", "Sekunder på travle dage", "Seconden op drukke dagen"),
    hint: t(
      "On the processing day and the month's first bank days. Empty: 300, in the simulator 5.",
      "På behandlingsdagen og månedens første bankdage. Tom: 300, i simulatoren 5.",
      "Op de verwerkingsdag en de eerste bankdagen van de maand. Leeg: 300, in de simulator 5.",
    ),
  },
  busy_first_bank_days: {
    label: t(
      "Busy bank days at the month's start",
      "Travle bankdage først på måneden",
      "Drukke bankdagen aan het begin",
    ),
    hint: t(
      "Most outcomes arrive on these days.",
      "De fleste resultater kommer på disse dage.",
      "Op deze dagen komen de meeste uitkomsten.",
    ),
  },
  mass_end_percent: {
    label: t(
      "Many mandates ended: per cent",
      "Mange aftaler ophørt: procent",
      "Veel machtigingen beëindigd: procent",
    ),
    hint: t(
      "More than this share of an agreement within a day may be a change of bank: they come back in the days after, so nothing follows by itself until a person says so.",
      "Mere end denne andel af en kreditoraftales aftaler på et døgn kan være et bankskifte: de kommer igen i dagene efter, så intet følger af sig selv, før en person siger det.",
      "Meer dan dit deel van een overeenkomst binnen een dag kan een bankwissel zijn: ze komen in de dagen erna terug, dus niets volgt vanzelf tot iemand dat zegt.",
    ),
  },
  mass_end_count: {
    label: t(
      "Many mandates ended: number",
      "Mange aftaler ophørt: antal",
      "Veel machtigingen beëindigd: aantal",
    ),
    hint: t(
      "More than this many within a day count as many, whatever the share: of a large agreement a small share is a crowd.",
      "Flere end så mange på et døgn er mange, uanset andelen: af en stor kreditoraftale er en lille andel mange mennesker.",
      "Meer dan dit aantal binnen een dag geldt als veel, wat het deel ook is: van een grote overeenkomst is een klein deel een menigte.",
    ),
  },
  mass_end_floor: {
    label: t(
      "Many mandates ended: never below",
      "Mange aftaler ophørt: aldrig under",
      "Veel machtigingen beëindigd: nooit onder",
    ),
    hint: t(
      "Fewer than this are never many: of three mandates one is a third already.",
      "Færre end så mange er aldrig mange: af tre aftaler er én allerede en tredjedel.",
      "Minder dan dit zijn er nooit veel: van drie machtigingen is één al een derde.",
    ),
  },
  account_change: {
    label: t(
      "When a debtor changes account",
      "Når en debitor skifter konto",
      "Als een debiteur van rekening wisselt",
    ),
    hint: t(
      "Not published. A new sign-up makes a new mandate; whether the bank's own move does so too is not said.",
      "Ikke offentliggjort. En ny tilmelding giver en ny aftale; om bankens egen flytning også gør det, siges ikke.",
      "Niet gepubliceerd. Een nieuwe aanmelding geeft een nieuwe machtiging; of een verhuizing door de bank dat ook doet, is niet gezegd.",
    ),
  },
  reference_max: {
    label: t("Longest reference", "Længste reference", "Langste kenmerk"),
    hint: t(
      "Our own limit; none is published.",
      "Vores egen grænse; ingen er offentliggjort.",
      "Onze eigen grens; er is er geen gepubliceerd.",
    ),
  },
  description_max: {
    label: t("Longest text to the debtor", "Længste tekst til debitor", "Langste tekst voor de debiteur"),
    hint: t(
      "Our own limit; a longer text is cut.",
      "Vores egen grænse; en længere tekst afkortes.",
      "Onze eigen grens; een langere tekst wordt ingekort.",
    ),
  },
};
