import type { Field } from "@/lib/providers/contract";

/** What is asked of a new debtor. The customer number ties everything together at every provider. */
export const debtorForm: readonly Field[] = [
  {
    name: "kind",
    kind: "choice",
    required: true,
    initial: "person",
    label: { en: "Kind", da: "Type", nl: "Soort" },
    options: [
      { value: "person", label: { en: "Person", da: "Person", nl: "Persoon" } },
      { value: "company", label: { en: "Company", da: "Virksomhed", nl: "Bedrijf" } },
    ],
  },
  {
    name: "name",
    kind: "text",
    required: true,
    maxLength: 100,
    holds: "name",
    label: { en: "Name", da: "Navn", nl: "Naam" },
  },
  {
    name: "customer_number",
    kind: "customer_number",
    required: true,
    label: { en: "Customer number", da: "Kundenummer", nl: "Klantnummer" },
    hint: {
      en: "Yours, 1 to 15 digits or letters. Mandates are matched by it, exactly as written.",
      da: "Jeres eget, 1 til 15 cifre eller bogstaver. Aftaler matches på det, præcis som skrevet.",
      nl: "Uw eigen nummer, 1 tot 15 cijfers of letters. Machtigingen worden er precies op gekoppeld.",
    },
  },
  {
    name: "email",
    kind: "email",
    required: false,
    maxLength: 200,
    label: { en: "E-mail", da: "E-mail", nl: "E-mail" },
  },
  {
    name: "phone",
    kind: "text",
    required: false,
    maxLength: 40,
    pattern: "[0-9+() .-]{4,40}",
    label: { en: "Phone", da: "Telefon", nl: "Telefoon" },
    hint: {
      en: "Digits, spaces and + ( ) . -",
      da: "Cifre, mellemrum og + ( ) . -",
      nl: "Cijfers, spaties en + ( ) . -",
    },
  },
];
