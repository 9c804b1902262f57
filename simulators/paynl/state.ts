import type { SimClock } from "../kit/clock";
import type { Store } from "../kit/store";
import type { LocationSettings, Settings } from "./settings";

export interface Money {
  /** Integer cents. */
  value: number;
  currency: "EUR";
}

export interface Stats {
  info: string | null;
  tool: string | null;
  object: string | null;
  extra1: string | null;
  extra2: string | null;
  extra3: string | null;
  domainId: string | null;
  promotorId: number | null;
}

export type MandateType = "SINGLE" | "RECURRING" | "FLEXIBLE";
export type Period = "day" | "week" | "month" | "trimester" | "halfyear" | "year";

export interface Interval {
  period: Period;
  value: number;
  quantity: number;
}

export interface Customer {
  ipAddress: string | null;
  email: string | null;
  bankAccount: { iban: string; bic: string | null; owner: string };
}

/** What the bank, the debtor and the line will do with one debit. */
export interface Scenario {
  name: string;
  /** Refused by the bank: on the day itself or two business days later, with this decline code. */
  refuse: { on: "day" | "after"; decline: number } | null;
  /** Taken back this many calendar days after collection; `chosen` is the setting `stornoDays`. */
  storno: { days: number | "chosen"; decline: number } | null;
  /** Offered to the bank a second time. */
  relist: boolean;
  /** What becomes of its exchange calls. */
  calls: "sent" | "lost" | "late";
}

/** Instants in the state are ISO strings in UTC; days are `YYYY-MM-DD` in Amsterdam. */
export interface Mandate {
  code: string;
  serviceId: string;
  reference: string | null;
  description: string | null;
  /** As the creditor sent it. */
  processDate: string | null;
  exchangeUrl: string | null;
  type: MandateType;
  interval: Interval | null;
  amount: Money;
  customer: Customer;
  stats: Stats;
  /** The day the series counts from. */
  anchor: string;
  debits: string[];
  /** Set once no further debit can be added or planned, without the mandate being deleted. */
  endedAt: string | null;
  createdAt: string;
  createdBy: string;
  modifiedAt: string;
  modifiedBy: string;
  deletedAt: string | null;
  deletedBy: string | null;
}

export interface StatusChange {
  at: string;
  code: number;
  /** Code and moment of the bank's refusal or of the storno. */
  decline: { code: number; at: string } | null;
  by: string;
}

export interface Debit {
  code: string;
  mandate: string;
  /** 1 for the first debit of its mandate. */
  number: number;
  description: string | null;
  /** The day on which the bank debits the debtor. */
  day: string;
  orderId: string;
  paymentSessionId: string;
  transactionCode: string;
  incassoId: number;
  amount: Money;
  stats: Stats;
  isLastOrder: boolean;
  scenario: Scenario;
  createdAt: string;
  createdBy: string;
  collectedAt: string | null;
  history: StatusChange[];
}

export interface Refund {
  code: string;
  debit: string;
  amount: Money;
  description: string | null;
  day: string;
  exchangeUrl: string | null;
  state: "asked" | "sent" | "paid" | "bounced";
  createdAt: string;
  createdBy: string;
}

/** Something the clock will bring. */
export type Due = { at: string; seq: number } & (
  | { kind: "status"; debit: string; code: number; decline: number | null; day: string | null }
  | { kind: "plan"; mandate: string }
  | { kind: "refund"; refund: string; action: "refund:send" | "refund:received" }
);

export type Payload = Record<string, string | Record<string, string | number>>;

export interface Attempt {
  at: string;
  status: number | null;
  answer: string;
  ok: boolean;
  error: string | null;
}

export interface ExchangeCall {
  n: number;
  action: string;
  mandate: string;
  debit: string;
  serviceId: string;
  url: string | null;
  payload: Payload;
  happenedAt: string;
  dueAt: string;
  /** Waits for the next call of the same debit, to arrive after it. */
  held: boolean;
  /** `blocked`: there is no address, or it is not on this machine. */
  state: "waiting" | "delivered" | "failed" | "lost" | "blocked";
  copyOf: number | null;
  attempts: Attempt[];
}

export interface Credential {
  /** `AT-####-####` or `SL-####-####`. */
  user: string;
  secret: string;
  merchant: string;
  /** Without this right the direct debit paths answer 403. */
  directDebit: boolean;
}

export interface Location {
  code: string;
  name: string;
  merchant: string;
  settings: LocationSettings;
}

export interface State {
  counters: Record<string, number>;
  /** State of the pseudo-random sequence, so that a run repeats exactly. */
  random: number;
  settings: Settings;
  merchants: Record<string, string>;
  credentials: Record<string, Credential>;
  locations: Record<string, Location>;
  mandates: Record<string, Mandate>;
  debits: Record<string, Debit>;
  refunds: Record<string, Refund>;
  /** Sorted by `at`, then `seq`. */
  due: Due[];
  waiting: ExchangeCall[];
  finished: ExchangeCall[];
  /** How often an order to fail by amount was already obeyed, by request. */
  misfires: Record<string, number>;
}

export interface World {
  store: Store<State>;
  clock: SimClock;
}

/** Next number of a named sequence, from 1. */
export function nextNumber(state: State, name: string): number {
  const next = (state.counters[name] ?? 0) + 1;
  state.counters[name] = next;
  return next;
}

/** A code such as `IO-1000-2000-3001`. */
export function nextCode(state: State, prefix: "IO" | "IL" | "EX"): string {
  const digits = String(100_020_003_000 + nextNumber(state, prefix));
  return `${prefix}-${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
}

/** Mulberry32: true or false, repeatable. */
export function coin(state: State): boolean {
  state.random = (state.random + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state.random ^ (state.random >>> 15), 1 | state.random);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 31 === 1;
}

/** Puts a due thing in its place. Same instant: first come, first served. */
export function addDue(state: State, due: Due): void {
  const after = state.due.findIndex((one) => one.at > due.at);
  if (after === -1) state.due.push(due);
  else state.due.splice(after, 0, due);
}

/** The last status change at that instant; null means now. Undefined: the debit was not there yet. */
export function statusOf(debit: Debit, asOf: string | null = null): StatusChange | undefined {
  return asOf === null ? debit.history.at(-1) : debit.history.findLast((one) => one.at <= asOf);
}

/** What lists and gets may know: null is everything, else only what is at least as old as the visibility lag. */
export function visibleUntil(world: World): string | null {
  const lag = world.store.state.settings.visibilityLagSeconds;
  return lag === 0 ? null : new Date(world.clock.now().getTime() - lag * 1000).toISOString();
}

export function locationOf(state: State, mandate: Mandate): Location | undefined {
  return state.locations[mandate.serviceId];
}
