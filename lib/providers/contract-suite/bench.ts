import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type {
  Capabilities,
  Evidence,
  Exchange,
  Incoming,
  Intent,
  Line,
  Operation,
  Outcome,
  Prepared,
  ProviderModule,
  Refusal,
  Values,
} from "@/lib/providers/contract";
import { providers } from "@/lib/providers/registry";
import { callOverHttp, defaultLimits, type TransportLimits } from "@/lib/providers/transport";
import type { JournalEntry } from "@/simulators/kit/journal";
import type { RunningSimulator } from "@/simulators/kit/server";

/** A message in as the provider sends it, and the object that it is about. */
export interface Delivery {
  form: string;
  incoming: Incoming;
  about: { noun: "mandate" | "payment"; providerId: string };
}

/** What the suite needs of a provider's simulator: a started one, and ways to bring things about. */
export interface Harness {
  simulator: RunningSimulator;
  baseUrl: string;
  settings: Values;
  secrets: Values;
  wrongSecrets: Values;
  /** Everything of people and credentials that is used here: none of it may be stored in the clear. */
  canaries: readonly string[];
  /** A fresh intent of an offered operation; what it needs is there already. */
  intent(operation: Operation): Promise<Intent>;
  /** A fresh one that the provider has to refuse; null where there is none. */
  refusedIntent(operation: Operation): Promise<Intent | null>;
  /** Operations whose effect cannot be read back. */
  blind: readonly Operation[];
  /** Operations whose answer has no published shape: any JSON will do, or anything that names an object. */
  loose: Readonly<Partial<Record<Operation, "anything" | "name">>>;
  /** Every form of message that the simulator can send; empty where the provider sends none. */
  deliveries(): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

export interface Attempted {
  intent: Intent;
  prepared: Prepared;
  exchange: Exchange;
  outcome: Outcome;
}

export interface LineOptions {
  limits?: TransportLimits;
  secrets?: Values;
  baseUrl?: string;
}

/** One provider's bench: its harness while the tests run, and everything that was seen on its lines. */
export interface Bench {
  provider: ProviderModule;
  operations: readonly Operation[];
  harness(): Harness;
  line(options?: LineOptions): Line;
  attempt(intent: Intent, options?: LineOptions): Promise<Attempted>;
  /** How often the simulator's own journal says that this request had an effect. */
  effects(prepared: Prepared): readonly JournalEntry[];
  seen: { exchanges: Exchange[]; evidence: Evidence[]; refusals: Refusal[] };
}

const operationOf = {
  "mandate.create": (offers) => offers.mandates === "form",
  "mandate.end": (offers) => offers.endMandate,
  "payment.create": (offers) => offers.createPayment,
  "payment.cancel": (offers) => offers.cancelPayment,
  "agreement.register": (offers) => offers.registerAgreement,
  "events.subscribe": (offers) => offers.subscribeEvents,
} as const satisfies Record<Operation, (offers: Capabilities) => boolean>;

/** Object.keys gives strings; the table is a literal with exactly these keys. */
export const allOperations = Object.keys(operationOf) as Operation[];

/** Where a request of these bytes arrives, the path of the base address included. */
export function pathOf(harness: Harness, prepared: Prepared): string {
  return new URL(`${harness.baseUrl}${prepared.path}`).pathname;
}

function isOf(entry: JournalEntry, prepared: Prepared): boolean {
  if (entry.headers["idempotency-key"] === prepared.key) return true;
  return prepared.body === "" ? entry.path.endsWith(prepared.path) : entry.request === prepared.body;
}

export function openBench(id: string, makeHarness: () => Promise<Harness>): Bench {
  const provider = providers[id];
  if (!provider) throw new Error(`no provider ${id}`);
  let opened: Harness | undefined;
  const harness = () => {
    if (!opened) throw new Error("the harness is not open");
    return opened;
  };
  const seen: Bench["seen"] = { exchanges: [], evidence: [], refusals: [] };

  beforeAll(async () => {
    opened = await makeHarness();
  }, 30_000);
  afterEach(() => opened?.simulator.faults.clear());
  afterAll(() => opened?.close());

  const line = (options: LineOptions = {}): Line => {
    const { simulator, baseUrl, settings, secrets } = harness();
    const now = () => simulator.clock.now();
    return {
      connectionId: "con_1",
      environment: "simulator",
      baseUrl: options.baseUrl ?? baseUrl,
      settings,
      secrets: options.secrets ?? secrets,
      now,
      call: async (request) => {
        const exchange = await callOverHttp(request, "simulator", now, options.limits ?? defaultLimits);
        seen.exchanges.push(exchange);
        return exchange;
      },
    };
  };

  return {
    provider,
    operations: allOperations.filter((one) => operationOf[one](provider.capabilities("simulator", {}))),
    harness,
    line,
    seen,
    attempt: async (intent, options) => {
      const prepared = provider.prepare(intent, harness().settings);
      const exchange = await provider.send(line(options), prepared);
      const outcome = provider.interpret(intent, prepared, exchange, harness().settings);
      if (outcome.kind === "accepted") seen.evidence.push(...outcome.evidence);
      if (outcome.kind === "refused") seen.refusals.push(outcome.refusal);
      return { intent, prepared, exchange, outcome };
    },
    effects: (prepared) =>
      harness().simulator.journal.filter((entry) => entry.effect !== null && isOf(entry, prepared)),
  };
}

/** What of a credential is secret; short values are names of accounts, which are not. */
export const secretsIn = (secrets: Values): readonly string[] =>
  Object.values(secrets).filter((one) => one.length >= 20);

/** `held:rate`, `unknown`, …: an outcome in a word. */
export const inAWord = (outcome: Outcome): string =>
  outcome.kind === "held" ? `held:${outcome.cause}` : outcome.kind;

/** Every piece of evidence names the provider's word and the rule that read it. */
export function expectProof(evidence: readonly Evidence[]): void {
  for (const one of evidence) {
    expect(one.word).not.toBe("");
    expect(one.rule).toMatch(/^[a-z]+(\.[a-z0-9_]+)+$/);
  }
}
