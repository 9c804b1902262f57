import { z } from "zod";
import type { Evidence, Exchange, Intent, Outcome, Prepared, Values } from "@/lib/providers/contract";
import { answerOf, isMissing } from "@/lib/providers/paynl/client";
import { debitEvidence } from "@/lib/providers/paynl/map";
import { endedEvidence, mandateAloneEvidence } from "@/lib/providers/paynl/map-mandate";
import { referenceOf } from "@/lib/providers/paynl/references";
import { heldOutcome, refusalOf, refusedStatuses } from "@/lib/providers/paynl/refusal";
import { readSettings } from "@/lib/providers/paynl/settings";
import { readDebit, readJson, readMandate } from "@/lib/providers/paynl/wire";

const unknown = (detail: string): Outcome => ({ kind: "unknown", detail, keySpent: false });

/** What we sent, as far as an answer must repeat it. */
const sentShape = z.object({
  serviceId: z.string().optional(),
  type: z.string().optional(),
  amount: z.object({ value: z.number(), currency: z.string() }),
  customer: z.object({ bankAccount: z.object({ iban: z.string() }) }).optional(),
});

/** The first thing that an answer says otherwise than we did; null when it says the same. */
function difference(
  pairs: readonly (readonly [name: string, ours: unknown, theirs: unknown, required: boolean])[],
) {
  for (const [name, ours, theirs, required] of pairs) {
    if (theirs === null || theirs === undefined || theirs === "") {
      if (required) return `the answer has no ${name}`;
    } else if (theirs !== ours) return `the answer has another ${name}`;
  }
  return null;
}

/** A masked account number proves nothing; one in full must be ours. */
function fullIban(iban: string | null | undefined): string | null {
  const compact = iban?.replace(/\s/g, "").toUpperCase() ?? "";
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact) && !/X{4}/.test(compact.slice(4)) ? compact : null;
}

function createdMandate(mandateId: string, prepared: Prepared, exchange: Exchange): Outcome {
  const mandate = readMandate(answerOf(exchange));
  if (!mandate) return unknown("the answer cannot be read as a mandate");
  const sent = sentShape.safeParse(readJson(prepared.body)).data;
  const ourMark = mandate.reference ? "reference" : "stats";
  const differs = difference([
    ["amount", sent?.amount.value, mandate.amount?.value, true],
    ["currency", sent?.amount.currency, mandate.amount?.currency, true],
    ["reference", referenceOf(mandateId), mandate.reference, ourMark === "reference"],
    ["reference of ours", mandateId, mandate.stats?.extra1, ourMark === "stats"],
    ["type", sent?.type, mandate.type, false],
    ["sales location", sent?.serviceId, mandate.serviceId, false],
    ["account", sent?.customer?.bankAccount.iban, fullIban(mandate.customer?.bankAccount?.iban), false],
  ]);
  if (differs) return unknown(differs);
  return { kind: "accepted", evidence: [mandateAloneEvidence(mandate)] };
}

type CreatePayment = Extract<Intent, { operation: "payment.create" }>;

function createdDebit(intent: CreatePayment, exchange: Exchange, values: Values): Outcome {
  const debit = readDebit(answerOf(exchange));
  if (!debit) return unknown("the answer cannot be read as a debit");
  const ourMark = debit.stats?.extra1 ? "stats" : "mandate";
  const differs = difference([
    ["amount", intent.amountMinor, debit.amount?.value, true],
    ["currency", intent.currency, debit.amount?.currency, true],
    ["mandate", intent.mandate.providerId, debit.mandate?.code, ourMark === "mandate"],
    ["reference", intent.reference, debit.stats?.extra1, ourMark === "stats"],
  ]);
  if (differs) return unknown(differs);
  const said = debitEvidence(debit, readSettings(values));
  const evidence: Evidence = {
    ...said,
    ref: { ...said.ref, reference: intent.reference },
    madeByProvider: false,
  };
  return { kind: "accepted", evidence: [evidence] };
}

/** A delete answers 204. Any other 2xx must show the mandate with its end; else a look-up finds out. */
function endedMandate(code: string | null, status: number, exchange: Exchange): Outcome {
  const mandate = readMandate(answerOf(exchange));
  if (status === 204) return { kind: "accepted", evidence: [endedEvidence(code, "deleted")] };
  if (mandate && mandate.code === code && mandate.deletedAt)
    return { kind: "accepted", evidence: [mandateAloneEvidence(mandate)] };
  return unknown("the answer does not say that the mandate is gone");
}

function accepted(
  intent: Intent,
  prepared: Prepared,
  exchange: Exchange,
  status: number,
  values: Values,
): Outcome {
  switch (intent.operation) {
    case "mandate.create":
      return createdMandate(intent.mandateId, prepared, exchange);
    case "payment.create":
      return createdDebit(intent, exchange, values);
    case "mandate.end":
      return endedMandate(intent.mandate.providerId, status, exchange);
    default:
      return unknown(`PAY. does not offer ${intent.operation}`);
  }
}

/**
 * What an answer proves. Accepted only when a 2xx repeats our amount, currency and reference; refused only by a status
 * that says so; held when nothing happened; everything else may have happened.
 */
export function interpret(intent: Intent, prepared: Prepared, exchange: Exchange, values: Values): Outcome {
  const { result } = exchange;
  if (result.kind === "not_sent")
    return { kind: "held", cause: "unreachable", detail: result.cause, retryAfterMs: null };
  if (result.kind === "lost") return unknown(`${result.cause}: ${result.detail}`);
  const { status } = result;
  if (status >= 200 && status < 300) return accepted(intent, prepared, exchange, status, values);
  const held = heldOutcome(exchange);
  if (held) return held;
  if (intent.operation === "mandate.end" && status === 404)
    return readSettings(values).goneMeansEnded && isMissing(exchange)
      ? { kind: "accepted", evidence: [endedEvidence(intent.mandate.providerId, "already_gone")] }
      : unknown("not found: the mandate may be gone, or the address wrong");
  if (refusedStatuses.has(status))
    return { kind: "refused", refusal: refusalOf(intent.operation, status, result.headers, result.body) };
  return unknown(`PAY. answered ${status}`);
}
