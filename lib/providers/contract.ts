import type { Day } from "@/lib/kernel/day";
import type { LocalText } from "@/lib/kernel/locale";
import type { Currency } from "@/lib/kernel/money";
import type { MandateEnder, MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";

/**
 * What a provider is to the rest of the house. An adapter translates: our words to their bytes, their bytes to our
 * words. It keeps nothing, decides nothing about states, and never retries; it reaches the network only through the
 * line it is handed.
 */

export type Environment = "simulator" | "sandbox" | "production";

/** The deadline rule that decides when a payment of a scheme must be in; see lib/deadlines/rules.ts. */
export type DeadlineRuleName = "nets-bs" | "nets-ls" | "sepa-core";

// ---------------------------------------------------------------- what people fill in

export type FieldKind =
  | "text"
  | "email"
  | "choice"
  | "flag"
  | "day"
  | "amount"
  | "integer"
  | "identity" // CPR or CVR
  | "danish_account" // registration number and account number in one field
  | "iban"
  | "bic"
  | "customer_number"
  | "pbs_number"
  | "debtor_group"
  | "cvr"
  | "url"
  | "secret" // one line, write-only
  | "secret_text" // several lines (a PEM key), write-only
  | "secret_file"; // a file, kept as base64, write-only

/** One field of a form that a screen draws and a verb checks, from the same data. */
export interface Field {
  name: string;
  kind: FieldKind;
  label: LocalText;
  hint?: LocalText;
  required: boolean;
  maxLength?: number;
  /** A regular expression the normalised value must match, without anchors. */
  pattern?: string;
  min?: number;
  max?: number;
  options?: readonly { value: string; label: LocalText }[];
  /** Shown and required only while another field has one of these values. */
  when?: { field: string; is: readonly string[] };
  /** Kept encrypted and shown masked. */
  sensitive?: boolean;
  initial?: string;
  /** It holds the name of a person or company: a number pasted there belongs somewhere else. */
  holds?: "name";
}

export type Values = Readonly<Record<string, string>>;

/** Field name to a code that the dictionary has a sentence for, or a sentence of the provider's own. */
export type FieldProblems = Record<string, string | LocalText>;

// ---------------------------------------------------------------- the line

export interface WireRequest {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export type WireResult =
  | { kind: "answered"; status: number; headers: Readonly<Record<string, string>>; body: string }
  /** Proven that no byte of the request reached the other side: refused, no such host, bad certificate. */
  | { kind: "not_sent"; cause: string }
  /** Anything else: it may have arrived. */
  | { kind: "lost"; cause: "timeout" | "reset" | "too_large" | "undecodable"; detail: string };

/** One request and what came of it. Everything stored of it is scrubbed first. */
export interface Exchange {
  request: WireRequest;
  sentAt: Date;
  ms: number;
  result: WireResult;
}

/** Sends one request. Never throws, never follows a redirect, ends within its time and size limits. */
export type Call = (request: WireRequest, environment: Environment, now: () => Date) => Promise<Exchange>;

/** An opened connection: all that an adapter may use. */
export interface Line {
  connectionId: string;
  environment: Environment;
  /** Without a slash at its end. */
  baseUrl: string;
  settings: Values;
  secrets: Values;
  now(): Date;
  call(request: WireRequest): Promise<Exchange>;
}

// ---------------------------------------------------------------- intents: what we want to happen there

export interface AgreementView {
  id: string;
  scheme: string;
  /** The provider's own name for it, when it has one. */
  providerId: string | null;
  /** The values of the agreement form. */
  values: Values;
  test: boolean;
}

export interface MandateView {
  id: string;
  state: MandateState;
  /** The provider's handle, code or mandate number by which it is charged. */
  providerId: string | null;
  values: Values;
}

interface IntentBase {
  /** Made once by us, committed before the first byte: UUID v4. */
  key: string;
  agreement: AgreementView;
}

export interface CreateMandate extends IntentBase {
  operation: "mandate.create";
  mandateId: string;
  /** The checked values of the mandate form, sensitive ones included. */
  values: Values;
  customerNumber: string;
  debtorName: string;
  /** Where the provider should report to, when it takes an address per mandate. */
  eventsUrl: string | null;
}

export interface EndMandate extends IntentBase {
  operation: "mandate.end";
  mandate: MandateView;
}

export interface CreatePayment extends IntentBase {
  operation: "payment.create";
  paymentId: string;
  mandate: MandateView;
  amountMinor: number;
  currency: Currency;
  due: Day;
  /** The text the debtor sees. */
  text: string;
  /** Unique per payment; this is what a look-up searches for. */
  reference: string;
}

export interface CancelPayment extends IntentBase {
  operation: "payment.cancel";
  paymentId: string;
  providerId: string;
}

export interface RegisterAgreement extends IntentBase {
  operation: "agreement.register";
}

export interface SubscribeEvents extends IntentBase {
  operation: "events.subscribe";
  eventsUrl: string;
}

export type Intent =
  | CreateMandate
  | EndMandate
  | CreatePayment
  | CancelPayment
  | RegisterAgreement
  | SubscribeEvents;
export type Operation = Intent["operation"];

/** The exact bytes of a write, without credential or signature. Stored before they are sent; every repeat is equal. */
export interface Prepared {
  operation: Operation;
  key: string;
  method: WireRequest["method"];
  /** From the base URL on, beginning with a slash. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

// ---------------------------------------------------------------- evidence: what the provider said, in our words

export interface Reason {
  /** The provider's own code, or its words where it has no codes. */
  code: string;
  /** The provider's own words, when there are any. */
  text: string | null;
}

interface EvidenceBase {
  /** The provider's word exactly as it came: `Settled`, `526`, `VALIDATED`. */
  word: string;
  /** The mapping rule that read it, for example `bs.status.validated`. */
  rule: string;
  /** When it happened by the provider's own account. */
  at: Date | null;
  reason: Reason | null;
}

export interface MandateRef {
  /** Our request's key, where the provider keeps it (a UUID). */
  key?: string;
  providerId?: string;
  /** Our mandate id, where the provider carries it back. */
  ourId?: string;
}

export interface MandateEvidence extends EvidenceBase {
  about: "mandate";
  ref: MandateRef;
  /** null: a word we do not know; the last proven state stays and a person is asked. */
  state: MandateState | null;
  /** By which it is charged from now on. */
  providerId: string | null;
  /** As users say it: aftalenummer, IO-code. */
  mandateNumber: string | null;
  endedBy: MandateEnder | null;
  /** For mandates that the provider reports to us unasked. */
  found: {
    scheme: string;
    customerNumber: string;
    customerName: string | null;
    /** The provider's name for the agreement, when it says which. */
    agreementProviderId: string | null;
  } | null;
}

export interface PaymentRef {
  providerId?: string;
  /** Our own reference or payment id as the provider carries it back. */
  reference?: string;
  mandateProviderId?: string;
}

export interface PaymentEvidence extends EvidenceBase {
  about: "payment";
  ref: PaymentRef;
  state: PaymentState | null;
  providerId: string | null;
  amountMinor: number | null;
  currency: string | null;
  /** The day the provider plans or planned to collect. */
  planned: Day | null;
  /** The day it goes, or went, to the scheme. */
  scheduledOn: Day | null;
  settledOn: Day | null;
  /** The provider's own flag; null when it has none. */
  test: boolean | null;
  /** The provider made this payment by itself under a mandate of ours (a series, or a first debit). */
  madeByProvider: boolean;
}

export interface AgreementEvidence extends EvidenceBase {
  about: "agreement";
  providerId: string;
  state: "pending" | "active" | "ended" | null;
  test: boolean | null;
}

export interface SubscriptionEvidence extends EvidenceBase {
  about: "subscription";
}

export type Evidence = MandateEvidence | PaymentEvidence | AgreementEvidence | SubscriptionEvidence;

/** An exchange with what it says. `absent`: the provider answered and does not have it. */
export interface Reading {
  exchange: Exchange;
  outcome: "read" | "absent" | "unreadable";
  evidence: readonly Evidence[];
}

export interface ListPage {
  reading: Reading;
  next: string | null;
  /** Something on it could not be read, or nothing says that it is the last: more may be there than was seen. */
  unproven?: boolean;
}

// ---------------------------------------------------------------- outcomes of a write

export type RefusalKind =
  | "data" // a person can correct a field
  | "configuration" // creditor data, rights: stop the batch
  | "state" // the object there does not allow it
  | "other";

export interface Refusal {
  kind: RefusalKind;
  reason: Reason;
  /** Our form's field names, with the provider's words. */
  fields: Readonly<Record<string, string>>;
  /** For the provider's support. */
  traceId: string | null;
}

export type Outcome =
  | { kind: "accepted"; evidence: readonly Evidence[] }
  /** Proven: it does not exist there and will not. */
  | { kind: "refused"; refusal: Refusal }
  /** Proven: nothing happened; the same bytes may go again later. */
  | {
      kind: "held";
      cause: "unreachable" | "rate" | "credential" | "clock";
      detail: string;
      retryAfterMs: number | null;
    }
  /** It may have happened. Only a look-up may follow. `keySpent`: a repeat under this key would replay a failure. */
  | { kind: "unknown"; detail: string; keySpent: boolean };

export interface LookUp {
  readings: readonly Reading[];
  verdict: "present" | "absent" | "unreadable";
}

// ---------------------------------------------------------------- what comes in

export interface Incoming {
  method: string;
  query: Readonly<Record<string, string>>;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export type Hint =
  | { about: "mandate"; ref: MandateRef }
  | { about: "payment"; ref: PaymentRef }
  /** The message does not say which object: read the list of that kind. */
  | { about: "mandates" }
  | { about: "payments" };

export interface Reply {
  status: number;
  contentType: string;
  body: string;
}

/** What a message in says. Never believed: it only says what to read again. */
export interface Received {
  authenticity: "signed" | "unsigned" | "refused";
  /** Equal for repeats of one message, different for different ones. */
  dedupeKey: string;
  /** The provider's own name for the event, for people: `payment settled`, `incassocollected`. */
  title: string;
  hints: readonly Hint[];
  /** Known kinds of message only; an unknown one is kept, answered and shown. */
  known: boolean;
  stored: Reply;
  failed: Reply;
}

// ---------------------------------------------------------------- the module

export interface Capabilities {
  /** `form`: created through the API. `invitation`: the debtor signs up elsewhere and the provider reports it. */
  mandates: "form" | "invitation";
  endMandate: boolean;
  createPayment: boolean;
  cancelPayment: boolean;
  registerAgreement: boolean;
  subscribeEvents: boolean;
  listMandates: boolean;
  listPayments: boolean;
  receivesEvents: boolean;
}

export interface Scheme {
  code: string;
  label: LocalText;
  currency: Currency;
  deadlineRule: DeadlineRuleName;
}

export interface ResendPolicy {
  /** What may follow two negative look-ups after a lost answer. */
  afterAbsence: "same_key" | "new_key" | "person";
  /** How long a fresh object may be missing from the provider's answers. */
  visibilityDelayMs: number;
}

/** Mandates of one agreement that ended within a day are many when they are more than either of these. */
export interface MassEnd {
  /** Of those that stood. */
  percent: number;
  count: number;
  /** Fewer than this are never many. */
  floor: number;
}

/** What it means here that the debtor has another account. */
export interface AccountChange {
  /**
   * `new_mandate`: a second mandate by a new consent, and the first one ends. `sign_up_again`: the debtor gives the new
   * account where he signed up, and it is reported. `bank`: only the debtor's bank can move it. `none`: not possible.
   */
  way: "new_mandate" | "sign_up_again" | "bank" | "none";
  says: LocalText;
}

export interface Probe {
  ok: boolean;
  exchange: Exchange;
  /** Who the provider says we are; null where it does not say. */
  identity: string | null;
  /** Words for an admin when it is not. */
  problem:
    | "credential_refused"
    | "not_activated"
    | "clock"
    | "wrong_environment"
    | "unreachable"
    | "unexpected"
    | null;
  detail: string;
}

export interface CredentialFacts {
  /** Shown in clear: never enough to use the credential. */
  fingerprint: string;
  lastFour: string;
  expiresAt: Date | null;
}

export interface ReasonWords {
  what: LocalText;
  todo: LocalText;
  /** soft: may work later; hard: not with these data; technical: ours or theirs to repair. */
  class: "soft" | "hard" | "technical";
}

export interface ProviderModule {
  id: string;
  label: string;
  about: LocalText;
  docsUrl: string;
  schemes: readonly Scheme[];
  /** Base URL per environment; the simulator's is given per connection. */
  baseUrls: Readonly<Record<Exclude<Environment, "simulator">, string>>;

  /** Settings that name what is inferred or unknown of this provider, with defaults; drawn on the connection. */
  settingsForm: readonly Field[];
  credentialForm: readonly Field[];
  agreementForm: readonly Field[];
  mandateForm(agreement: AgreementView): readonly Field[];
  /** Beyond the fields' own kinds: what this provider refuses, before it is asked. */
  checkAgreement?(values: Values, environment: Environment): FieldProblems;
  checkMandate?(values: Values, agreement: AgreementView, today: Day): FieldProblems;
  /** Turns what an admin gave (a key file, a password) into what is kept; a problem names its field. */
  readCredential(
    values: Values,
    now: Date,
  ): { ok: true; secrets: Values; facts: CredentialFacts } | { ok: false; problems: FieldProblems };

  capabilities(environment: Environment, settings: Values): Capabilities;
  /** States in which a mandate is worth asking about again, where the provider has no list of them. */
  watchedMandates: readonly MandateState[];
  resend(environment: Environment, settings: Values): ResendPolicy;
  /** When so many mandates end at once that it may be a change of bank; left out where nothing is known of such. */
  massEnd?(environment: Environment, settings: Values): MassEnd;
  /** Why a mandate cannot be charged through this provider, or null when it can. */
  notChargeable(mandate: MandateView, agreement: AgreementView): LocalText | null;
  /** What a change of account means for a mandate that stands. */
  accountChange(environment: Environment, settings: Values): AccountChange;
  /** The earliest day on which it takes the first debit of a mandate sent now without a date; left out where unknown. */
  earliestFirstDebit?(now: Date, environment: Environment, settings: Values): Day;
  /** What the provider goes on collecting by itself whatever is suspended here; null, or left out, where nothing. */
  collectsItself?(mandate: MandateView): LocalText | null;
  /** The provider's refusals and decline codes in words. */
  reasons: Readonly<Record<string, ReasonWords>>;
  /** Words under which a mandate waits for something else than the bank's answer. */
  pendingWords?: Readonly<Record<string, "verification">>;
  /** JSON and form field names whose values are masked in everything that is stored. */
  sensitiveNames: readonly string[];

  prepare(intent: Intent, settings: Values): Prepared;
  send(line: Line, prepared: Prepared): Promise<Exchange>;
  /** `intent` gives our references for the evidence; pure. */
  interpret(intent: Intent, prepared: Prepared, exchange: Exchange, settings: Values): Outcome;
  lookUp(line: Line, intent: Intent, prepared: Prepared): Promise<LookUp>;

  readMandates(line: Line, refs: readonly MandateRef[]): Promise<readonly Reading[]>;
  readPayments(line: Line, refs: readonly PaymentRef[]): Promise<readonly Reading[]>;
  readAgreements?(line: Line, providerIds: readonly string[]): Promise<readonly Reading[]>;
  /** One page of everything; `next` is null on the last. Only where `capabilities` says so. */
  listMandates?(line: Line, cursor: string | null): Promise<ListPage>;
  listPayments?(line: Line, cursor: string | null): Promise<ListPage>;
  probe(line: Line): Promise<Probe>;

  receive?(incoming: Incoming, secrets: Values, settings: Values): Received;
  /** When to ask again about what is open, after having asked at `now`. */
  nextPoll(now: Date, environment: Environment, settings: Values): Date;
}
