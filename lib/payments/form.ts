import type { Field } from "@/lib/providers/contract";

/** What is asked of a new payment; the currency is the scheme's. */
export const paymentForm: readonly Field[] = [
  {
    name: "amount",
    kind: "amount",
    required: true,
    label: { en: "Amount", da: "Beløb", nl: "Bedrag" },
  },
  {
    name: "due",
    kind: "day",
    required: false,
    label: { en: "Due", da: "Betalingsdato", nl: "Incassodatum" },
    hint: { en: "Empty: the next possible.", da: "Tom: den næste mulige.", nl: "Leeg: de eerst mogelijke." },
  },
  {
    name: "text",
    kind: "text",
    required: true,
    maxLength: 60,
    label: { en: "Text to the debtor", da: "Tekst til debitor", nl: "Tekst voor de debiteur" },
  },
  {
    name: "reference",
    kind: "text",
    required: false,
    maxLength: 30,
    pattern: "[A-Za-z0-9][A-Za-z0-9._/-]*",
    label: { en: "Your reference", da: "Jeres reference", nl: "Uw kenmerk" },
    hint: {
      en: "For example the invoice number; unique. A-Z, digits and . _ / - only. Empty: we make one.",
      da: "F.eks. fakturanummeret; unikt. Kun A-Z, cifre og . _ / -. Tom: vi laver en.",
      nl: "Bijvoorbeeld het factuurnummer; uniek. Alleen A-Z, cijfers en . _ / -. Leeg: wij maken er een.",
    },
  },
];
