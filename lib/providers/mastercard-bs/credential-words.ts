import type { LocalText } from "@/lib/kernel/locale";
import type { Field } from "@/lib/providers/contract";
import type { KeyFileProblem } from "@/lib/providers/mastercard-bs/key-file";
import type { KeyProblem, PemProblem } from "@/lib/providers/mastercard-bs/key-pem";

export const credentialForm: readonly Field[] = [
  {
    name: "consumer_key",
    kind: "secret",
    required: true,
    label: { en: "Consumer key", da: "Consumer key", nl: "Consumer key" },
    hint: {
      en: "97 characters with an exclamation mark in the middle, from the project's page at Mastercard Developers.",
      da: "97 tegn med et udråbstegn i midten, fra projektets side hos Mastercard Developers.",
      nl: "97 tekens met een uitroepteken in het midden, van de projectpagina bij Mastercard Developers.",
    },
  },
  {
    name: "key_source",
    kind: "choice",
    required: true,
    initial: "key_file",
    label: { en: "Signing key", da: "Signeringsnøgle", nl: "Ondertekensleutel" },
    options: [
      {
        value: "key_file",
        label: { en: "Key file (.p12)", da: "Nøglefil (.p12)", nl: "Sleutelbestand (.p12)" },
      },
      { value: "pem", label: { en: "Text (PEM)", da: "Tekst (PEM)", nl: "Tekst (PEM)" } },
    ],
  },
  {
    name: "key_file",
    kind: "secret_file",
    required: true,
    when: { field: "key_source", is: ["key_file"] },
    label: { en: "Key file", da: "Nøglefil", nl: "Sleutelbestand" },
    hint: {
      en: "The .p12 file that was downloaded when the key was made. Only the key in it is kept, encrypted.",
      da: "Den .p12-fil, der blev hentet, da nøglen blev lavet. Kun nøglen gemmes, krypteret.",
      nl: "Het .p12-bestand dat bij het maken van de sleutel is gedownload. Alleen de sleutel wordt bewaard, versleuteld.",
    },
  },
  {
    name: "alias",
    kind: "text",
    required: false,
    when: { field: "key_source", is: ["key_file"] },
    label: { en: "Key alias", da: "Nøglens alias", nl: "Alias van de sleutel" },
    hint: {
      en: "Needed only when the file holds several keys.",
      da: "Kun nødvendigt, når filen rummer flere nøgler.",
      nl: "Alleen nodig als het bestand meer sleutels bevat.",
    },
  },
  {
    name: "pem",
    kind: "secret_text",
    required: true,
    when: { field: "key_source", is: ["pem"] },
    label: {
      en: "Private key (PEM)",
      da: "Privat nøgle (PEM)",
      nl: "Privésleutel (PEM)",
    },
  },
  {
    name: "password",
    kind: "secret",
    required: false,
    label: { en: "Password of the key", da: "Nøglens adgangskode", nl: "Wachtwoord van de sleutel" },
    hint: {
      en: "Used once to open the key, then forgotten.",
      da: "Bruges én gang til at åbne nøglen og glemmes så.",
      nl: "Wordt eenmaal gebruikt om de sleutel te openen en dan vergeten.",
    },
  },
  {
    name: "created_on",
    kind: "day",
    required: false,
    label: { en: "Key made on", da: "Nøglen er lavet den", nl: "Sleutel gemaakt op" },
    hint: {
      en: "Keys live one year. Needed only when the file has no certificate that says until when.",
      da: "Nøgler lever ét år. Kun nødvendigt, når filen ikke har et certifikat, der siger hvor længe.",
      nl: "Sleutels leven een jaar. Alleen nodig als het bestand geen certificaat met een einddatum bevat.",
    },
  },
];

export type CredentialProblem =
  | KeyFileProblem
  | PemProblem
  | KeyProblem
  | "consumer_key_shape"
  | "day_unreadable"
  | "day_in_future";

