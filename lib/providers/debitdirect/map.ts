import type { Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";
import type { AgreementEvidence, MandateEvidence, PaymentEvidence, Reason } from "@/lib/providers/contract";
import { scrubText } from "@/lib/providers/scrub";
import { SCHEME_ZONE } from "./settings";
import type { WireAgreement, WireMandate, WirePayment } from "./wire";

/** Their words to our evidence. Pure; a word that is not in a table gives a null state and never an error. */

interface StatusRow<State> {
  word: string;
  /** The guides give numbers where the specification gives names. */
  number?: number;
  /** The number is only implied by its place in the list: a bare one is read, and its rule says so. */
  numberImplied?: true;
  state: State;
}

/**
 * https://docs.debitdirect.io/schemes/betalingsservice/payments and /api-reference/payments/post-payments.
 * `PendingCancel` proves nothing final: until the scheme confirms, the payment may still be collected; and it does not
 * say that the scheme has it already.
 */
const paymentStatuses: readonly StatusRow<PaymentState>[] = [
  { word: "Pending", number: 0, state: "pending" },
  { word: "Settled", number: 8, state: "settled" },
  { word: "Scheduled", number: 16, state: "scheduled" },
  { word: "Rejected", number: 64, state: "rejected" },
  { word: "Cancelled", number: 128, numberImplied: true, state: "cancelled" },
  { word: "Chargeback", number: 256, state: "chargeback" },
  { word: "PendingCancel", number: 512, numberImplied: true, state: "pending" },
];

/** https://docs.debitdirect.io/api-reference/customers/get-customersmandates */
const mandateStatuses: readonly StatusRow<MandateState>[] = [
  { word: "Created", state: "pending" },
  { word: "PendingProcess", state: "pending" },
  { word: "PendingVerification", state: "pending" },
  { word: "Active", state: "active" },
  { word: "Cancelled", state: "ended" },
];

/** https://devs.debitdirect.io/api/api-reference/agreements/agreement-object */
const agreementStates: readonly StatusRow<"pending" | "active" | "ended">[] = [
  { word: "Pending", state: "pending" },
  { word: "Active", state: "active" },
  { word: "InActive", state: "ended" },
];

type Word = string | number | null;

function readStatus<State>(about: string, rows: readonly StatusRow<State>[], given: Word) {
  const said = given === null ? "" : String(given);
  const folded = said.trim().toLowerCase();
  const byName = rows.find((row) => row.word.toLowerCase() === folded);
  const byNumber = rows.find((row) => row.number !== undefined && String(row.number) === folded);
  const row = byName ?? byNumber;
  if (row === undefined) return { word: said, rule: `dd.${about}.unknown`, state: null };
  const note = byName === undefined ? (row.numberImplied === true ? ".implied_number" : ".number") : "";
  return { word: said, rule: `dd.${about}.${row.word.toLowerCase()}${note}`, state: row.state };
}

/** What is meant by the status of a payment; also tells a requested cancellation from a scheduled payment. */
export function cancelSaid(payment: WirePayment): boolean {
  const { rule } = readStatus("payment", paymentStatuses, payment.status);
  return rule.startsWith("dd.payment.cancelled") || rule.startsWith("dd.payment.pendingcancel");
}

/** Older pages name the scheme after the company that runs it. */
export function schemeCode(given: string | null): string {
  const folded = (given ?? "").trim().toLowerCase();
  return folded === "mastercard-bs" ? "nets-bs" : folded;
}

/** Midnight in UTC and midnight in Denmark are the same Danish day. */
function danishDay(instant: Date | null): Day | null {
  return instant === null ? null : dayIn(instant, SCHEME_ZONE);
}

/** They have no codes: the text is all there is, without numbers of people and accounts that it may quote. */
function reasonOf(statusText: string | null): Reason | null {
  const text = statusText === null ? null : scrubText(statusText);
  return text === null ? null : { code: text, text };
}

export function paymentEvidence(payment: WirePayment): PaymentEvidence {
  const providerId = payment.handle ?? payment.id;
  const mandateProviderId = payment.mandate?.handle ?? payment.mandate?.id ?? null;
  const status = readStatus("payment", paymentStatuses, payment.status);
  // What was given back had been collected, also when nobody told us then.
  const collected = payment.settlementDate ?? (status.state === "chargeback" ? payment.paymentDate : null);
  return {
    about: "payment",
    ...status,
    at: payment.modifiedAt ?? payment.createdAt,
    reason: reasonOf(payment.statusText),
    ref: {
      ...(providerId === null ? {} : { providerId }),
      ...(payment.reference === null ? {} : { reference: payment.reference }),
      ...(mandateProviderId === null ? {} : { mandateProviderId }),
    },
    providerId,
    amountMinor: payment.amount,
    currency: payment.currency?.trim().toUpperCase() ?? null,
    planned: danishDay(payment.paymentDate),
    scheduledOn: danishDay(payment.scheduleDate),
    settledOn: danishDay(collected),
    test: payment.test,
    madeByProvider: false,
  };
}

export function mandateEvidence(mandate: WireMandate): MandateEvidence {
  const providerId = mandate.handle ?? mandate.id;
  const status = readStatus("mandate", mandateStatuses, mandate.status);
  const customerNumber = mandate.customer?.number ?? mandate.customer?.uniqueNumber ?? null;
  return {
    about: "mandate",
    ...status,
    at: mandate.modifiedAt ?? mandate.createdAt,
    reason: null,
    ref: providerId === null ? {} : { providerId },
    providerId,
    mandateNumber: null,
    endedBy: status.state === "ended" ? "unsaid" : null,
    found:
      customerNumber === null
        ? null
        : {
            scheme: schemeCode(mandate.scheme),
            customerNumber,
            customerName: mandate.customer?.name ?? null,
            agreementProviderId: null,
          },
  };
}

/** Null when the agreement has no name of theirs to hold it by. */
export function agreementEvidence(agreement: WireAgreement): AgreementEvidence | null {
  const providerId = agreement.handle ?? agreement.id;
  if (providerId === null) return null;
  return {
    about: "agreement",
    ...readStatus("agreement", agreementStates, agreement.state ?? agreement.status),
    at: null,
    reason: null,
    providerId,
    test: agreement.test,
  };
}
