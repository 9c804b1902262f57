import type { Field } from "@/lib/providers/contract";
import { defaults, limits, type SettingName, wireName } from "@/lib/providers/mastercard-bs/settings";

const integer = (name: keyof typeof limits) =>
  ({ name, kind: "integer", required: true, ...limits[name], initial: defaults[name] }) as const;
const text = (name: SettingName) =>
  ({ name, kind: "text", required: true, pattern: wireName, initial: defaults[name] }) as const;
const flag = (name: SettingName) =>
  ({ name, kind: "flag", required: false, initial: defaults[name] }) as const;

/** How their JSON is named where that is not published. */
const wireFields: readonly Field[] = [
  {
    ...text("search_list_name"),
    label: {
      en: "Search: name of the list of request ids",
      da: "Søgning: navn på listen over anmodnings-id'er",
      nl: "Zoeken: naam van de lijst met aanvraag-id's",
    },
    hint: {
      en: "The search takes a list of ids; the list's name in the JSON is not published.",
      da: "Søgningen tager en liste af id'er; listens navn i JSON er ikke offentliggjort.",
      nl: "Zoeken gaat met een lijst id's; de naam van die lijst in de JSON is niet gepubliceerd.",
    },
  },
  {
    ...integer("search_batch"),
    label: {
      en: "Search: ids per request",
      da: "Søgning: id'er pr. forespørgsel",
      nl: "Zoeken: id's per aanvraag",
    },
    hint: {
      en: "The longest list allowed is not published; 100 is a careful guess.",
      da: "Den længste tilladte liste er ikke offentliggjort; 100 er et forsigtigt bud.",
      nl: "De langst toegestane lijst is niet gepubliceerd; 100 is een voorzichtige schatting.",
    },
  },
  {
    ...text("mandate_id_names"),
    pattern: `${wireName}(\\s*,\\s*${wireName}){0,9}`,
    label: {
      en: "Search: names of the mandate number",
      da: "Søgning: navne for aftalenummeret",
      nl: "Zoeken: namen van het machtigingsnummer",
    },
    hint: {
      en: "Under which name the mandate number comes back is not published; the first one present is read.",
      da: "Under hvilket navn aftalenummeret kommer tilbage, er ikke offentliggjort; det første, der findes, læses.",
      nl: "Onder welke naam het machtigingsnummer terugkomt is niet gepubliceerd; de eerste aanwezige wordt gelezen.",
    },
  },
  {
    ...text("company_number_name"),
    label: {
      en: "Create: name of the company number (CVR)",
      da: "Oprettelse: navn på CVR-nummeret",
      nl: "Aanmaken: naam van het bedrijfsnummer (CVR)",
    },
    hint: {
      en: "Only the name for a person's number is confirmed; the one for companies is a guess.",
      da: "Kun navnet for personnummeret er bekræftet; navnet for virksomheder er et gæt.",
      nl: "Alleen de naam voor het persoonsnummer is bevestigd; die voor bedrijven is een gok.",
    },
  },
  {
    ...flag("pad_account"),
    label: {
      en: "Create: send account numbers with 10 digits",
      da: "Oprettelse: send kontonumre med 10 cifre",
      nl: "Aanmaken: rekeningnummers met 10 cijfers sturen",
    },
    hint: {
      en: "With zeros in front. A rule that allows fewer digits also allows ten, not the other way round; switch off to send them without.",
      da: "Med nuller foran. En regel, der tillader færre cifre, tillader også ti, men ikke omvendt; slå fra for at sende uden.",
      nl: "Met voorloopnullen. Een regel die minder cijfers toestaat, staat er ook tien toe, andersom niet; zet uit om ze zonder te sturen.",
    },
  },
];

