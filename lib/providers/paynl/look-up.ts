import type { Evidence, Intent, Line, LookUp } from "@/lib/providers/contract";
import { answerOf, get, isMissing, type Listed } from "@/lib/providers/paynl/client";
import { listDebits, listMandates } from "@/lib/providers/paynl/lists";
import { type Debit, debitEvidence, type Mandate } from "@/lib/providers/paynl/map";
import { endedEvidence, mandateAloneEvidence } from "@/lib/providers/paynl/map-mandate";
import { mandatesPath } from "@/lib/providers/paynl/prepare";
import { isCode, referenceOf } from "@/lib/providers/paynl/references";
import { type PaynlSettings, readSettings } from "@/lib/providers/paynl/settings";
import { readMandate } from "@/lib/providers/paynl/wire";

const cannotAsk: LookUp = { readings: [], verdict: "unreadable" };

type Verdict = LookUp["verdict"];

/** Readings of a list with the evidence of what matched; each page is a message of its own. */
function asLookUp<T>(listed: Listed<T>, matches: (item: T) => Evidence | null, whenNone: Verdict): LookUp {
  const readings = listed.pages.map(({ exchange, readable, items }) => ({
    exchange,
    outcome: readable ? ("read" as const) : ("unreadable" as const),
    evidence: items.map(matches).filter((one) => one !== null),
  }));
  const present = readings.some(({ evidence }) => evidence.length > 0);
  return { readings, verdict: present ? "present" : whenNone };
}

type CreatePayment = Extract<Intent, { operation: "payment.create" }>;

/**
 * Looks for our reference among all debits of the mandate. Not finding it proves absence only when the whole list was
 * read, when it is not empty (a chargeable mandate always has its first debit, so an empty list hides something), and
 * when no debit of this amount lacks the text that would carry our reference.
 */
async function findDebit(line: Line, settings: PaynlSettings, intent: CreatePayment): Promise<LookUp> {
  const code = intent.mandate.providerId ?? "";
  if (!isCode(code)) return cannotAsk;
  const listed = await listDebits(line, settings, code);
  const debits = listed.pages.flatMap(({ items }) => items);
  const nameless = (debit: Debit) =>
    debit.stats === null && (debit.amount?.value ?? intent.amountMinor) === intent.amountMinor;
  const conclusive = listed.complete && debits.length > 0 && !debits.some(nameless);
  const matching = (debit: Debit): Evidence | null =>
    debit.stats?.extra1 === intent.reference
      ? { ...debitEvidence(debit, settings), madeByProvider: false }
      : null;
  return asLookUp(listed, matching, conclusive ? "absent" : "unreadable");
}

/** Looks for one mandate among all of the account. */
export async function findMandate(
  line: Line,
  settings: PaynlSettings,
  isIt: (mandate: Mandate) => boolean,
): Promise<LookUp> {
  if (!settings.useMandateList) return cannotAsk;
  const listed = await listMandates(line, settings);
  const nameless = (mandate: Mandate) => mandate.reference === null && mandate.stats === null;
  const mandates = listed.pages.flatMap(({ items }) => items);
  const conclusive = listed.complete && !mandates.some(nameless);
  const matching = (mandate: Mandate): Evidence | null =>
    isIt(mandate) ? mandateAloneEvidence(mandate) : null;
  return asLookUp(listed, matching, conclusive ? "absent" : "unreadable");
}

/** Whether a mandate carries our id, plain or as its reference. */
export function carries(mandateId: string): (mandate: Mandate) => boolean {
  const reference = referenceOf(mandateId);
  return (mandate) => mandate.stats?.extra1 === mandateId || mandate.reference === reference;
}

/** Whether the mandate is gone. `absent`: it is there and not ended, so the delete did not happen. */
async function findEnd(line: Line, settings: PaynlSettings, code: string): Promise<LookUp> {
  if (!isCode(code)) return cannotAsk;
  const exchange = await get(line, `${mandatesPath(settings)}/${code}`);
  if (settings.goneMeansEnded && isMissing(exchange)) {
    const evidence = [endedEvidence(code, "already_gone")];
    return { readings: [{ exchange, outcome: "read", evidence }], verdict: "present" };
  }
  const mandate = readMandate(answerOf(exchange));
  if (mandate?.code !== code)
    return { readings: [{ exchange, outcome: "unreadable", evidence: [] }], verdict: "unreadable" };
  const evidence = mandate.deletedAt ? [mandateAloneEvidence(mandate)] : [];
  return {
    readings: [{ exchange, outcome: "read", evidence }],
    verdict: mandate.deletedAt ? "present" : "absent",
  };
}

/** Whether the effect of a write exists at PAY., by our own reference; never by amount or date. */
export async function lookUp(line: Line, intent: Intent): Promise<LookUp> {
  const settings = readSettings(line.settings, line.environment);
  switch (intent.operation) {
    case "mandate.create":
      return findMandate(line, settings, carries(intent.mandateId));
    case "payment.create":
      return findDebit(line, settings, intent);
    case "mandate.end":
      return findEnd(line, settings, intent.mandate.providerId ?? "");
    default:
      return cannotAsk;
  }
}
