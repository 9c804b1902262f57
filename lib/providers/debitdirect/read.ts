import type {
  Evidence,
  Exchange,
  Line,
  ListPage,
  MandateRef,
  PaymentRef,
  Reading,
} from "@/lib/providers/contract";
import { get, pathSegment } from "./calls";
import { agreementEvidence, mandateEvidence, paymentEvidence } from "./map";
import { readingsOf, scan } from "./scan";
import { readSettings } from "./settings";
import { pageOf, pagePath } from "./walk";
import {
  isNamed,
  readJson,
  readListedPayment,
  readObject,
  readProblem,
  unwrapSingle,
  type WirePayment,
  wireAgreement,
  wireMandate,
  wirePayment,
} from "./wire";

/** After these there is no use in asking on: no answer, no credential, or too many calls. */
function halts({ result }: Exchange): boolean {
  return result.kind !== "answered" || result.status === 401 || result.status === 429;
}

/** What the answer to reading one payment says. Only an error body of theirs makes a 404 an absence. */
function paymentReading(exchange: Exchange, name: string): Reading {
  const { result } = exchange;
  const unreadable: Reading = { exchange, outcome: "unreadable", evidence: [] };
  if (result.kind !== "answered") return unreadable;
  const value = readJson(result.body);
  if (result.status === 404 && readProblem(value) !== null)
    return { exchange, outcome: "absent", evidence: [] };
  if (result.status < 200 || result.status > 299) return unreadable;
  const payment = readObject(wirePayment, unwrapSingle(value));
  if (payment === null || !isNamed(payment, name)) return unreadable;
  return { exchange, outcome: "read", evidence: [paymentEvidence(payment)] };
}

/** One payment by either of its names, with the text that lists leave out; null when the name cannot be asked for. */
export async function readPayment(line: Line, name: string): Promise<Reading | null> {
  const segment = pathSegment(name);
  if (segment === null) return null;
  const { paths } = readSettings(line.settings, line.environment);
  return paymentReading(await get(line, `${paths.payments}/${segment}`), name);
}

function fits(ref: PaymentRef): (payment: WirePayment) => boolean {
  const { providerId, reference } = ref;
  if (providerId !== undefined) return (payment) => isNamed(payment, providerId);
  return (payment) => reference !== undefined && reference !== "" && payment.reference === reference;
}

/** Payments that are known only by our reference: searched for in the list, then read singly for their status text. */
async function findByReference(line: Line, refs: readonly PaymentRef[]): Promise<Reading[]> {
  const { paths } = readSettings(line.settings, line.environment);
  const listed = readingsOf(
    await scan(line, paths.payments, readListedPayment, refs.map(fits)),
    paymentEvidence,
  );
  const readings: Reading[] = [];
  let halted = false;
  for (const one of listed) {
    const single: Reading | null = halted ? null : await singly(line, one);
    halted ||= single !== null && halts(single.exchange);
    readings.push(single?.outcome === "read" ? single : one);
  }
  return readings;
}

/** A listed payment as it is read by itself; null when the list does not say which one that is. */
async function singly(line: Line, { evidence: [only, second] }: Reading): Promise<Reading | null> {
  if (only?.about !== "payment" || only.providerId === null || second !== undefined) return null;
  return readPayment(line, only.providerId);
}

/** One reading per reference, in the same order. A payment that only a mandate is known of is not searched for. */
export async function readPayments(line: Line, refs: readonly PaymentRef[]): Promise<readonly Reading[]> {
  const readings: (Reading | undefined)[] = refs.map(() => undefined);
  let halted: Exchange | null = null;
  for (const [index, { providerId }] of refs.entries()) {
    if (providerId === undefined || halted !== null) continue;
    const reading = await readPayment(line, providerId);
    if (reading === null) continue;
    readings[index] = reading;
    if (halts(reading.exchange)) halted = reading.exchange;
  }
  const left = refs.flatMap((ref, index) => (readings[index] === undefined ? [{ ref, index }] : []));
  const rest =
    halted === null && left.length > 0
      ? await findByReference(
          line,
          left.map(({ ref }) => ref),
        )
      : [];
  left.forEach(({ index }, position) => {
    readings[index] =
      halted === null ? rest[position] : { exchange: halted, outcome: "unreadable", evidence: [] };
  });
  return readings.filter((reading) => reading !== undefined);
}

/** One reading per reference. No call for a single mandate is known: the list is read and searched. */
export async function readMandates(line: Line, refs: readonly MandateRef[]): Promise<readonly Reading[]> {
  if (refs.length === 0) return [];
  const { paths } = readSettings(line.settings, line.environment);
  const wanted = refs.map(
    ({ providerId }) =>
      (mandate: { id: string | null; handle: string | null }) =>
        providerId !== undefined && isNamed(mandate, providerId),
  );
  const found = await scan(line, paths.mandates, (item) => readObject(wireMandate, item), wanted);
  return readingsOf(found, mandateEvidence).map((reading, index) =>
    refs[index]?.providerId === undefined ? { ...reading, outcome: "unreadable" } : reading,
  );
}

/** One reading per agreement, from the list of agreements. */
export async function readAgreements(
  line: Line,
  providerIds: readonly string[],
): Promise<readonly Reading[]> {
  if (providerIds.length === 0) return [];
  const { paths } = readSettings(line.settings, line.environment);
  const wanted = providerIds.map(
    (name) => (agreement: { id: string | null; handle: string | null }) => isNamed(agreement, name),
  );
  const found = await scan(line, paths.agreements, (item) => readObject(wireAgreement, item), wanted);
  return readingsOf(found, agreementEvidence);
}

async function listPage(
  line: Line,
  path: string,
  cursor: string | null,
  evidenceOf: (item: unknown) => Evidence | null,
): Promise<ListPage> {
  const { pageSize } = readSettings(line.settings, line.environment);
  const exchange = await get(line, pagePath(path, pageSize, cursor));
  const page = pageOf(exchange, cursor);
  if (page === null) return { reading: { exchange, outcome: "unreadable", evidence: [] }, next: null };
  const evidence = page.items.map(evidenceOf).filter((one) => one !== null);
  const unproven = evidence.length < page.items.length || (page.next === null && !page.endProven);
  return { reading: { exchange, outcome: "read", evidence }, next: page.next, unproven };
}

/** One page of mandates; `next` is opaque. */
export function listMandates(line: Line, cursor: string | null): Promise<ListPage> {
  const { paths } = readSettings(line.settings, line.environment);
  return listPage(line, paths.mandates, cursor, (item) => {
    const mandate = readObject(wireMandate, item);
    return mandate === null ? null : mandateEvidence(mandate);
  });
}

/** One page of payments. Lists leave the status text out: read a rejected payment singly for its reason. */
export function listPayments(line: Line, cursor: string | null): Promise<ListPage> {
  const { paths } = readSettings(line.settings, line.environment);
  return listPage(line, paths.payments, cursor, (item) => {
    const payment = readObject(wirePayment, item);
    return payment === null ? null : paymentEvidence(payment);
  });
}
