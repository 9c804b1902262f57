import { addMonthsToDay, type Day, isDay } from "@/lib/kernel/day";
import type { AgreementView, Environment, Field, FieldProblems, Values } from "@/lib/providers/contract";
import { amountOf, numberOf } from "@/lib/providers/paynl/amounts";
import { bankDay } from "@/lib/providers/paynl/days";
import { closedDay, labels, periods, problems } from "@/lib/providers/paynl/words";

const SERVICE = "SL-\\d{4}-\\d{4}";
const ACCOUNT = "(AT|SL)-\\d{4}-\\d{4}";
const SECRET = "[0-9a-fA-F]{40}";

/** PAY.'s two kinds of credential: https://developer.pay.nl/docs/1-create-a-mandate */
export const credentialForm: readonly Field[] = [
  { name: "user", kind: "text", label: labels.user, hint: labels.userHint, required: true, pattern: ACCOUNT },
  {
    name: "password",
    kind: "secret",
    label: labels.password,
    hint: labels.passwordHint,
    required: true,
    pattern: SECRET,
  },
  {
    name: "signing_key_id",
    kind: "text",
    label: labels.signingKeyId,
    hint: labels.signingHint,
    required: false,
    pattern: ACCOUNT,
  },
  { name: "signing_secret", kind: "secret", label: labels.signingSecret, required: false, pattern: SECRET },
];

export const agreementForm: readonly Field[] = [
  { name: "name", kind: "text", label: labels.agreementName, required: true, maxLength: 80 },
  {
    name: "service_id",
    kind: "text",
    label: labels.serviceId,
    hint: labels.serviceHint,
    required: true,
    pattern: SERVICE,
  },
];

const series = { field: "type", is: ["RECURRING"] } as const;

const mandateFields: readonly Field[] = [
  {
    name: "type",
    kind: "choice",
    label: labels.type,
    hint: labels.typeHint,
    required: true,
    options: [
      { value: "FLEXIBLE", label: labels.flexible },
      { value: "RECURRING", label: labels.recurring },
      { value: "SINGLE", label: labels.single },
    ],
    initial: "FLEXIBLE",
  },
  // 64 is where a working integration cuts; PAY. publishes no length.
  { name: "holder", kind: "text", label: labels.holder, required: true, maxLength: 64, holds: "name" },
  { name: "iban", kind: "iban", label: labels.iban, required: true, sensitive: true },
  { name: "bic", kind: "bic", label: labels.bic, hint: labels.bicHint, required: false },
  { name: "email", kind: "email", label: labels.email, required: false, maxLength: 254 },
  { name: "amount", kind: "amount", label: labels.amount, hint: labels.amountHint, required: true, min: 1 },
  {
    name: "process_date",
    kind: "day",
    label: labels.processDate,
    hint: labels.processDateHint,
    required: false,
  },
  {
    name: "period",
    kind: "choice",
    label: labels.period,
    required: true,
    options: periods,
    initial: "month",
    when: series,
  },
  {
    name: "every",
    kind: "integer",
    label: labels.every,
    hint: labels.everyHint,
    required: true,
    min: 1,
    max: 99,
    initial: "1",
    when: series,
  },
  {
    name: "quantity",
    kind: "integer",
    label: labels.quantity,
    hint: labels.quantityHint,
    required: true,
    min: 1,
    max: 999,
    when: series,
  },
  { name: "description", kind: "text", label: labels.description, required: false, maxLength: 32 },
];

/** Amount and first date are asked for every type: creating a mandate always plans its first debit. */
export function mandateForm(): readonly Field[] {
  return mandateFields;
}

/** Refuses a sales location of another form, and the sandbox, which PAY. does not have for direct debits. */
export function checkAgreement(values: Values, environment: Environment): FieldProblems {
  if (environment === "sandbox") return { service_id: problems.noSandbox };
  return new RegExp(`^${SERVICE}$`).test(values.service_id ?? "") ? {} : { service_id: problems.serviceId };
}

function dayProblem(text: string, today: Day): FieldProblems {
  if (text === "") return {};
  if (!isDay(text)) return { process_date: problems.notADay };
  if (text < today) return { process_date: problems.past };
  // A mandate that is not used for 36 months lapses by the scheme's rule.
  if (text > addMonthsToDay(today, 36)) return { process_date: problems.tooFar };
  const open = bankDay(text);
  return open === text ? {} : { process_date: closedDay(open) };
}

/** Beyond the fields' own kinds: the first date must be a bank day that has not passed, a series must be finite. */
export function checkMandate(values: Values, _agreement: AgreementView, today: Day): FieldProblems {
  const found: Record<string, FieldProblems[string]> = { ...dayProblem(values.process_date ?? "", today) };
  if (amountOf(values.amount) === null) found.amount = problems.noAmount;
  if (values.type === "RECURRING")
    for (const name of ["every", "quantity"])
      if (numberOf(values[name]) === null) found[name] = problems.series;
  return found;
}
