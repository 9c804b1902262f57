import type { CreatePayment, Intent, Line, LookUp, Reading } from "@/lib/providers/contract";
import { compareAgreement } from "./agreement-match";
import { agreementEvidence, cancelSaid, paymentEvidence } from "./map";
import { readPayment } from "./read";
import { pageReadings, type Scan, scan } from "./scan";
import { readSettings } from "./settings";
import {
  isNamed,
  readJson,
  readListedPayment,
  readObject,
  unwrapSingle,
  type WireAgreement,
  type WirePayment,
  wireAgreement,
  wirePayment,
} from "./wire";

/** Whether a write whose answer is missing has taken effect there. */
export async function lookUp(line: Line, intent: Intent): Promise<LookUp> {
  switch (intent.operation) {
    case "payment.create":
      return lookForPayment(line, intent);
    case "payment.cancel":
      return lookForCancel(line, intent.providerId);
    case "agreement.register":
      return lookForAgreement(line, intent);
    // No way to read addresses is published, and naming the same address again does no harm: it may simply be repeated.
    case "events.subscribe":
      return { readings: [], verdict: "absent" };
    case "mandate.create":
    case "mandate.end":
      return { readings: [], verdict: "unreadable" };
  }
}

function verdictOf<T>(found: Scan<T>): LookUp["verdict"] {
  if (found.hits.some((hit) => hit !== null)) return "present";
  return found.whole ? "absent" : "unreadable";
}

/**
 * Our reference is what they carry back; it is searched for in the list and what is found is read singly. One that
 * names another mandate is not ours, whatever it carries.
 */
async function lookForPayment(line: Line, { reference, mandate }: CreatePayment): Promise<LookUp> {
  const { paths } = readSettings(line.settings, line.environment);
  const ours = (payment: WirePayment) =>
    payment.reference === reference &&
    ((payment.mandate?.id ?? payment.mandate?.handle ?? null) === null ||
      (payment.mandate !== null && isNamed(payment.mandate, mandate.providerId ?? "")));
  const found = await scan(line, paths.payments, readListedPayment, [ours]);
  const readings: Reading[] = pageReadings(found, paymentEvidence);
  for (const payment of found.hits[0]?.items ?? []) {
    const single = await readPayment(line, payment.handle ?? payment.id ?? "");
    if (single !== null) readings.push(single);
  }
  return { readings, verdict: verdictOf(found) };
}

/** A cancellation is there when the payment says so; a payment that is not found tells nothing about it. */
async function lookForCancel(line: Line, providerId: string): Promise<LookUp> {
  const reading = await readPayment(line, providerId);
  if (reading === null) return { readings: [], verdict: "unreadable" };
  const { result } = reading.exchange;
  if (reading.outcome !== "read" || result.kind !== "answered")
    return { readings: [reading], verdict: "unreadable" };
  const payment = readObject(wirePayment, unwrapSingle(readJson(result.body)));
  const done = payment !== null && cancelSaid(payment);
  return { readings: [reading], verdict: done ? "present" : "absent" };
}

/** By handle when we were given one, else by scheme, numbers and test flag; an agreement that does not say them is unclear. */
async function lookForAgreement(line: Line, intent: Intent): Promise<LookUp> {
  const { paths } = readSettings(line.settings, line.environment);
  const existing = (intent.agreement.values.existing_handle ?? "").trim();
  let unclear = false;
  const ours = (agreement: WireAgreement) => {
    if (existing !== "") return isNamed(agreement, existing);
    const { different, unsaid } = compareAgreement(intent.agreement, agreement);
    if (different.length === 0 && unsaid.length > 0) unclear = true;
    return different.length === 0 && unsaid.length === 0;
  };
  const found = await scan(line, paths.agreements, (item) => readObject(wireAgreement, item), [ours]);
  const verdict = verdictOf(found);
  const readings = pageReadings(found, agreementEvidence);
  return { readings, verdict: verdict === "absent" && unclear ? "unreadable" : verdict };
}
