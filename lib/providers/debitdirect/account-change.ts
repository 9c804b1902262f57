import type { AccountChange, Values } from "@/lib/providers/contract";
import { readSettings } from "./settings";
import { t } from "./text";

const ways: Readonly<Record<"sign_up_again" | "bank", AccountChange>> = {
  sign_up_again: {
    way: "sign_up_again",
    says: t(
      "The debtor signs up again with the new account, under the same numbers. DebitDirect reports the new mandate, and the old one as ended; we cannot end it there.",
      "Debitor tilmelder sig igen med den nye konto, med de samme numre. DebitDirect melder den nye aftale, og den gamle som ophørt; vi kan ikke afmelde den dér.",
      "De debiteur meldt zich opnieuw aan met de nieuwe rekening, met dezelfde nummers. DebitDirect meldt de nieuwe machtiging, en de oude als beëindigd; wij kunnen die daar niet beëindigen.",
    ),
  },
  bank: {
    way: "bank",
    says: t(
      "The new bank moves the debtor's mandates. DebitDirect may report the old one as ended and a new one in the days after; nobody has to type anything.",
      "Den nye bank flytter debitors aftaler. DebitDirect melder måske den gamle som ophørt og en ny i dagene efter; ingen skal taste noget.",
      "De nieuwe bank verhuist de machtigingen van de debiteur. DebitDirect meldt misschien de oude als beëindigd en in de dagen erna een nieuwe; niemand hoeft iets in te voeren.",
    ),
  },
};

export const accountChange = (settings: Values): AccountChange => ways[readSettings(settings).accountChange];
