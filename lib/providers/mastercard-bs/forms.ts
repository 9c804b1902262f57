import type { Field } from "@/lib/providers/contract";

export const agreementForm: readonly Field[] = [
  {
    name: "name",
    kind: "text",
    required: true,
    maxLength: 80,
    label: { en: "Name", da: "Navn", nl: "Naam" },
    hint: {
      en: "What colleagues call this agreement.",
      da: "Det, kolleger kalder kreditoraftalen.",
      nl: "Hoe collega's deze overeenkomst noemen.",
    },
  },
  {
    name: "pbs_number",
    kind: "pbs_number",
    required: true,
    label: { en: "Creditor number (PBS)", da: "PBS-nummer", nl: "Crediteurnummer (PBS)" },
    hint: {
      en: "8 digits, with the zeros in front.",
      da: "8 cifre, med nullerne foran.",
      nl: "8 cijfers, met de voorloopnullen.",
    },
  },
  {
    name: "debtor_group",
    kind: "debtor_group",
    required: true,
    initial: "00001",
    label: { en: "Debtor group", da: "Debitorgruppe", nl: "Debiteurengroep" },
    hint: {
      en: "5 digits, usually 00001.",
      da: "5 cifre, som regel 00001.",
      nl: "5 cijfers, meestal 00001.",
    },
  },
];

export const mandateForm: readonly Field[] = [
  {
    name: "identity",
    kind: "identity",
    required: true,
    sensitive: true,
    label: { en: "CPR or CVR number", da: "CPR- eller CVR-nummer", nl: "CPR- of CVR-nummer" },
    hint: {
      en: "Of the account holder: 10 digits for a person, 8 for a company.",
      da: "Kontohaverens: 10 cifre for en person, 8 for en virksomhed.",
      nl: "Van de rekeninghouder: 10 cijfers voor een persoon, 8 voor een bedrijf.",
    },
  },
  {
    name: "account",
    kind: "danish_account",
    required: true,
    sensitive: true,
    label: {
      en: "Registration and account number",
      da: "Registrerings- og kontonummer",
      nl: "Registratie- en rekeningnummer",
    },
    hint: {
      en: "4 digits and up to 10 digits, or a Danish IBAN.",
      da: "4 cifre og op til 10 cifre, eller et dansk IBAN.",
      nl: "4 cijfers en tot 10 cijfers, of een Deense IBAN.",
    },
  },
];

/** A CPR number has 10 digits, a CVR number 8; null for anything else. The form has checked what they say. */
export function identityIn(text: string): { kind: "cpr" | "cvr"; number: string } | null {
  const digits = text.trim();
  if (/^\d{10}$/.test(digits)) return { kind: "cpr", number: digits };
  return /^\d{8}$/.test(digits) ? { kind: "cvr", number: digits } : null;
}
