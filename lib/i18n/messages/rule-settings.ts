import type { Wording } from "@/lib/i18n/wording";

/** How a deadline rule is read: its parts, how sure each is, and the form that changes four of them. */
const en = {
  title: "How the rule is read",
  note: "for {scheme}, at this creditor",
  part: "Part",
  value: "Value",
  sure: "How sure",
  means: "What it means",
  certainty: {
    published: "Published",
    reported: "Reported",
    inferred: "Inferred",
    assumed: "Assumed",
  },
  changed: "set here; the rule says {value}",
  change: "Change how it is read",
  save: "Use this reading",
  saving: "Saving",
  saved: "Read this way from now on.",
  who: "Only an admin can change this: {names}.",
  whoNobody: "Only an admin can change this.",
  yes: "Yes",
  no: "No",
  noLimit: "No limit",
  wholeDay: "{time}, the whole day",
  bankDays: "{n, plural, one {# bank day} other {# bank days}}",
  days: "{n, plural, one {# calendar day} other {# calendar days}}",
  fromEnd: "{n, plural, =1 {The last} other {Number # from the end}}",
  cutoffTime: {
    part: "hour",
    says: "The last good minute of the last good day. No hour is published; users report a cut-off in the morning of the processing day, so the whole day before it is good. Set an earlier hour to be on the safe side.",
  },
  cutoffTimeDaily: {
    part: "hour",
    says: "The last good minute of the day. No hour is published; the days ahead leave room for an earlier one.",
  },
  dayBefore: {
    part: "reading of “day before”",
    says: "One page says “up to the day before the deadline”. Read to the letter, the deadline day itself is too late and the cut-off comes a day earlier.",
    off: "The deadline day counts",
    on: "Only up to the day before",
  },
  warningBankDays: {
    part: "warning",
    says: "The strip begins to warn this many bank days before the last good day. Our own choice; it moves no payment.",
  },
  atRiskOnDeadlineDay: {
    part: "mark what is sent on the day itself",
    says: "What is sent on the deadline day itself is marked until the provider confirms its date, because the hour is not certain.",
  },
  processingBankDay: {
    part: "bank day",
    says: "The scheme processes on this bank day, counted from the month’s end. It gives all twelve dates published for 2024.",
  },
  deadlineDaysBefore: {
    part: "days before",
    says: "The deadline lies this many calendar days before processing; it may be a Sunday. It gives all twelve dates published for 2024.",
  },
  maxDaysAhead: {
    part: "how far ahead",
    says: "A payment may be due at most this many days ahead.",
  },
  keepDueInMonth: {
    part: "closed days at the month’s end",
    says: "What is due on them is taken on the month’s last bank day, not in the next month.",
  },
  leadBankDays: {
    part: "days ahead",
    says: "A payment must be in this many bank days before its due day.",
  },
} as const;

const da: Wording<typeof en> = {
  title: "Sådan læses reglen",
  note: "for {scheme}, hos denne kreditor",
  part: "Del",
  value: "Værdi",
  sure: "Hvor sikkert",
  means: "Hvad det betyder",
  certainty: {
    published: "Offentliggjort",
    reported: "Oplyst",
    inferred: "Udledt",
    assumed: "Antaget",
  },
  changed: "sat her; reglen siger {value}",
  change: "Ret, hvordan den læses",
  save: "Læs den sådan",
  saving: "Gemmer",
  saved: "Læses sådan fra nu af.",
  who: "Kun en administrator kan rette det: {names}.",
  whoNobody: "Kun en administrator kan rette det.",
  yes: "Ja",
  no: "Nej",
  noLimit: "Ingen grænse",
  wholeDay: "{time}, hele dagen",
  bankDays: "{n, plural, one {# bankdag} other {# bankdage}}",
  days: "{n, plural, one {# kalenderdag} other {# kalenderdage}}",
  fromEnd: "{n, plural, =1 {Den sidste} other {Nummer # fra enden}}",
  cutoffTime: {
    part: "klokkeslæt",
    says: "Det sidste gode minut på den sidste gode dag. Intet klokkeslæt er offentliggjort; brugere melder om en frist om morgenen på behandlingsdagen, så hele dagen før er god. Sæt et tidligere for at være på den sikre side.",
  },
  cutoffTimeDaily: {
    part: "klokkeslæt",
    says: "Dagens sidste gode minut. Intet klokkeslæt er offentliggjort; dagene forud giver plads til et tidligere.",
  },
  dayBefore: {
    part: "læsning af »dagen før«",
    says: "En side siger »til og med dagen før fristen«. Læst bogstaveligt er selve fristens dag for sent, og fristen ligger en dag tidligere.",
    off: "Fristens dag tæller med",
    on: "Kun til og med dagen før",
  },
  warningBankDays: {
    part: "advarsel",
    says: "Så mange bankdage før den sidste gode dag begynder linjen øverst at advare. Vores eget valg; det flytter ingen betaling.",
  },
  atRiskOnDeadlineDay: {
    part: "mærk det, der sendes på selve dagen",
    says: "Det, der sendes på selve fristens dag, mærkes, til udbyderen bekræfter datoen, fordi klokkeslættet ikke er sikkert.",
  },
  processingBankDay: {
    part: "bankdag",
    says: "Ordningen behandler på denne bankdag, talt fra månedens slutning. Det giver alle tolv datoer, der blev offentliggjort for 2024.",
  },
  deadlineDaysBefore: {
    part: "dage før",
    says: "Så mange kalenderdage før behandlingen ligger fristen; det kan være en søndag. Det giver alle tolv datoer, der blev offentliggjort for 2024.",
  },
  maxDaysAhead: {
    part: "hvor langt ude",
    says: "En betaling må højst forfalde så mange dage ude.",
  },
  keepDueInMonth: {
    part: "lukkedage ved månedens slutning",
    says: "Det, der forfalder på dem, opkræves på månedens sidste bankdag, ikke i næste måned.",
  },
  leadBankDays: {
    part: "dage forud",
    says: "En betaling skal være inde så mange bankdage før forfaldsdagen.",
  },
};

