import type { Wording } from "@/lib/i18n/wording";

const en = {
  title: "Sign in to Debitdesk",
  email: "E-mail",
  password: "Password",
  submit: "Sign in",
  signOut: "Sign out",
  wrong: "That e-mail and password do not go together. After five tries the account pauses for a minute.",
  unreachable: "Debitdesk cannot be reached just now. Try again.",
  demo: "This is a demonstration with simulated providers. The sign-ins stand where it was started.",
} as const;

const da: Wording<typeof en> = {
  title: "Log ind på Debitdesk",
  email: "E-mail",
  password: "Adgangskode",
  submit: "Log ind",
  signOut: "Log ud",
  wrong: "E-mail og adgangskode passer ikke sammen. Efter fem forsøg holder kontoen et minuts pause.",
  unreachable: "Debitdesk kan ikke nås lige nu. Prøv igen.",
  demo: "Dette er en demonstration med simulerede udbydere. Adgangene står, hvor den blev startet.",
};

const nl: Wording<typeof en> = {
  title: "Inloggen bij Debitdesk",
  email: "E-mail",
  password: "Wachtwoord",
  submit: "Inloggen",
  signOut: "Uitloggen",
  wrong: "E-mail en wachtwoord horen niet bij elkaar. Na vijf pogingen pauzeert het account een minuut.",
  unreachable: "Debitdesk is nu niet bereikbaar. Probeer opnieuw.",
  demo: "Dit is een demonstratie met gesimuleerde aanbieders. De inloggegevens staan waar zij is gestart.",
};

export const signIn = { en, da, nl };
