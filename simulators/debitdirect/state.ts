import type { Day } from "./calendar";
import { merchantHandle, newApiKey } from "./identifiers";
import { type Settings, settingsSchema } from "./settings";

/** Instants are ISO strings in UTC, so that the whole state is one JSON value. */
type InstantText = string;

export interface Merchant {
  handle: string;
  name: string;
  apiKey: string;
  webhookUrl: string | null;
  /** The `x-version` of its last call, as it came. */
  lastVersion: string | null;
}

/** What every stored thing has: its place in the lists and its owner. */
export interface Owned {
  seq: number;
  merchant: string;
  handle: string;
}

export type Scheme = "nets-bs" | "nets-ls" | "autogiro";
type AgreementState = "Pending" | "Active" | "InActive";

export interface Agreement extends Owned {
  scheme: Scheme;
  test: boolean;
  state: AgreementState;
  metaData: Record<string, unknown>;
  createdAt: InstantText;
  /** When the scheme confirms it, while it is Pending. */
  dueAt: InstantText | null;
}

export interface Customer extends Owned {
  id: string;
  name: string | null;
  number: string;
  createdAt: InstantText;
}

/** https://docs.debitdirect.io/api-reference/customers/get-customersmandates */
export const mandateStatuses = [
  "Created",
  "PendingProcess",
  "PendingVerification",
  "Active",
  "Cancelled",
] as const;
export type MandateStatus = (typeof mandateStatuses)[number];

export interface Mandate extends Owned {
  id: string;
  agreement: string;
  scheme: Scheme;
  status: MandateStatus;
  customer: string;
  createdAt: InstantText;
  modifiedAt: InstantText;
}

/** Names and numbers of https://docs.debitdirect.io/schemes/betalingsservice/payments; 128 and 512 are our inference. */
export const paymentStatusNumbers = {
  Pending: 0,
  Settled: 8,
  Scheduled: 16,
  Rejected: 64,
  Cancelled: 128,
  Chargeback: 256,
  PendingCancel: 512,
} as const;
export type PaymentStatus = keyof typeof paymentStatusNumbers;

/** What will become of a payment on its outcome day. */
export type Fate =
  | { outcome: "settle"; chargeback: boolean }
  | { outcome: "reject"; statusText: string }
  | { outcome: "timeout" };

export interface Payment extends Owned {
  id: string;
  mandate: string;
  amount: number;
  currency: string;
  description: string | null;
  reference: string | null;
  test: boolean;
  status: PaymentStatus;
  statusText: string | null;
  paymentDay: Day;
  scheduleDay: Day;
  outcomeDay: Day;
  settlementDay: Day | null;
  createdAt: InstantText;
  modifiedAt: InstantText;
  fate: Fate;
  /** When the clock next changes it; null when it will not. */
  dueAt: InstantText | null;
}

interface SavedAnswer {
  status: number;
  body: string;
  at: InstantText;
}

export interface EventTry {
  at: InstantText;
  status: number | null;
  error: string | null;
}

export interface WebEvent {
  n: number;
  merchant: string;
  objectType: "mandate" | "payment";
  eventType: string;
  handle: string;
  timeStamp: InstantText;
  /** Exactly the text that is posted. */
  body: string;
  url: string | null;
  /** `no-address`: nobody had subscribed when it happened. `lost`: a setting lost it. */
  state: "waiting" | "delivered" | "failed" | "lost" | "no-address";
  nextTryAt: InstantText | null;
  triesLeft: number;
  tries: EventTry[];
}

export interface State {
  /** Counts everything ever made. */
  seq: number;
  merchants: Merchant[];
  agreements: Agreement[];
  customers: Customer[];
  mandates: Mandate[];
  payments: Payment[];
  /** By merchant and Idempotency-Key. */
  saved: Record<string, SavedAnswer>;
  events: WebEvent[];
  settings: Settings;
}

export function newMerchant(name: string, apiKey: string = newApiKey()): Merchant {
  return { handle: merchantHandle(), name, apiKey, webhookUrl: null, lastVersion: null };
}

export function initialState(apiKey: string | undefined): State {
  return {
    seq: 0,
    merchants: [newMerchant("Demo creditor", apiKey)],
    agreements: [],
    customers: [],
    mandates: [],
    payments: [],
    saved: {},
    events: [],
    settings: settingsSchema.parse({}),
  };
}

export function nextSeq(state: State): number {
  state.seq += 1;
  return state.seq;
}