/** What follows when an answer is lost or refused. */
const conductFields: readonly Field[] = [
  {
    name: "after_absence",
    kind: "choice",
    required: true,
    initial: defaults.after_absence,
    label: {
      en: "When a lost request is proven absent",
      da: "Når en tabt anmodning beviseligt mangler",
      nl: "Als een verloren aanvraag aantoonbaar ontbreekt",
    },
    hint: {
      en: "What the provider does with a repeated id is not published; the same request with the same id is the safe way.",
      da: "Hvad udbyderen gør med et gentaget id, er ikke offentliggjort; samme anmodning med samme id er den sikre vej.",
      nl: "Wat de aanbieder met een herhaald id doet is niet gepubliceerd; dezelfde aanvraag met hetzelfde id is veilig.",
    },
    options: [
      {
        value: "same_key",
        label: {
          en: "Send it again with the same id",
          da: "Send den igen med samme id",
          nl: "Opnieuw sturen met hetzelfde id",
        },
      },
      {
        value: "person",
        label: { en: "Ask a person", da: "Spørg et menneske", nl: "Aan een mens voorleggen" },
      },
    ],
  },
  {
    name: "account_change",
    kind: "choice",
    required: true,
    initial: defaults.account_change,
    label: {
      en: "When a debtor changes account",
      da: "Når en debitor skifter konto",
      nl: "Als een debiteur van rekening wisselt",
    },
    hint: {
      en: "Nothing is published of it. A second mandate under the same customer number is answered “already exists”, so the bank's own move is the safe reading.",
      da: "Intet er offentliggjort om det. En ny aftale med samme kundenummer besvares med »findes allerede«, så bankens egen flytning er den sikre læsning.",
      nl: "Daarover is niets gepubliceerd. Een tweede machtiging met hetzelfde klantnummer krijgt „bestaat al” als antwoord; de verhuizing door de bank is de veilige lezing.",
    },
    options: [
      {
        value: "bank",
        label: {
          en: "The debtor's bank moves it",
          da: "Debitors bank flytter den",
          nl: "De bank van de debiteur verhuist haar",
        },
      },
      {
        value: "new_mandate",
        label: { en: "A new mandate", da: "En ny aftale", nl: "Een nieuwe machtiging" },
      },
    ],
  },
  {
    ...integer("visibility_delay_seconds"),
    label: {
      en: "Seconds until a new request can be found",
      da: "Sekunder, til en ny anmodning kan findes",
      nl: "Seconden tot een nieuwe aanvraag vindbaar is",
    },
    hint: {
      en: "How soon the search knows a new request is not published. Absence counts only after this time.",
      da: "Hvor hurtigt søgningen kender en ny anmodning, er ikke offentliggjort. Fravær tæller først efter denne tid.",
      nl: "Hoe snel zoeken een nieuwe aanvraag kent is niet gepubliceerd. Pas na deze tijd telt ontbreken.",
    },
  },
  {
    ...flag("not_found_is_absent"),
    label: {
      en: "Read 404 from a search for one id as: not there",
      da: "Læs 404 på en søgning efter ét id som: findes ikke",
      nl: "404 bij zoeken naar één id lezen als: bestaat niet",
    },
    hint: {
      en: "We assume that unknown ids are left out of a normal answer. Switch on if the provider answers 404.",
      da: "Vi antager, at ukendte id'er udelades af et normalt svar. Slå til, hvis udbyderen svarer 404.",
      nl: "We nemen aan dat onbekende id's uit een gewoon antwoord wegblijven. Zet aan als de aanbieder 404 antwoordt.",
    },
  },
  {
    ...integer("clock_tolerance_seconds"),
    label: {
      en: "Clock difference that explains a refused signature, in seconds",
      da: "Urforskel, der forklarer en afvist signatur, i sekunder",
      nl: "Klokverschil dat een geweigerde handtekening verklaart, in seconden",
    },
    hint: {
      en: "How far the time in a signature may be off is not published; five minutes is common.",
      da: "Hvor meget tiden i en signatur må afvige, er ikke offentliggjort; fem minutter er almindeligt.",
      nl: "Hoeveel de tijd in een handtekening mag afwijken is niet gepubliceerd; vijf minuten is gebruikelijk.",
    },
  },
];

/** When the banks' answers are asked for; they are published to arrive every second hour from 7 to 19 on bank days. */
const pollFields: readonly Field[] = [
  {
    ...integer("poll_minute"),
    label: {
      en: "Ask for news at this minute of the hour",
      da: "Spørg efter nyt på dette minut i timen",
      nl: "Vraag nieuws op deze minuut van het uur",
    },
    hint: {
      en: "Results come about on the hour; a quarter of an hour leaves room.",
      da: "Resultater kommer omkring hel time; et kvarter giver luft.",
      nl: "Uitslagen komen rond het hele uur; een kwartier geeft ruimte.",
    },
  },
  {
    ...integer("poll_from_hour"),
    label: {
      en: "First hour of asking (Copenhagen)",
      da: "Første time, der spørges (København)",
      nl: "Eerste uur van vragen (Kopenhagen)",
    },
  },
  {
    ...integer("poll_to_hour"),
    label: {
      en: "Last hour of asking (Copenhagen)",
      da: "Sidste time, der spørges (København)",
      nl: "Laatste uur van vragen (Kopenhagen)",
    },
  },
  {
    ...integer("poll_sandbox_seconds"),
    label: {
      en: "Sandbox: seconds between questions",
      da: "Testmiljø: sekunder mellem forespørgsler",
      nl: "Sandbox: seconden tussen vragen",
    },
    hint: {
      en: "The sandbox answers after 30 to 90 seconds.",
      da: "Testmiljøet svarer efter 30 til 90 sekunder.",
      nl: "De sandbox antwoordt na 30 tot 90 seconden.",
    },
  },
  {
    ...integer("poll_simulator_seconds"),
    label: {
      en: "Simulator: seconds between questions",
      da: "Simulator: sekunder mellem forespørgsler",
      nl: "Simulator: seconden tussen vragen",
    },
  },
];

export const settingsForm: readonly Field[] = [...wireFields, ...conductFields, ...pollFields];