const nl: Wording<typeof en> = {
  title: "Hoe de regel wordt gelezen",
  note: "voor {scheme}, bij deze incassant",
  part: "Onderdeel",
  value: "Waarde",
  sure: "Hoe zeker",
  means: "Wat het betekent",
  certainty: {
    published: "Gepubliceerd",
    reported: "Gemeld",
    inferred: "Afgeleid",
    assumed: "Aangenomen",
  },
  changed: "hier ingesteld; de regel zegt {value}",
  change: "Anders lezen",
  save: "Zo lezen",
  saving: "Bezig met opslaan",
  saved: "Wordt vanaf nu zo gelezen.",
  who: "Alleen een beheerder kan dit wijzigen: {names}.",
  whoNobody: "Alleen een beheerder kan dit wijzigen.",
  yes: "Ja",
  no: "Nee",
  noLimit: "Geen grens",
  wholeDay: "{time}, de hele dag",
  bankDays: "{n, plural, one {# bankdag} other {# bankdagen}}",
  days: "{n, plural, one {# kalenderdag} other {# kalenderdagen}}",
  fromEnd: "{n, plural, =1 {De laatste} other {Nummer # vanaf het einde}}",
  cutoffTime: {
    part: "tijdstip",
    says: "De laatste goede minuut van de laatste goede dag. Er is geen tijdstip gepubliceerd; gebruikers melden een deadline in de ochtend van de verwerkingsdag, dus de hele dag ervoor is goed. Kies een vroeger tijdstip om zeker te zijn.",
  },
  cutoffTimeDaily: {
    part: "tijdstip",
    says: "De laatste goede minuut van de dag. Er is geen tijdstip gepubliceerd; de dagen vooruit laten ruimte voor een vroeger.",
  },
  dayBefore: {
    part: "lezing van „dag ervoor”",
    says: "Eén pagina zegt „tot en met de dag vóór de deadline”. Letterlijk gelezen is de dag van de deadline zelf te laat en ligt de deadline een dag eerder.",
    off: "De dag van de deadline telt mee",
    on: "Alleen tot en met de dag ervoor",
  },
  warningBankDays: {
    part: "waarschuwing",
    says: "Zoveel bankdagen vóór de laatste goede dag begint de strook bovenaan te waarschuwen. Onze eigen keuze; ze verschuift geen betaling.",
  },
  atRiskOnDeadlineDay: {
    part: "markeer wat op de dag zelf weggaat",
    says: "Wat op de dag van de deadline zelf wordt verstuurd, blijft gemarkeerd tot de aanbieder de datum bevestigt, omdat het tijdstip niet zeker is.",
  },
  processingBankDay: {
    part: "bankdag",
    says: "Het incassoschema verwerkt op deze bankdag, geteld vanaf het einde van de maand. Dat geeft alle twaalf data die voor 2024 zijn gepubliceerd.",
  },
  deadlineDaysBefore: {
    part: "dagen ervoor",
    says: "Zoveel kalenderdagen vóór de verwerking ligt de deadline; het kan een zondag zijn. Dat geeft alle twaalf data die voor 2024 zijn gepubliceerd.",
  },
  maxDaysAhead: {
    part: "hoe ver vooruit",
    says: "Een betaling mag hoogstens zoveel dagen vooruit liggen.",
  },
  keepDueInMonth: {
    part: "gesloten dagen aan het maandeinde",
    says: "Wat dan wordt geïncasseerd, gaat op de laatste bankdag van de maand, niet in de volgende maand.",
  },
  leadBankDays: {
    part: "dagen vooruit",
    says: "Een betaling moet zoveel bankdagen vóór de incassodag binnen zijn.",
  },
};

export const ruleSettings = { en, da, nl };
