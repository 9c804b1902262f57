import type { LocalText } from "@/lib/kernel/locale";
import type { AccountChange, MandateView, Values } from "@/lib/providers/contract";
import { text } from "@/lib/providers/paynl/setting-fields";
import { readSettings } from "@/lib/providers/paynl/settings";

const ways: Readonly<Record<"new_mandate" | "none", AccountChange>> = {
  new_mandate: {
    way: "new_mandate",
    says: text(
      "A new mandate with the new IBAN and a new consent; its first debit comes besides what is open on the old one. PAY. ends the old one once the new one is active, after that first debit.",
      "En ny aftale med det nye IBAN og et nyt samtykke; dens første opkrævning kommer ud over det, der er åbent på den gamle. PAY. afmelder den gamle, når den nye er aktiv, efter den første opkrævning.",
      "Een nieuwe machtiging met de nieuwe IBAN en een nieuwe toestemming; de eerste incasso daarvan komt naast wat op de oude openstaat. PAY. beëindigt de oude zodra de nieuwe actief is, na die eerste incasso.",
    ),
  },
  none: {
    way: "none",
    says: text(
      "Not possible from here: ask PAY.'s support to change the account.",
      "Ikke muligt herfra: bed PAY.s support om at ændre kontoen.",
      "Hier niet mogelijk: vraag de helpdesk van PAY. de rekening te wijzigen.",
    ),
  },
};

export const accountChange = (settings: Values): AccountChange => ways[readSettings(settings).accountChange];

const plans: Readonly<Record<string, LocalText>> = {
  RECURRING: text(
    "PAY. goes on collecting its series: suspending here stops nothing there. Only ending the mandate stops it.",
    "PAY. opkræver fortsat sin serie: at sætte på pause her standser intet dér. Kun at afmelde aftalen standser den.",
    "PAY. blijft de reeks incasseren: opschorten stopt daar niets. Alleen de machtiging beëindigen stopt dat.",
  ),
  SINGLE: text(
    "PAY. still collects the one debit it planned: suspending here stops nothing there.",
    "PAY. gennemfører stadig den ene opkrævning, den har planlagt: at sætte på pause her standser intet dér.",
    "PAY. incasseert nog steeds de ene geplande incasso: opschorten stopt daar niets.",
  ),
};

export function collectsItself({ values }: MandateView): LocalText | null {
  const { type = "" } = values;
  return Object.hasOwn(plans, type) ? (plans[type] ?? null) : null;
}
