import type { Evidence, Exchange, Line, MandateRef, PaymentRef, Reading } from "@/lib/providers/contract";
import { answerOf, get, isMissing, type Listed } from "@/lib/providers/paynl/client";
import { listDebits } from "@/lib/providers/paynl/lists";
import { carries, findMandate } from "@/lib/providers/paynl/look-up";
import { type Debit, debitEvidence, type Mandate } from "@/lib/providers/paynl/map";
import { mandateAloneEvidence, mandateEvidence } from "@/lib/providers/paynl/map-mandate";
import { debitsPath, mandatesPath } from "@/lib/providers/paynl/prepare";
import { isCode, type MandateMark } from "@/lib/providers/paynl/references";
import { type PaynlSettings, readSettings } from "@/lib/providers/paynl/settings";
import { readDebit, readMandate } from "@/lib/providers/paynl/wire";

type Read = (debit: Debit) => Evidence | null;

/** No answer, no credential, or too many calls: what comes after would fare no better, and each call may last. */
function halts(readings: readonly Reading[]): boolean {
  const result = readings.at(-1)?.exchange.result;
  if (result === undefined) return false;
  return result.kind !== "answered" || [401, 403, 429].includes(result.status);
}

/** Without a readable object: PAY. does not have it, or the answer is of no use. */
function nothing(exchange: Exchange): Reading {
  return { exchange, outcome: isMissing(exchange) ? "absent" : "unreadable", evidence: [] };
}

function pageReadings(listed: Listed<Debit>, read: Read): Reading[] {
  return listed.pages.map(({ exchange, readable, items }) => ({
    exchange,
    outcome: readable ? "read" : "unreadable",
    evidence: items.map(read).filter((one) => one !== null),
  }));
}

/** A debit that we asked for by its reference is ours, whatever else it looks like. */
function oursEvidence(debit: Debit, settings: PaynlSettings): Evidence {
  return { ...debitEvidence(debit, settings, { ourId: null, reference: null }), madeByProvider: false };
}

/**
 * A mandate and its debits. The first reading is the mandate's, with its state once all debits are known; the others are
 * the pages of its debits. Without all debits only a deletion is certain, and then the state is left out.
 */
async function readMandateByCode(
  line: Line,
  settings: PaynlSettings,
  code: string,
  ourId: string | null,
): Promise<Reading[]> {
  const exchange = await get(line, `${mandatesPath(settings)}/${code}`);
  const mandate = readMandate(answerOf(exchange));
  if (mandate?.code !== code) return [nothing(exchange)];
  const listed = await listDebits(line, settings, code);
  const debits = listed.pages.flatMap(({ items }) => items);
  const mark: MandateMark = { ourId: mandate.stats?.extra1 || ourId, reference: mandate.reference };
  return [
    { exchange, outcome: "read", evidence: stateOf(mandate, debits, listed.complete, settings) },
    ...pageReadings(listed, (debit) => debitEvidence(debit, settings, mark)),
  ];
}

function stateOf(
  mandate: Mandate,
  debits: readonly Debit[],
  complete: boolean,
  settings: PaynlSettings,
): readonly Evidence[] {
  if (complete) return [mandateEvidence(mandate, debits, settings)];
  return mandate.deletedAt ? [mandateAloneEvidence(mandate)] : [];
}

/** A mandate whose code we never learned: found in the list of all, then read by its code. */
async function readMandateByMark(line: Line, settings: PaynlSettings, ref: MandateRef): Promise<Reading[]> {
  const { ourId, key } = ref;
  const isOurs = ourId === undefined ? () => false : carries(ourId);
  const isIt = (mandate: Mandate) => isOurs(mandate) || (key !== undefined && mandate.stats?.extra2 === key);
  const { readings, verdict } = await findMandate(line, settings, isIt);
  if (verdict === "absent")
    return readings.map((one, index) =>
      index === readings.length - 1 ? { ...one, outcome: "absent" } : one,
    );
  const codes = readings.flatMap(({ evidence }) =>
    evidence.map((one) => ("providerId" in one ? one.providerId : null)),
  );
  const found: Reading[] = [...readings];
  for (const code of new Set(codes)) {
    if (code === null || !isCode(code)) continue;
    found.push(...(await readMandateByCode(line, settings, code, ourId ?? null)));
    if (halts(found)) break;
  }
  return found;
}

/**
 * Mandates with their debits, one after the other. A reference that leads nowhere gives no reading; the first call
 * without an answer ends it, and what was not asked for gives none either.
 */
export async function readMandates(line: Line, refs: readonly MandateRef[]): Promise<readonly Reading[]> {
  const settings = readSettings(line.settings, line.environment);
  const readings: Reading[] = [];
  for (const ref of refs) {
    if (ref.providerId !== undefined && isCode(ref.providerId))
      readings.push(...(await readMandateByCode(line, settings, ref.providerId, ref.ourId ?? null)));
    else if (ref.ourId !== undefined || ref.key !== undefined)
      readings.push(...(await readMandateByMark(line, settings, ref)));
    if (halts(readings)) break;
  }
  return readings;
}

async function readDebitById(
  line: Line,
  settings: PaynlSettings,
  id: string,
  ref: PaymentRef,
): Promise<Reading> {
  const exchange = await get(line, `${debitsPath(settings)}/${id}`);
  const debit = readDebit(answerOf(exchange));
  if (debit?.id !== id) return nothing(exchange);
  const ours = ref.reference !== undefined && debit.stats?.extra1 === ref.reference;
  const evidence = ours ? oursEvidence(debit, settings) : debitEvidence(debit, settings);
  return { exchange, outcome: "read", evidence: [evidence] };
}

async function readDebitsOfMandate(
  line: Line,
  settings: PaynlSettings,
  code: string,
  references: ReadonlySet<string | undefined>,
): Promise<Reading[]> {
  const listed = await listDebits(line, settings, code);
  const readings = pageReadings(listed, (debit) => {
    if (references.has(debit.stats?.extra1 ?? "")) return oursEvidence(debit, settings);
    return references.has(undefined) ? debitEvidence(debit, settings) : null;
  });
  const found = readings.some(({ evidence }) => evidence.length > 0);
  return found || !listed.complete
    ? readings
    : readings.map((one, index) => (index === readings.length - 1 ? { ...one, outcome: "absent" } : one));
}

/**
 * Debits by PAY.'s id, or by our reference among those of their mandate; each mandate's list is read once. The first
 * call without an answer ends it.
 */
export async function readPayments(line: Line, refs: readonly PaymentRef[]): Promise<readonly Reading[]> {
  const settings = readSettings(line.settings, line.environment);
  const readings: Reading[] = [];
  const byMandate = new Map<string, Set<string | undefined>>();
  for (const ref of refs) {
    const { providerId, mandateProviderId } = ref;
    if (providerId !== undefined && isCode(providerId)) {
      readings.push(await readDebitById(line, settings, providerId, ref));
      if (halts(readings)) return readings;
    } else if (mandateProviderId !== undefined && isCode(mandateProviderId))
      byMandate.set(mandateProviderId, (byMandate.get(mandateProviderId) ?? new Set()).add(ref.reference));
  }
  for (const [code, references] of byMandate) {
    readings.push(...(await readDebitsOfMandate(line, settings, code, references)));
    if (halts(readings)) break;
  }
  return readings;
}
