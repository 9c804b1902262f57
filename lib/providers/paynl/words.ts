import type { LocalText } from "@/lib/kernel/locale";

const text = (en: string, da: string, nl: string): LocalText => ({ en, da, nl });

export const about = text(
  "SEPA direct debits in euros through PAY.: single, recurring and flexible mandates.",
  "SEPA-opkrævninger i euro gennem PAY.: enkelte, faste og fleksible aftaler.",
  "SEPA-incasso's in euro via PAY.: eenmalige, terugkerende en flexibele machtigingen.",
);

export const schemeLabel = text("SEPA Core", "SEPA Core", "SEPA-incasso algemeen");

export const labels = {
  user: text("Token code or service ID", "Token-kode eller service-id", "Tokencode of dienst-ID"),
  userHint: text(
    "AT-####-#### or SL-####-####. A token code serves all sales locations.",
    "AT-####-#### eller SL-####-####. En token-kode gælder for alle salgssteder.",
    "AT-####-#### of SL-####-####. Een tokencode geldt voor alle verkooplocaties.",
  ),
  password: text("API token or secret", "API-token eller hemmelighed", "API-token of secret"),
  passwordHint: text("40 characters, 0-9 and a-f.", "40 tegn, 0-9 og a-f.", "40 tekens, 0-9 en a-f."),
  signingKeyId: text(
    "Key ID of signed calls",
    "Nøgle-id for signerede beskeder",
    "Sleutel-ID van getekende meldingen",
  ),
  signingHint: text(
    "Only when exchange calls are signed with another key than the one above.",
    "Kun hvis beskeder signeres med en anden nøgle end den ovenfor.",
    "Alleen als meldingen met een andere sleutel dan hierboven worden getekend.",
  ),
  signingSecret: text(
    "Secret of signed calls",
    "Hemmelighed for signerede beskeder",
    "Secret van getekende meldingen",
  ),
  agreementName: text("Name", "Navn", "Naam"),
  serviceId: text("Sales location", "Salgssted", "Verkooplocatie"),
  serviceHint: text(
    "SL-####-####, with direct debit switched on by PAY.",
    "SL-####-####, hvor PAY. har slået direct debit til.",
    "SL-####-####, waarvoor PAY. incasso heeft aangezet.",
  ),
  type: text("Type", "Type", "Soort"),
  typeHint: text(
    "Flexible: you plan every debit. Recurring: PAY. plans them. Every type begins with a first debit.",
    "Fleksibel: I planlægger hver opkrævning. Fast: PAY. planlægger. Alle begynder med en første opkrævning.",
    "Flexibel: je plant elke incasso zelf. Terugkerend: PAY. plant ze. Elke soort begint met een eerste incasso.",
  ),
  flexible: text("Flexible", "Fleksibel", "Flexibel"),
  recurring: text("Recurring", "Fast", "Terugkerend"),
  single: text("Single", "Enkelt", "Eenmalig"),
  holder: text("Account holder", "Kontohaver", "Rekeninghouder"),
  iban: text("IBAN", "IBAN", "IBAN"),
  bic: text("BIC", "BIC", "BIC"),
  bicHint: text("Not needed inside the EU.", "Ikke nødvendig inden for EU.", "Binnen de EU niet nodig."),
  email: text("E-mail", "E-mail", "E-mail"),
  amount: text("First amount", "Første beløb", "Eerste bedrag"),
  amountHint: text(
    "The mandate becomes active when this debit has been collected. New accounts at PAY. may have limits per debit.",
    "Aftalen bliver aktiv, når denne opkrævning er gennemført. Nye konti hos PAY. kan have grænser pr. opkrævning.",
    "De machtiging wordt actief als deze incasso is gelukt. Nieuwe accounts bij PAY. kunnen limieten per incasso hebben.",
  ),
  processDate: text("First date", "Første dato", "Eerste datum"),
  processDateHint: text("Empty: as soon as possible.", "Tom: hurtigst muligt.", "Leeg: zo snel mogelijk."),
  period: text("Period", "Periode", "Periode"),
  every: text("Every", "Hver", "Elke"),
  everyHint: text(
    "2 with months: every second month.",
    "2 med måneder: hver anden måned.",
    "2 bij maanden: om de maand.",
  ),
  quantity: text("Number of debits", "Antal opkrævninger", "Aantal incasso's"),
  quantityHint: text(
    "For debits until further notice choose a flexible mandate.",
    "Vælg en fleksibel aftale for opkrævninger indtil videre.",
    "Kies een flexibele machtiging voor incasso's tot nader bericht.",
  ),
  description: text("Text to the debtor", "Tekst til debitor", "Tekst aan de debiteur"),
} as const;

export const periods: readonly { value: string; label: LocalText }[] = [
  { value: "day", label: text("Days", "Dage", "Dagen") },
  { value: "week", label: text("Weeks", "Uger", "Weken") },
  { value: "month", label: text("Months", "Måneder", "Maanden") },
  { value: "trimester", label: text("Quarters", "Kvartaler", "Kwartalen") },
  { value: "halfyear", label: text("Half years", "Halvår", "Halfjaren") },
  { value: "year", label: text("Years", "År", "Jaren") },
];

