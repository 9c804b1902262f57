import type { Wording } from "@/lib/i18n/wording";

/** What a person began and did not submit. */
const en = {
  title: "Unfinished consents",
  note: "yours alone, not sent to anyone",
  nobody: "No debtor yet",
  change: "change of account",
  saved: "saved {when}",
  openFor: "Go on with {name}",
} as const;

const da: Wording<typeof en> = {
  title: "Ufærdige samtykker",
  note: "kun dine, ikke sendt til nogen",
  nobody: "Ingen debitor endnu",
  change: "kontoskift",
  saved: "gemt {when}",
  openFor: "Fortsæt med {name}",
};

const nl: Wording<typeof en> = {
  title: "Onafgemaakte toestemmingen",
  note: "alleen van u, naar niemand verzonden",
  nobody: "Nog geen debiteur",
  change: "andere rekening",
  saved: "bewaard {when}",
  openFor: "Verder met {name}",
};

export const unfinished = { en, da, nl };
