import { RULES } from "@/lib/deadlines/rules";
import { day } from "@/lib/kernel/day";
import type { Payment } from "@/lib/payments/door";
import { providers } from "@/lib/providers/registry";
import { sampleMandate } from "@/lib/testing/mandate";
import { samplePayment } from "@/lib/testing/payment";
import type { Answer } from "../answer";
import type { AlsoCode, AnswerCode } from "../codes";
import type { ConnectionFacts } from "../connection";
import { type MandateFacts, whyMandate } from "../mandate";
import { whyPayment } from "../payment";
import type { PaymentFacts } from "../payment-facts";
import type { StepCode } from "../steps";

/** A situation, and what is answered in it. The tests and the document for people are made from the same rows. */
export interface Example {
  /** The situation, as one would tell it. */
  when: string;
  answer: Answer;
  code: AnswerCode;
  also?: readonly AlsoCode[];
  next: readonly StepCode[];
  /** What the English sentence must name. */
  names?: readonly string[];
}

/** Friday, two days before the cut-off of November. */
export const now = new Date("2026-11-20T11:52:00Z");
export const at = (text: string): Date => new Date(text);

const works: ConnectionFacts = {
  id: "con_1",
  name: "Collections",
  hasCredential: true,
  expiresAt: null,
  lastOkAt: now,
  lastProblem: null,
  lastProblemAt: null,
};

const module = (id: string) => {
  const found = providers[id];
  if (!found) throw new Error(`no provider ${id}`);
  return found;
};

type Move = PaymentFacts["moves"][number] & MandateFacts["moves"][number];

export const moved = (to: string, patch: Partial<Move> = {}): Move => ({
  move: to,
  to,
  at: at("2026-11-18T08:05:00Z"),
  happenedAt: null,
  actorName: "",
  cause: "",
  word: null,
  rule: null,
  messageId: "msg_1",
  ...patch,
});

type Open = NonNullable<PaymentFacts["open"] & MandateFacts["open"]>;

export const opened = (patch: Partial<Open> = {}): Open => ({
  operation: "payment.create",
  state: "intended",
  resolution: null,
  nextAt: now,
  detail: null,
  sentAt: null,
  createdAt: at("2026-11-20T11:40:00Z"),
  lookUps: 0,
  absences: 0,
  attempts: [],
  ...patch,
});

type More<Facts> = Partial<Omit<Facts, "connection">> & { connection?: Partial<ConnectionFacts> };

/** What is answered of a payment on a scheme with a monthly window. */
export function ofPayment(patch: Partial<Payment>, more: More<PaymentFacts> = {}): Answer {
  const { connection, ...rest } = more;
  const provider = module(patch.provider ?? "debitdirect");
  return whyPayment({
    payment: samplePayment(patch),
    provider,
    offers: { cancelPayment: true },
    rule: RULES["nets-bs"],
    deadlines: { overrides: [], settings: {} },
    connection: { ...works, ...connection },
    mandateState: "active",
    open: null,
    submissions: [],
    moves: [],
    despite: null,
    others: [],
    now,
    ...rest,
  });
}

/** The same of a debit on any bank day. */
export const ofDebit = (patch: Partial<Payment>, more: More<PaymentFacts> = {}): Answer =>
  ofPayment(
    { provider: "paynl", scheme: "sepa-core", currency: "EUR", window: "", cutoffAt: null, ...patch },
    { rule: RULES["sepa-core"], ...more },
  );

export function ofMandate(patch: Parameters<typeof sampleMandate>[0], more: More<MandateFacts> = {}): Answer {
  const { connection, ...rest } = more;
  const provider = module(patch?.provider ?? "debitdirect");
  return whyMandate({
    mandate: sampleMandate(patch),
    provider,
    connection: { ...works, ...connection },
    rule: RULES["nets-bs"],
    open: null,
    moves: [],
    obstacle: null,
    collects: true,
    from: day("2026-12-01"),
    silentBankDays: null,
    plansFirstDebit: false,
    debit: null,
    usualMs: null,
    now,
    ...rest,
  });
}
