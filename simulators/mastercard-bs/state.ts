import { type Settings, settingsSchema } from "./settings";

export const ENVIRONMENTS = ["sandbox", "production"] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

/** A developer project: what owns mandate requests. Its keys come and go. */
export interface Client {
  /** 48 characters, the first half of every consumer key. */
  clientId: string;
  environment: Environment;
  /** Tied to the creditor by a sign-in with MitID; production refuses a client that is not. */
  activated: boolean;
}

export interface Key {
  /** 48 characters client id, `!`, 48 characters key id. */
  consumerKey: string;
  clientId: string;
  alias: string;
  /** Only the public half is kept, as SPKI in PEM. */
  publicKeyPem: string;
  /** SHA-256 of the public key's SPKI DER, lower-case hex. */
  fingerprint: string;
  createdAt: string;
  expiresAt: string;
}

export type Outcome =
  | { status: "VALIDATED"; mandateId: string; at: string }
  | { status: "FAILED"; errorCode: string; errorDescription: string; at: string };

/** One accepted creation request. Instants are ISO strings in UTC, on the simulator's clock. */
export interface MandateRequest {
  uuid: string;
  environment: Environment;
  clientId: string;
  /** SHA-256 of the request's bytes, to tell a repeat from another request under the same UUID. */
  bodyHash: string;
  debtor: "person" | "company";
  debtorRegNo: string;
  debtorAccountNo: string;
  creditorsDebtorReference: string;
  pbsNumber: number;
  debtorGroupNumber: number;
  receivedAt: string;
  /** When the outcome is published; null: never by itself. */
  dueAt: string | null;
  /** null: still RECEIVED. */
  outcome: Outcome | null;
}

export interface State {
  settings: Settings;
  clients: Client[];
  keys: Key[];
  mandates: MandateRequest[];
  /** Used nonces by the minute of their `oauth_timestamp`, so that old ones are dropped a minute at a time. */
  nonces: Record<string, Record<string, true>>;
  lastMandateNumber: number;
}

export function initialState(): State {
  return {
    settings: settingsSchema.parse({}),
    clients: [],
    keys: [],
    mandates: [],
    nonces: {},
    lastMandateNumber: 0,
  };
}
