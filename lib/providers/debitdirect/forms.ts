import type { AgreementView, Environment, Field, FieldProblems, Values } from "@/lib/providers/contract";
import { schemes } from "./schemes";
import { PATH_PATTERN, type SettingName, settingTable } from "./settings";
import { settingWords } from "./settings-words";
import { t } from "./text";
import { optionWords, problemWords } from "./words";

export const credentialForm: readonly Field[] = [
  {
    name: "api_key",
    kind: "secret",
    label: t("API key", "API-nøgle", "API-sleutel"),
    hint: t(
      "From DebitDirect; it begins with sk_. The same key reaches test and live agreements.",
      "Fra DebitDirect; den begynder med sk_. Den samme nøgle giver adgang til både test og drift.",
      "Van DebitDirect; begint met sk_. Dezelfde sleutel geeft toegang tot test en productie.",
    ),
    required: true,
    maxLength: 200,
    sensitive: true,
  },
];

const onlyBetalingsservice = { field: "scheme", is: ["nets-bs"] };

export const agreementForm: readonly Field[] = [
  {
    name: "scheme",
    kind: "choice",
    label: t("Scheme", "Ordning", "Incassoschema"),
    required: true,
    options: schemes.map(({ code, label }) => ({ value: code, label })),
    initial: "nets-bs",
  },
  { name: "cvr_number", kind: "cvr", label: t("CVR number", "CVR-nummer", "CVR-nummer"), required: true },
  {
    name: "pbs_number",
    kind: "pbs_number",
    label: t("PBS number", "PBS-nummer", "PBS-nummer"),
    hint: t(
      "Your eight digits at Betalingsservice.",
      "Jeres otte cifre hos Betalingsservice.",
      "Uw acht cijfers bij Betalingsservice.",
    ),
    required: true,
    when: onlyBetalingsservice,
  },
  {
    name: "debtor_group",
    kind: "debtor_group",
    label: t("Debtor group", "Debitorgruppe", "Debiteurengroep"),
    hint: t(
      "Debtors type it when they sign up. It stays here and is not sent to DebitDirect.",
      "Debitorerne taster den ved tilmelding. Den bliver her og sendes ikke til DebitDirect.",
      "Debiteuren typen deze bij het aanmelden. Blijft hier en gaat niet naar DebitDirect.",
    ),
    required: true,
    when: onlyBetalingsservice,
  },
  {
    name: "creditor_number",
    kind: "text",
    label: t("Creditor number", "Kreditornummer", "Crediteurnummer"),
    hint: t(
      "Needed for Leverandørservice. For Betalingsservice only when it differs from the PBS number.",
      "Skal udfyldes for Leverandørservice. For Betalingsservice kun, hvis det afviger fra PBS-nummeret.",
      "Nodig voor Leverandørservice. Voor Betalingsservice alleen als het afwijkt van het PBS-nummer.",
    ),
    required: false,
    maxLength: 8,
    pattern: "\\d{1,8}",
  },
  {
    name: "agreement_type",
    kind: "choice",
    label: t("Agreement type", "Type af kreditoraftale", "Soort overeenkomst"),
    required: true,
    options: [{ value: "standard", label: t("Standard", "Basis", "Standaard") }],
    initial: "standard",
    when: onlyBetalingsservice,
  },
  {
    name: "test",
    kind: "flag",
    label: t("Test agreement", "Kreditoraftale til test", "Testovereenkomst"),
    hint: t(
      "Nothing under a test agreement reaches the scheme. Without this, real people are billed.",
      "Intet under en kreditoraftale til test når ordningen. Uden dette flag opkræves rigtige mennesker.",
      "Niets onder een testovereenkomst bereikt het incassoschema. Zonder dit worden echte mensen geïncasseerd.",
    ),
    required: false,
    initial: "true",
  },
  {
    name: "existing_handle",
    kind: "text",
    label: t("Registered earlier as", "Tidligere registreret som", "Eerder geregistreerd als"),
    hint: t(
      "The handle (am_…) of an agreement that DebitDirect already has. It is read and taken over; nothing is created.",
      "Handle (am_…) på en kreditoraftale, som DebitDirect allerede har. Den læses og overtages; der oprettes intet.",
      "De handle (am_…) van een overeenkomst die DebitDirect al heeft. Die wordt gelezen en overgenomen; er wordt niets aangemaakt.",
    ),
    required: false,
    maxLength: 100,
    pattern: "[A-Za-z0-9_-]+",
  },
];

/**
 * What the invitation needs beside the numbers the debtor types, which the screen draws from agreement and debtor. The
 * same for every agreement: the mandate itself comes from the debtor's bank.
 */
export function mandateForm(_agreement: AgreementView): readonly Field[] {
  return [
    {
      name: "email",
      kind: "email",
      label: t("E-mail for the invitation", "E-mail til invitationen", "E-mail voor de uitnodiging"),
      required: false,
      maxLength: 254,
    },
    { name: "note", kind: "text", label: t("Note", "Notat", "Notitie"), required: false, maxLength: 500 },
  ];
}

/** The flag as a form gives it. */
function isOn(value: string | undefined): boolean {
  return value === "true" || value === "on" || value === "1";
}

/**
 * Test and live share one host and one key, so the environment is what keeps them apart: a sandbox connection takes
 * test agreements only.
 */
export function checkAgreement(values: Values, environment: Environment): FieldProblems {
  const problems: FieldProblems = {};
  const creditorNumber = (values.creditor_number ?? "").trim();
  if (values.scheme === "nets-ls" && creditorNumber === "")
    problems.creditor_number = problemWords.creditor_number_missing;
  if (values.scheme === "nets-bs" && creditorNumber !== "" && !/^\d{8}$/.test(creditorNumber))
    problems.creditor_number = problemWords.creditor_number_length;
  if (environment === "sandbox" && !isOn(values.test)) problems.test = problemWords.live_in_sandbox;
  return problems;
}

function settingField(name: SettingName): Field {
  const setting = settingTable[name];
  const base = { name, ...settingWords[name], required: false };
  if (setting.kind === "integer") {
    const { min, max } = setting;
    return { ...base, kind: "integer", min, max };
  }
  if (setting.kind === "choice") {
    const options = setting.options.map((value) => ({ value, label: optionWords[value] }));
    return { ...base, kind: "choice", options, initial: setting.options[0] };
  }
  if (setting.kind === "path")
    return { ...base, kind: "text", pattern: PATH_PATTERN, maxLength: 200, initial: setting.initial };
  return { ...base, kind: "text", maxLength: 40, initial: setting.initial };
}

/** Numbers are shown empty: empty means the default of the environment. */
export const settingsForm: readonly Field[] = settingNames().map(settingField);

/** Object.keys gives strings; the table is a literal with exactly these keys. */
function settingNames(): SettingName[] {
  return Object.keys(settingTable) as SettingName[];
}
