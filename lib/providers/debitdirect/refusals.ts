import type { Operation, Outcome, RefusalKind } from "@/lib/providers/contract";
import { scrubText } from "@/lib/providers/scrub";
import { readProblem, type WireProblem } from "./wire";
import type { RefusalCode } from "./words";

/**
 * Which answers prove that nothing was done. Codes: https://docs.debitdirect.io/api-reference/errors.md and the table of
 * https://devs.debitdirect.io/api/api-reference/payments; 400 is on no page and is read as 422. A status that is not
 * here proves nothing.
 */
interface Row {
  operations: readonly Operation[] | "any";
  statuses: readonly number[];
  /** `theirs`: only with an error body of theirs; without one it is the path that is wrong. */
  body: "theirs" | "any";
  code: RefusalCode;
  kind: RefusalKind;
}

const table: readonly Row[] = [
  { operations: ["payment.create"], statuses: [400, 422], body: "any", code: "payment_data", kind: "data" },
  {
    operations: ["payment.create"],
    statuses: [404],
    body: "theirs",
    code: "mandate_not_found",
    kind: "state",
  },
  { operations: ["payment.create"], statuses: [428], body: "any", code: "precondition", kind: "state" },
  {
    operations: ["payment.cancel"],
    statuses: [400, 422, 428],
    body: "any",
    code: "cancel_refused",
    kind: "state",
  },
  {
    operations: ["payment.cancel"],
    statuses: [404],
    body: "theirs",
    code: "payment_not_found",
    kind: "state",
  },
  {
    operations: ["agreement.register"],
    statuses: [400, 422],
    body: "any",
    code: "agreement_data",
    kind: "data",
  },
  { operations: ["agreement.register"], statuses: [428], body: "any", code: "precondition", kind: "state" },
  {
    operations: ["events.subscribe"],
    statuses: [400, 422, 428],
    body: "any",
    code: "events_address",
    kind: "configuration",
  },
  { operations: "any", statuses: [404], body: "any", code: "path_not_found", kind: "configuration" },
  {
    operations: "any",
    statuses: [405, 406, 411, 413, 414, 415],
    body: "any",
    code: "request_form",
    kind: "configuration",
  },
];

/** Their field names in field errors, folded, to the names of our forms. */
const fieldNames: Readonly<Record<string, string>> = {
  mandate: "mandate",
  currency: "currency",
  amount: "amount",
  description: "text",
  reference: "reference",
  paymentdate: "due",
  scheme: "scheme",
  cvrnumber: "cvr_number",
  pbsnumber: "pbs_number",
  creditornumber: "creditor_number",
  agreementtype: "agreement_type",
  test: "test",
};

function fieldErrors(problem: WireProblem | null): Record<string, string> {
  const found: [string, string][] = [];
  for (const [path, said] of Object.entries(problem?.errors ?? {})) {
    const last = path.split(".").at(-1)?.toLowerCase() ?? "";
    const name = Object.hasOwn(fieldNames, last) ? fieldNames[last] : undefined;
    const words = (Array.isArray(said) ? said : [said]).filter((one) => typeof one === "string").join(" ");
    if (name !== undefined && words !== "") found.push([name, scrubText(words)]);
  }
  return Object.fromEntries(found);
}

/** Their words in one line, without numbers of people and accounts that they quote; null when they said none. */
function problemText(problem: WireProblem | null): string | null {
  const words = [problem?.title ?? null, problem?.detail ?? null].filter((one) => one !== null);
  return words.length === 0 ? null : scrubText(words.join(" "));
}

export function refusal(
  code: RefusalCode,
  kind: RefusalKind,
  problem: WireProblem | null,
  fields: Readonly<Record<string, string>> = fieldErrors(problem),
): Outcome {
  const reason = { code, text: problemText(problem) };
  return { kind: "refused", refusal: { kind, reason, fields, traceId: problem?.traceId ?? null } };
}

/** One line for people about an answer that is no success. */
export function explain(status: number, problem: WireProblem | null): string {
  const trace = problem?.traceId ? ` (trace ${problem.traceId})` : "";
  return `HTTP ${status}: ${problemText(problem) ?? "no readable explanation"}${trace}`;
}

/**
 * What a write's answer outside 2xx says. 401 and 403 stop us before anything is looked at. After 429, 5xx and other
 * unexplained failures the key is spent when they said so themselves: they save the first answer of a key, failures too,
 * and would replay it. What is not in their words may be a gateway's, while the request goes on behind it: under the same
 * key it is made once at most, and should a failure be saved after all, the replay says so.
 */
export function failureOutcome(operation: Operation, status: number, value: unknown): Outcome {
  const problem = readProblem(value);
  if (status === 401 || status === 403)
    return { kind: "held", cause: "credential", detail: explain(status, problem), retryAfterMs: null };
  const row = table.find(
    (one) =>
      (one.operations === "any" || one.operations.includes(operation)) &&
      one.statuses.includes(status) &&
      (one.body === "any" || problem !== null),
  );
  if (row !== undefined) return refusal(row.code, row.kind, problem);
  return { kind: "unknown", detail: explain(status, problem), keySpent: problem !== null };
}
