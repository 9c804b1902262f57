import type { MandateState } from "@/lib/mandates/states";
import type { MandateEvidence, MandateRef, Reason, RefusalKind } from "@/lib/providers/contract";
import { withoutPersonalNumbers } from "@/lib/providers/mastercard-bs/refusals";
import type { StatusRecord } from "@/lib/providers/mastercard-bs/wire";

/** Their statuses: https://developer.mastercard.com/bs-creditor-api/documentation/code-and-formats/ */
const statusRules: Readonly<Record<string, { state: MandateState; rule: string }>> = {
  RECEIVED: { state: "pending", rule: "bs.status.received" },
  VALIDATED: { state: "active", rule: "bs.status.validated" },
  FAILED: { state: "failed", rule: "bs.status.failed" },
};

/** The code they publish for what has no other; unlisted codes are taken as this one and keep their text. */
const otherCode = "UNKNOWN_VALIDATION_ERROR";

/** Their published error codes, same source: what kind of refusal each is, and the fields of ours it is about. */
export const codeRules: Readonly<Record<string, { kind: RefusalKind; fields: readonly string[] }>> = {
  MANDATE_ALREADY_EXISTS: { kind: "state", fields: [] },
  BANK_IS_NOT_WITHIN_BETALINGSSERVICE: { kind: "data", fields: ["account"] },
  CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT: { kind: "data", fields: ["customer_number"] },
  DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT: { kind: "data", fields: ["account"] },
  DEBTOR_IDENTITY_IS_NOT_CORRECT: { kind: "data", fields: ["identity"] },
  CREDITOR_DATA_IS_NOT_CORRECT: { kind: "configuration", fields: ["pbs_number", "debtor_group"] },
  DEBTOR_GROUP_CLOSED: { kind: "configuration", fields: ["debtor_group"] },
  [otherCode]: { kind: "other", fields: [] },
};

/** Their field names, as a refusal's text may hold them, and ours. */
export const fieldNames: readonly (readonly [theirs: string, ours: string])[] = [
  ["debtorIdentity", "identity"],
  ["cprNumber", "identity"],
  ["cvrNumber", "identity"],
  ["debtorAccountInformation", "account"],
  ["debtorRegNo", "account"],
  ["debtorAccountNo", "account"],
  ["creditorsDebtorReference", "customer_number"],
  ["creditorData", "pbs_number"],
  ["pbsNumber", "pbs_number"],
  ["debtorGroupNumber", "debtor_group"],
];

function ruleOf<T>(table: Readonly<Record<string, T>>, word: string): T | null {
  const name = word.trim().toUpperCase();
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? null;
}

export const codeRule = (code: string) => ruleOf(codeRules, code);

function reasonOf(record: StatusRecord): Reason {
  const text =
    record.errorDescription === null ? null : withoutPersonalNumbers(record.errorDescription).slice(0, 500);
  const code = record.errorCode?.toUpperCase() ?? null;
  if (code === null) return { code: otherCode, text };
  if (codeRule(code) !== null) return { code, text };
  return { code: otherCode, text: [record.errorCode, text].filter(Boolean).join(": ") };
}

/** What one status record proves of the mandate that was asked for under `ref`. An unknown word proves nothing. */
export function evidenceOf(record: StatusRecord, ref: MandateRef): MandateEvidence {
  const read = ruleOf(statusRules, record.statusCode);
  const failed = read?.state === "failed";
  // The id comes with the bank's approval; beside any other word it would be a guess.
  const id = read?.state === "active" ? record.mandateId : null;
  return {
    about: "mandate",
    ref,
    word: record.statusCode,
    rule: read?.rule ?? "bs.status.unknown",
    at: null,
    reason: failed ? reasonOf(record) : null,
    state: read?.state ?? null,
    providerId: id,
    mandateNumber: id,
    endedBy: null,
    found: null,
  };
}
