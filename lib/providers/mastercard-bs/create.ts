import { checkDebtorGroup, checkPbsNumber } from "@/lib/identifiers/creditor-numbers";
import { readDanishAccount } from "@/lib/identifiers/danish-account";
import type { CreateMandate, Exchange, Intent, Outcome, Prepared, Values } from "@/lib/providers/contract";
import { jsonHeaders, keyUnusable } from "@/lib/providers/mastercard-bs/client";
import { identityIn } from "@/lib/providers/mastercard-bs/forms";
import { codeRule, evidenceOf, fieldNames } from "@/lib/providers/mastercard-bs/map";
import { accessTrouble, type Fault, readFault, saysRepeated } from "@/lib/providers/mastercard-bs/refusals";
import { createPath, customerNumberShape, readSettings } from "@/lib/providers/mastercard-bs/settings";
import { type CreateBody, parseJson, readStatus, writeCreate } from "@/lib/providers/mastercard-bs/wire";

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Puts the checked values together; throws TypeError on values that no form check would have let through. */
function bodyOf(intent: CreateMandate, padAccount: boolean): CreateBody {
  const unchecked = (name: string) => new TypeError(`${name} has not been checked`);
  const identity = identityIn(intent.values.identity ?? "");
  const account = readDanishAccount(intent.values.account ?? "");
  const pbsNumber = checkPbsNumber(intent.agreement.values.pbs_number ?? "");
  const debtorGroup = checkDebtorGroup(intent.agreement.values.debtor_group ?? "");
  if (!uuidShape.test(intent.key)) throw new TypeError("the request's key is not a UUID");
  if (identity === null) throw unchecked("identity");
  if (!account.ok) throw unchecked("account");
  if (!pbsNumber.ok) throw unchecked("pbs_number");
  if (!debtorGroup.ok) throw unchecked("debtor_group");
  if (!customerNumberShape.test(intent.customerNumber)) throw unchecked("the customer number");
  return {
    uuid: intent.key,
    identity,
    regNo: account.registration,
    accountNo: padAccount ? account.account : account.account.replace(/^0+(?=\d{4})/, ""),
    customerNumber: intent.customerNumber,
    pbsNumber: pbsNumber.wire,
    debtorGroup: debtorGroup.wire,
  };
}

/** The exact bytes of a mandate request. This API has no other write: asking for one is a fault of the program. */
export function prepare(intent: Intent, values: Values): Prepared {
  if (intent.operation !== "mandate.create")
    throw new TypeError(`Betalingsservice has no ${intent.operation}; its capabilities say so`);
  const settings = readSettings(values);
  return {
    operation: intent.operation,
    key: intent.key,
    method: "POST",
    path: createPath,
    headers: jsonHeaders,
    body: writeCreate(bodyOf(intent, settings.padAccount), settings),
  };
}

const unknown = (detail: string): Outcome => ({ kind: "unknown", detail, keySpent: false });

/** The fields of ours that a refusal is about, by its code or by their field names in its text. */
function fieldsOf(fault: Fault): Record<string, string> {
  const said = fault.text ?? fault.code;
  const byCode = codeRule(fault.code)?.fields ?? [];
  const byText = fieldNames.filter(([theirs]) => fault.text?.includes(theirs)).map(([, ours]) => ours);
  return Object.fromEntries((byCode.length > 0 ? byCode : byText).map((name) => [name, said]));
}

function refused(fault: Fault): Outcome {
  const fields = fieldsOf(fault);
  const named = Object.keys(fields).some((name) => name !== "pbs_number" && name !== "debtor_group");
  // What the gateway stops for its form, and a wrong path or media type, would stop every other request too.
  const ours = fault.raisedBy === "gateway" || [404, 405, 407, 415].includes(fault.status);
  const kind =
    codeRule(fault.code)?.kind ??
    (ours ? "configuration" : named ? "data" : Object.keys(fields).length > 0 ? "configuration" : "other");
  return {
    kind: "refused",
    refusal: { kind, reason: { code: fault.code, text: fault.text }, fields, traceId: null },
  };
}

const dayMs = 86_400_000;

/** `Retry-After` in milliseconds, in seconds or as a date; null when there is none that can be read. */
function retryAfterMs(exchange: Exchange): number | null {
  const said =
    exchange.result.kind === "answered" ? exchange.result.headers["retry-after"]?.trim() : undefined;
  if (!said) return null;
  const ms = /^\d+$/.test(said)
    ? Number(said) * 1_000
    : Date.parse(said) - exchange.sentAt.getTime() - exchange.ms;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), dayMs);
}

/** Statuses below 500 after which the request may still have been taken. */
const undecided: ReadonlySet<number> = new Set([408, 409, 425, 499]);

function afterRefusal(exchange: Exchange, status: number, body: string, toleranceMs: number): Outcome {
  const fault = readFault(status, body);
  const said = `HTTP ${status} ${fault.code}`;
  if (status === 429)
    return { kind: "held", cause: "rate", detail: said, retryAfterMs: retryAfterMs(exchange) };
  // A published code is a verdict on the request itself, whatever the status it came with.
  const verdict = codeRule(fault.code) !== null && !undecided.has(status);
  if (verdict) return refused(fault);
  const trouble = accessTrouble(fault, exchange, toleranceMs);
  if (trouble !== null) {
    const cause = trouble.problem === "clock" ? "clock" : "credential";
    return { kind: "held", cause, detail: `${trouble.problem}: ${trouble.detail}`, retryAfterMs: null };
  }
  if (undecided.has(status) || saysRepeated(fault)) return unknown(said);
  return refused(fault);
}

/** What came of a mandate request. Never guesses: what cannot be read or is about another request stays unknown. */
export function interpret(intent: Intent, prepared: Prepared, exchange: Exchange, values: Values): Outcome {
  const { result } = exchange;
  const settings = readSettings(values);
  if (result.kind === "not_sent") {
    const cause = result.cause === keyUnusable ? "credential" : "unreachable";
    return { kind: "held", cause, detail: result.cause, retryAfterMs: null };
  }
  if (result.kind === "lost") return unknown(`${result.cause}: ${result.detail}`);
  const { status, body } = result;
  if (status >= 400 && status < 500) return afterRefusal(exchange, status, body, settings.clockToleranceMs);
  if (status < 200 || status >= 300) return unknown(`HTTP ${status}`);
  const record = readStatus(parseJson(body), settings);
  if (record === null) return unknown(`HTTP ${status}, the answer cannot be read`);
  if (record.uuid.toLowerCase() !== prepared.key.toLowerCase())
    return unknown(`HTTP ${status}, the answer is about another request`);
  const ref = { key: prepared.key, ...("mandateId" in intent ? { ourId: intent.mandateId } : {}) };
  return { kind: "accepted", evidence: [evidenceOf(record, ref)] };
}
