/**
 * What will become of a request. `validated-if-new`: VALIDATED, unless a mandate for the same creditor, group and customer
 * number is already there.
 */
export type Plan =
  | { kind: "validated" }
  | { kind: "validated-if-new" }
  | { kind: "failed"; errorCode: string }
  | { kind: "stays-received" };

/**
 * The documented error codes with a sentence of our own each.
 * https://developer.mastercard.com/bs-creditor-api/documentation/code-and-formats/
 */
const ERROR_TEXTS: Readonly<Record<string, string>> = {
  MANDATE_ALREADY_EXISTS: "A mandate with this creditor, debtor group and reference exists already.",
  BANK_IS_NOT_WITHIN_BETALINGSSERVICE: "The debtor's bank does not take part in Betalingsservice.",
  CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT: "The creditor's debtor reference is not valid.",
  DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT: "The debtor account could not be confirmed by the bank.",
  DEBTOR_IDENTITY_IS_NOT_CORRECT: "The debtor's identity does not belong to the account.",
  CREDITOR_DATA_IS_NOT_CORRECT: "The creditor number and debtor group are not known together.",
  DEBTOR_GROUP_CLOSED: "The debtor group is closed.",
  UNKNOWN_VALIDATION_ERROR: "The request could not be validated.",
};

export const ERROR_CODES = Object.keys(ERROR_TEXTS);

export function errorText(errorCode: string): string {
  return ERROR_TEXTS[errorCode] ?? "The request could not be validated.";
}

/**
 * By creditor number. Published are only the first two, as the sandbox's test creditors, and that they stand in `pbsNumber`
 * is an assumption; the others are ours. https://developer.mastercard.com/bs-creditor-api/documentation/testing/
 */
export const CREDITOR_PLANS: ReadonlyMap<number, Plan> = new Map([
  [40_000, { kind: "validated" }],
  [50_000, { kind: "failed", errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT" }],
  [60_000, { kind: "failed", errorCode: "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT" }],
  [61_000, { kind: "failed", errorCode: "MANDATE_ALREADY_EXISTS" }],
  [62_000, { kind: "failed", errorCode: "BANK_IS_NOT_WITHIN_BETALINGSSERVICE" }],
  [63_000, { kind: "failed", errorCode: "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT" }],
  [64_000, { kind: "failed", errorCode: "CREDITOR_DATA_IS_NOT_CORRECT" }],
  [65_000, { kind: "failed", errorCode: "DEBTOR_GROUP_CLOSED" }],
  [66_000, { kind: "failed", errorCode: "UNKNOWN_VALIDATION_ERROR" }],
  [67_000, { kind: "stays-received" }],
]);

/** By the last four digits of the account number, so that one creditor can show every outcome. Ours, not the provider's. */
export const ACCOUNT_PLANS: ReadonlyMap<string, Plan> = new Map([
  ["0001", { kind: "failed", errorCode: "MANDATE_ALREADY_EXISTS" }],
  ["0002", { kind: "failed", errorCode: "BANK_IS_NOT_WITHIN_BETALINGSSERVICE" }],
  ["0003", { kind: "failed", errorCode: "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT" }],
  ["0004", { kind: "failed", errorCode: "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT" }],
  ["0005", { kind: "failed", errorCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT" }],
  ["0006", { kind: "failed", errorCode: "CREDITOR_DATA_IS_NOT_CORRECT" }],
  ["0007", { kind: "failed", errorCode: "DEBTOR_GROUP_CLOSED" }],
  ["0008", { kind: "failed", errorCode: "UNKNOWN_VALIDATION_ERROR" }],
  ["0009", { kind: "stays-received" }],
]);

/** The creditor number decides where it is listed, as in the provider's sandbox; otherwise the account number. */
export function planFor(pbsNumber: number, debtorAccountNo: string): Plan {
  const ending = debtorAccountNo.padStart(10, "0").slice(-4);
  return CREDITOR_PLANS.get(pbsNumber) ?? ACCOUNT_PLANS.get(ending) ?? { kind: "validated-if-new" };
}
