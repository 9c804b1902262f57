import type { Wording } from "@/lib/i18n/wording";

/** A payment that the provider has and we do not. */
const en = {
  title: "Not issued here",
  lead: "The provider has this payment, and our books do not. It was made there by hand, by another system, or before a restored backup.",
  known: "What is known",
  knownNote: "As the provider said when it was first seen.",
  theirs: "Theirs",
  amount: "Amount",
  planned: "Planned",
  reference: "Reference",
  mandate: "Mandate",
  seen: "First seen",
  unsaid: "not said",
  take: "Take it into the books",
  takeNote:
    "It is read once more and becomes a payment here, in the state that the provider proves. Nothing is sent. If it is somebody else’s, leave it and say “done” on Today.",
  reason: "Reason",
  reasonHint: "Who made it, and how you know.",
  noMandate: "It cannot be taken over",
  noMandateSays:
    "It was made under none of our mandates. Ask who made it; when its mandate has been brought in, come back.",
  done: "Somebody has seen to it",
  doneSays: "This task is done. If it was taken over, it stands among the payments.",
  submit: "Take over",
  working: "Reading it again",
  back: "Back to Today",
} as const;

const da: Wording<typeof en> = {
  title: "Ikke udstedt her",
  lead: "Udbyderen har denne betaling, og vores bøger har den ikke. Den er lavet der i hånden, af et andet system eller før en genskabt sikkerhedskopi.",
  known: "Hvad der vides",
  knownNote: "Som udbyderen sagde, da den først blev set.",
  theirs: "Deres",
  amount: "Beløb",
  planned: "Planlagt",
  reference: "Reference",
  mandate: "Aftale",
  seen: "Først set",
  unsaid: "ikke oplyst",
  take: "Tag den ind i bøgerne",
  takeNote:
    "Den læses endnu en gang og bliver en betaling her, i den tilstand udbyderen beviser. Intet sendes. Er den en andens, så lad den være, og sig »klaret« på I dag.",
  reason: "Begrundelse",
  reasonHint: "Hvem der lavede den, og hvor du ved det fra.",
  noMandate: "Den kan ikke overtages",
  noMandateSays:
    "Den er ikke lavet under nogen af vores aftaler. Spørg, hvem der lavede den; kom tilbage, når dens aftale er kommet ind.",
  done: "Nogen har taget sig af den",
  doneSays: "Opgaven er færdig. Blev den overtaget, står den blandt betalingerne.",
  submit: "Overtag",
  working: "Læser den igen",
  back: "Tilbage til I dag",
};

const nl: Wording<typeof en> = {
  title: "Niet hier uitgegeven",
  lead: "De aanbieder heeft deze betaling en onze boeken niet. Ze is daar met de hand gemaakt, door een ander systeem, of vóór een teruggezette back-up.",
  known: "Wat bekend is",
  knownNote: "Zoals de aanbieder zei toen ze voor het eerst werd gezien.",
  theirs: "Van hen",
  amount: "Bedrag",
  planned: "Gepland",
  reference: "Kenmerk",
  mandate: "Machtiging",
  seen: "Eerst gezien",
  unsaid: "niet gezegd",
  take: "Opnemen in de boeken",
  takeNote:
    "Ze wordt nog eenmaal gelezen en wordt hier een betaling, in de toestand die de aanbieder bewijst. Er wordt niets verzonden. Is ze van iemand anders, laat haar dan staan en zeg „gedaan” op Vandaag.",
  reason: "Reden",
  reasonHint: "Wie haar maakte, en hoe u dat weet.",
  noMandate: "Ze kan niet worden overgenomen",
  noMandateSays:
    "Ze is onder geen van onze machtigingen gemaakt. Vraag wie haar maakte; kom terug als haar machtiging binnen is.",
  done: "Iemand heeft ernaar gekeken",
  doneSays: "Deze taak is klaar. Is ze overgenomen, dan staat ze bij de betalingen.",
  submit: "Overnemen",
  working: "Leest opnieuw",
  back: "Terug naar Vandaag",
};

export const found = { en, da, nl };
