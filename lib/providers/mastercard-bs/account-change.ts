import type { AccountChange, Values } from "@/lib/providers/contract";
import { readSettings } from "./settings";

const ways: Readonly<Record<"bank" | "new_mandate", AccountChange>> = {
  bank: {
    way: "bank",
    says: {
      en: "The debtor asks the new bank to move it; nothing of that is told to us. A second mandate under the same customer number is refused as long as the first one stands, and the provider ends none for us.",
      da: "Debitor beder den nye bank om at flytte den; det får vi ikke besked om. En ny aftale med samme kundenummer afvises, så længe den første gælder, og udbyderen afmelder ingen for os.",
      nl: "De debiteur vraagt de nieuwe bank om haar te verhuizen; daarvan horen wij niets. Een tweede machtiging met hetzelfde klantnummer wordt geweigerd zolang de eerste geldt, en de aanbieder beëindigt er geen voor ons.",
    },
  },
  new_mandate: {
    way: "new_mandate",
    says: {
      en: "A new mandate with the new account and a new consent. It may be refused while the old one stands; that one is ended by the debtor at the bank.",
      da: "En ny aftale med den nye konto og et nyt samtykke. Den kan blive afvist, mens den gamle gælder; den afmelder debitor i banken.",
      nl: "Een nieuwe machtiging met de nieuwe rekening en een nieuwe toestemming. Die kan geweigerd worden zolang de oude geldt; de debiteur beëindigt die bij de bank.",
    },
  },
};

export const accountChange = (settings: Values): AccountChange => ways[readSettings(settings).accountChange];