export const problems = {
  user: text(
    "Enter a code such as AT-1000-2000 or SL-1000-2000.",
    "Angiv en kode som AT-1000-2000 eller SL-1000-2000.",
    "Vul een code in zoals AT-1000-2000 of SL-1000-2000.",
  ),
  secret: text(
    "Enter all 40 characters; only 0-9 and a-f occur.",
    "Angiv alle 40 tegn; kun 0-9 og a-f forekommer.",
    "Vul alle 40 tekens in; alleen 0-9 en a-f komen voor.",
  ),
  signingPair: text(
    "Enter the key ID and its secret together, or neither.",
    "Angiv nøgle-id og hemmelighed sammen, eller ingen af dem.",
    "Vul sleutel-ID en secret samen in, of geen van beide.",
  ),
  serviceId: text(
    "Enter a code such as SL-1000-2000.",
    "Angiv en kode som SL-1000-2000.",
    "Vul een code in zoals SL-1000-2000.",
  ),
  noSandbox: text(
    "PAY. has no known sandbox for direct debits. Use the simulator.",
    "PAY. har intet kendt testmiljø for opkrævninger. Brug simulatoren.",
    "PAY. heeft geen bekende sandbox voor incasso's. Gebruik de simulator.",
  ),
  notADay: text("Enter a date.", "Angiv en dato.", "Vul een datum in."),
  past: text("This date has passed.", "Datoen er passeret.", "Deze datum is voorbij."),
  tooFar: text(
    "A mandate lapses when it is not used for 36 months. Choose an earlier date.",
    "En aftale bortfalder, når den ikke bruges i 36 måneder. Vælg en tidligere dato.",
    "Een machtiging vervalt als ze 36 maanden niet is gebruikt. Kies een eerdere datum.",
  ),
  noAmount: text(
    "Enter the amount of the first debit, above zero.",
    "Angiv beløbet for den første opkrævning, over nul.",
    "Vul het bedrag van de eerste incasso in, hoger dan nul.",
  ),
  series: text(
    "Enter a number of at least 1.",
    "Angiv et tal på mindst 1.",
    "Vul een getal van minstens 1 in.",
  ),
} as const;

export const notChargeableWords = {
  single: text(
    "A single mandate is for one debit, which PAY. makes by itself. Make a new mandate for another one.",
    "En enkelt aftale gælder én opkrævning, som PAY. selv udfører. Opret en ny aftale til en til.",
    "Een eenmalige machtiging is voor één incasso, die PAY. zelf uitvoert. Maak een nieuwe machtiging voor nog een.",
  ),
  recurring: text(
    "PAY. plans the debits of a recurring mandate itself. Use a flexible mandate to plan your own.",
    "PAY. planlægger selv opkrævningerne på en fast aftale. Brug en fleksibel aftale til jeres egne.",
    "PAY. plant de incasso's van een terugkerende machtiging zelf. Gebruik een flexibele machtiging voor eigen incasso's.",
  ),
  otherType: text(
    "Only flexible mandates take further debits.",
    "Kun fleksible aftaler kan bruges til flere opkrævninger.",
    "Alleen flexibele machtigingen zijn voor meer incasso's te gebruiken.",
  ),
  pending: text(
    "The first debit has not been collected yet. PAY. takes further debits after that.",
    "Den første opkrævning er ikke gennemført endnu. Derefter tager PAY. imod flere.",
    "De eerste incasso is nog niet gelukt. Daarna neemt PAY. meer incasso's aan.",
  ),
  notSent: text(
    "The mandate has not been made at PAY. yet.",
    "Aftalen er ikke oprettet hos PAY. endnu.",
    "De machtiging is nog niet bij PAY. aangemaakt.",
  ),
  suspended: text(
    "The mandate is suspended. Resume it first.",
    "Aftalen er sat på pause. Genoptag den først.",
    "De machtiging is opgeschort. Hervat haar eerst.",
  ),
  ended: text(
    "The mandate has ended. A new consent is needed.",
    "Aftalen er ophørt. Der skal et nyt samtykke til.",
    "De machtiging is beëindigd. Er is een nieuwe toestemming nodig.",
  ),
  failed: text(
    "The first debit failed. Make a new mandate.",
    "Den første opkrævning mislykkedes. Opret en ny aftale.",
    "De eerste incasso is mislukt. Maak een nieuwe machtiging.",
  ),
  noCode: text(
    "PAY.'s code for this mandate is not known yet. Check with the provider.",
    "PAY.s kode for aftalen kendes ikke endnu. Spørg udbyderen.",
    "De code van PAY. voor deze machtiging is nog niet bekend. Vraag het na bij de aanbieder.",
  ),
} as const;

const LANGUAGES = { en: "en-GB", da: "da-DK", nl: "nl-NL" } as const;

/** Names the next day on which banks work, in each language's own way of writing dates. */
export function closedDay(nextBankDay: string): LocalText {
  const at = new Date(`${nextBankDay}T00:00:00Z`);
  const shown = (tag: string) =>
    new Intl.DateTimeFormat(tag, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
      at,
    );
  return text(
    `Banks are closed on this day. The next bank day is ${shown(LANGUAGES.en)}.`,
    `Bankerne holder lukket den dag. Næste bankdag er ${shown(LANGUAGES.da)}.`,
    `De banken zijn op die dag gesloten. De volgende bankdag is ${shown(LANGUAGES.nl)}.`,
  );
}
