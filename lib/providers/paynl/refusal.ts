import type { Exchange, Operation, Outcome, Refusal, RefusalKind } from "@/lib/providers/contract";
import { refusalReasons } from "@/lib/providers/paynl/refusal-words";
import { readJson, readProblem, type WireProblem } from "@/lib/providers/paynl/wire";
import { scrubText } from "@/lib/providers/scrub";

/** Statuses that prove that nothing was made; others of the four hundreds leave it open. */
export const refusedStatuses: ReadonlySet<number> = new Set([400, 404, 405, 406, 413, 415, 422]);

/** Our field for PAY.'s property path, per form. */
const mandateFields: Readonly<Record<string, string>> = {
  "customer.bankaccount.iban": "iban",
  "customer.bankaccount.bic": "bic",
  "customer.bankaccount.owner": "holder",
  "customer.email": "email",
  amount: "amount",
  "amount.value": "amount",
  "amount.currency": "amount",
  processdate: "process_date",
  description: "description",
  type: "type",
  interval: "period",
  "interval.period": "period",
  "interval.value": "every",
  "interval.quantity": "quantity",
};

const paymentFields: Readonly<Record<string, string>> = {
  amount: "amount",
  "amount.value": "amount",
  "amount.currency": "amount",
  processdate: "due",
  description: "text",
};

/** Paths that no field of a form can mend. */
const kindsByPath: Readonly<Record<string, RefusalKind>> = {
  mandate: "state",
  mandateid: "state",
  serviceid: "configuration",
  exchangeurl: "configuration",
};

/** Codes that speak of the account and not of the data: https://developer.pay.nl/docs/error-codes */
const kindsByCode: Readonly<Record<string, RefusalKind>> = {
  "PAY-004": "configuration",
  "PAY-407": "configuration",
  "PAY-406": "state",
};

/** Headers by which services name a request; which one PAY. uses is not published. */
const TRACE_HEADERS = ["x-request-id", "x-correlation-id", "x-trace-id", "request-id", "traceparent"];

function lookup<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** `[customer][bankAccount][iban]` and `customer.bankAccount.iban` are the same path. */
function normalised(path: string): string {
  return path
    .replace(/\]\[|\[|\]/g, ".")
    .replace(/^\.+|\.+$/g, "")
    .toLowerCase();
}

function header(headers: Readonly<Record<string, string>>, name: string): string | null {
  const found = Object.entries(headers).find(([one]) => one.toLowerCase() === name);
  return found?.[1] ?? null;
}

function kindOf(
  operation: Operation,
  status: number,
  code: string,
  paths: readonly string[],
  fields: number,
): RefusalKind {
  const byCode = lookup(kindsByCode, code);
  if (byCode) return byCode;
  for (const path of paths) {
    const kind = lookup(kindsByPath, path);
    if (kind) return kind;
  }
  if (fields > 0) return "data";
  // What is not found under a debit is its mandate.
  if (status === 404 && operation === "payment.create") return "state";
  return status === 400 || status === 422 ? "other" : "configuration";
}

/** Their words, without numbers of people and accounts that they quote. */
function wordsOf(problem: WireProblem | null): string | null {
  const [first] = problem?.violations.filter((one) => one !== null) ?? [];
  const words = first?.message ?? problem?.detail ?? problem?.title ?? null;
  return words === null ? null : scrubText(words);
}

/** A proven refusal, with our field names and PAY.'s words. A body that says nothing still refuses. */
export function refusalOf(
  operation: Operation,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): Refusal {
  const problem = readProblem(readJson(body));
  const table = operation === "payment.create" ? paymentFields : mandateFields;
  const fields: Record<string, string> = {};
  const paths: string[] = [];
  for (const violation of problem?.violations ?? []) {
    const path = normalised(violation?.propertyPath ?? "");
    paths.push(path);
    const field = lookup(table, path);
    if (field && !Object.hasOwn(fields, field)) fields[field] = scrubText(violation?.message ?? "");
  }
  // Most of their codes are not published: one without words here is kept in the text, and the status has the words.
  const said = problem?.code ?? null;
  const known = said !== null && lookup(refusalReasons, said) !== undefined;
  const code = known ? said : `HTTP ${status}`;
  const words = wordsOf(problem);
  const text = known || said === null ? words : [said, words].filter((one) => one !== null).join(": ");
  const kind = kindOf(operation, status, code, paths, Object.keys(fields).length);
  const trace = TRACE_HEADERS.map((name) => header(headers, name)).find((value) => value !== null) ?? null;
  return { kind, reason: { code, text }, fields, traceId: trace };
}

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** Seconds or a date, from one second to a day; null when it is missing or neither. */
function retryAfterMs({ result, sentAt, ms }: Exchange): number | null {
  const text = result.kind === "answered" ? header(result.headers, "retry-after") : null;
  if (text === null) return null;
  const wait = /^\d{1,9}$/.test(text.trim())
    ? Number(text) * SECOND_MS
    : Date.parse(text) - sentAt.getTime() - ms;
  return Number.isNaN(wait) ? null : Math.min(DAY_MS, Math.max(SECOND_MS, wait));
}

/** An answer that proves that nothing happened and that the same bytes may go later; null for any other. */
export function heldOutcome(exchange: Exchange): Outcome | null {
  if (exchange.result.kind !== "answered") return null;
  const { status, body } = exchange.result;
  const detail = wordsOf(readProblem(readJson(body))) ?? `PAY. answered ${status}`;
  if (status === 401 || status === 403)
    return { kind: "held", cause: "credential", detail, retryAfterMs: null };
  if (status === 429) return { kind: "held", cause: "rate", detail, retryAfterMs: retryAfterMs(exchange) };
  return null;
}