/** What is wrong with a credential, by code. */
export const credentialProblems: Readonly<Record<CredentialProblem, LocalText>> = {
  consumer_key_shape: {
    en: "A consumer key has 97 characters: 48, an exclamation mark, 48. Copy all of it.",
    da: "En consumer key har 97 tegn: 48, et udråbstegn, 48. Kopier den hel.",
    nl: "Een consumer key heeft 97 tekens: 48, een uitroepteken, 48. Kopieer hem in zijn geheel.",
  },
  key_file_not_pkcs12: {
    en: "This is not a key file (PKCS#12, .p12). Choose the file that was downloaded with the key.",
    da: "Dette er ikke en nøglefil (PKCS#12, .p12). Vælg den fil, der blev hentet med nøglen.",
    nl: "Dit is geen sleutelbestand (PKCS#12, .p12). Kies het bestand dat met de sleutel is gedownload.",
  },
  key_file_too_large: {
    en: "The file is too large for a key file. Choose the .p12 file.",
    da: "Filen er for stor til en nøglefil. Vælg .p12-filen.",
    nl: "Het bestand is te groot voor een sleutelbestand. Kies het .p12-bestand.",
  },
  key_file_unsupported: {
    en: "The key in this file is protected in a way that cannot be read here. Export it again as PKCS#12, or give it as PEM.",
    da: "Nøglen i filen er beskyttet på en måde, der ikke kan læses her. Eksportér den igen som PKCS#12, eller giv den som PEM.",
    nl: "De sleutel is beveiligd op een manier die hier niet te lezen is. Exporteer hem opnieuw als PKCS#12 of geef hem als PEM.",
  },
  key_missing: {
    en: "There is no private key in this file.",
    da: "Der er ingen privat nøgle i filen.",
    nl: "Er zit geen privésleutel in dit bestand.",
  },
  password_wrong: {
    en: "The password does not open the file.",
    da: "Adgangskoden åbner ikke filen.",
    nl: "Het wachtwoord opent het bestand niet.",
  },
  alias_unknown: {
    en: "The file holds several keys and none has this alias.",
    da: "Filen rummer flere nøgler, og ingen har dette alias.",
    nl: "Het bestand bevat meer sleutels en geen ervan heeft deze alias.",
  },
  pem_unreadable: {
    en: "This is not a private key in PEM. It begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----.",
    da: "Dette er ikke en privat nøgle i PEM. Den begynder med -----BEGIN PRIVATE KEY----- eller -----BEGIN RSA PRIVATE KEY-----.",
    nl: "Dit is geen privésleutel in PEM. Die begint met -----BEGIN PRIVATE KEY----- of -----BEGIN RSA PRIVATE KEY-----.",
  },
  pem_needs_password: {
    en: "The key is locked with a password; this one does not open it.",
    da: "Nøglen er låst med en adgangskode; denne åbner den ikke.",
    nl: "De sleutel is met een wachtwoord vergrendeld; dit opent hem niet.",
  },
  key_not_rsa: {
    en: "The key is not an RSA key. Betalingsservice takes RSA keys only.",
    da: "Nøglen er ikke en RSA-nøgle. Betalingsservice tager kun RSA-nøgler.",
    nl: "De sleutel is geen RSA-sleutel. Betalingsservice neemt alleen RSA-sleutels.",
  },
  key_too_short: {
    en: "The key is too short. It must have at least 2048 bits.",
    da: "Nøglen er for kort. Den skal have mindst 2048 bit.",
    nl: "De sleutel is te kort. Hij moet minstens 2048 bits hebben.",
  },
  day_unreadable: {
    en: "This is not a day. Write it as 2026-01-31.",
    da: "Dette er ikke en dag. Skriv den som 2026-01-31.",
    nl: "Dit is geen dag. Schrijf hem als 2026-01-31.",
  },
  day_in_future: {
    en: "The day lies in the future.",
    da: "Dagen ligger i fremtiden.",
    nl: "De dag ligt in de toekomst.",
  },
};
