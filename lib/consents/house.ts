import type { Locale } from "@/lib/kernel/locale";

/** What is said where the creditor has written no text of its own yet: version 0 of every language. */
const sentences: Readonly<Record<Locale, (creditor: string, scheme: string) => string>> = {
  en: (creditor, scheme) => `“${creditor} may collect my payments from my account through ${scheme}.”`,
  da: (creditor, scheme) => `“${creditor} må trække mine betalinger fra min konto gennem ${scheme}.”`,
  nl: (creditor, scheme) => `“${creditor} mag mijn betalingen van mijn rekening afschrijven via ${scheme}.”`,
};

export const houseText = (language: Locale, creditor: string, scheme: string): string =>
  sentences[language](creditor, scheme);
