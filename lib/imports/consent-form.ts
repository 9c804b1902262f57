import type { Field } from "@/lib/providers/contract";

/** How the debtor agreed, as a file says it: the same three things that a person types. */
export const consentForm: readonly Field[] = [
  {
    name: "channel",
    kind: "choice",
    required: true,
    label: { en: "How they agreed", da: "Hvordan de sagde ja", nl: "Hoe zij akkoord gingen" },
    options: [
      { value: "phone", label: { en: "By phone", da: "Telefon", nl: "Telefoon" } },
      { value: "paper", label: { en: "On paper", da: "Papir", nl: "Papier" } },
      { value: "link", label: { en: "By link", da: "Link", nl: "Link" } },
      { value: "in_person", label: { en: "In person", da: "Personligt", nl: "Persoonlijk" } },
    ],
  },
  {
    name: "given_at",
    kind: "text",
    required: true,
    maxLength: 30,
    label: { en: "When", da: "Hvornår", nl: "Wanneer" },
    hint: {
      en: "A day, with a time where there is one: 2026-11-20 12:45. A day alone means its first minute.",
      da: "En dag, med klokkeslæt hvor der er et: 2026-11-20 12:45. En dag alene betyder dens første minut.",
      nl: "Een dag, met tijd als die er is: 2026-11-20 12:45. Alleen een dag betekent de eerste minuut ervan.",
    },
  },
  {
    name: "wording",
    kind: "text",
    required: true,
    maxLength: 60,
    label: { en: "To which words", da: "Til hvilke ord", nl: "Met welke woorden" },
    hint: {
      en: "The version of the text they agreed to.",
      da: "Versionen af den tekst, de sagde ja til.",
      nl: "De versie van de tekst waarmee zij akkoord gingen.",
    },
  },
];
