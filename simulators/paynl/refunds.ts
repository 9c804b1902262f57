import type { SimAnswer } from "../kit/simulator";
import { mayUse } from "./auth";
import { amsterdamDay } from "./calendar";
import { badInput, payError } from "./errors";
import { announce } from "./exchange";
import { dayOf } from "./fields";
import { executionDay, refundInstants } from "./schedule";
import {
  addDue,
  type Credential,
  type Debit,
  locationOf,
  nextCode,
  nextNumber,
  type Refund,
  type State,
  statusOf,
  type World,
} from "./state";
import { checkRefund } from "./validate";
import { stamp } from "./views";

/** PAY allows one refund of a transaction in so much time. Source: https://developer.pay.nl/docs/error-codes */
const PAUSE_MS = 6000;

function refundsOf(state: State, debit: Debit): Refund[] {
  return Object.values(state.refunds).filter((one) => one.debit === debit.code);
}

function refundedCents(state: State, debit: Debit): number {
  return refundsOf(state, debit)
    .filter((one) => one.state !== "bounced")
    .reduce((sum, one) => sum + one.amount.value, 0);
}

function tell(state: State, refund: Refund, action: string, at: string): void {
  const debit = state.debits[refund.debit];
  const mandate = debit && state.mandates[debit.mandate];
  if (!debit || !mandate) return;
  const { exchangeUrl } = refund;
  announce(state, { mandate, debit, action, at }, { cents: refund.amount.value, exchangeUrl });
}

/** A step of a refund's way, by the clock. */
export function refundMoves(
  state: State,
  code: string,
  action: "refund:send" | "refund:received",
  at: string,
): void {
  const refund = state.refunds[code];
  if (!refund || refund.state === "bounced") return;
  refund.state = action === "refund:send" ? "sent" : "paid";
  tell(state, refund, action, at);
}

/** The debtor's bank sends a refund back. False when it never left. */
export function bounceRefund(state: State, code: string, at: string): boolean {
  const refund = state.refunds[code];
  if (!refund || refund.state === "asked" || refund.state === "bounced") return false;
  refund.state = "bounced";
  tell(state, refund, "refund:storno", at);
  return true;
}

function view(state: State, debit: Debit, refund: Refund) {
  return {
    orderId: debit.orderId,
    transactionId: debit.transactionCode,
    description: refund.description,
    processDate: refund.day,
    amount: refund.amount,
    amountRefunded: { value: refundedCents(state, debit), currency: "EUR" },
    refundedTransactions: refundsOf(state, debit).map((one) => ({
      transactionId: one.code,
      amount: one.amount,
      createdAt: stamp(one.createdAt),
    })),
    createdAt: stamp(refund.createdAt),
    createdBy: refund.createdBy,
  };
}

function findDebit(state: State, credential: Credential, code: string): Debit | undefined {
  const debit = Object.values(state.debits).find(
    (one) => one.orderId === code || one.transactionCode === code,
  );
  const mandate = debit && state.mandates[debit.mandate];
  return mandate && mayUse(credential, locationOf(state, mandate)) ? debit : undefined;
}

function schedule(state: State, refund: Refund): void {
  const { sent, paid } = refundInstants(refund.day);
  const steps = [
    { at: sent, action: "refund:send" },
    { at: paid, action: "refund:received" },
  ] as const;
  for (const { at, action } of steps) {
    const seq = nextNumber(state, "due");
    addDue(state, { at: at.toISOString(), seq, kind: "refund", refund: refund.code, action });
  }
}

/** `PATCH /v2/transactions/{order id or EX code}/refund`. */
export function refundDebit(world: World, credential: Credential, code: string, body: unknown): SimAnswer {
  const { state, save } = world.store;
  const { settings } = state;
  const now = world.clock.now();
  const debit = findDebit(state, credential, code);
  if (!debit) return payError(settings, 404, "Transaction not found.", { code: "PAY-001" });
  const refuse = (number: string, detail: string) =>
    payError(settings, settings.validationStatus, detail, { code: number });
  const checked = checkRefund(body, amsterdamDay(now));
  if (!checked.ok) return badInput(settings, checked.violations);
  const input = checked.value;

  if (statusOf(debit)?.code === 106) return refuse("PAY-013", "The transaction is in chargeback mode.");
  if (debit.collectedAt === null) return refuse("PAY-1400", "The transaction is not paid.");
  const last = refundsOf(state, debit).at(-1);
  if (last && now.getTime() - Date.parse(last.createdAt) < PAUSE_MS)
    return refuse("PAY-014", "This transaction was refunded a moment ago. Try again after 6 seconds.");
  const left = debit.amount.value - refundedCents(state, debit);
  const amount = input.amount ?? { value: left, currency: "EUR" };
  if (amount.value <= 0 || amount.value > left) return refuse("PAY-015", "The refund amount is not valid.");

  const refund: Refund = {
    code: nextCode(state, "EX"),
    debit: debit.code,
    amount,
    description: input.description,
    day: executionDay(input.processDate === null ? null : dayOf(input.processDate), now),
    exchangeUrl: input.exchangeUrl,
    state: "asked",
    createdAt: now.toISOString(),
    createdBy: credential.user,
  };
  state.refunds[refund.code] = refund;
  schedule(state, refund);
  tell(state, refund, "refund:add", refund.createdAt);
  save();
  return {
    status: 200,
    body: view(state, debit, refund),
    effect: `refund.created ${refund.code} ref=${debit.orderId}`,
  };
}
