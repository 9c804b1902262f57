import { announceStatus } from "./exchange";
import { dayOf } from "./fields";
import { scenarioFor } from "./scenarios";
import { debitSteps, executionDay, nextPlanInstant, seriesDay } from "./schedule";
import {
  addDue,
  type Debit,
  type Mandate,
  type Money,
  nextCode,
  nextNumber,
  type State,
  type Stats,
} from "./state";

interface DebitOrder {
  amount: Money;
  /** As sent, or null for as soon as possible. */
  processDate: string | null;
  description: string | null;
  stats: Stats;
  isLastOrder: boolean;
  by: string;
}

/** Queues what the bank will do with a debit from `from` on. */
function scheduleBank(state: State, debit: Debit, from: Date): void {
  for (const step of debitSteps(from, debit.day, debit.scenario)) {
    const { code, decline, day } = step;
    const seq = nextNumber(state, "due");
    addDue(state, { at: step.at.toISOString(), seq, kind: "status", debit: debit.code, code, decline, day });
  }
}

/** Forgets what would still happen to a debit. */
export function forgetBank(state: State, debit: Debit): void {
  state.due = state.due.filter((one) => one.kind !== "status" || one.debit !== debit.code);
}

/** Accepts a debit: status 91, its way through the bank, and in a series the moment its successor is made. */
export function planDebit(state: State, mandate: Mandate, order: DebitOrder, now: Date): Debit {
  const wanted = order.processDate === null ? null : dayOf(order.processDate);
  const number = mandate.debits.length + 1;
  const serial = nextNumber(state, "order");
  const at = now.toISOString();
  const debit: Debit = {
    code: nextCode(state, "IL"),
    mandate: mandate.code,
    number,
    description: order.description,
    day: executionDay(wanted, now),
    orderId: `5280${String(1_234_567 + serial).padStart(7, "0")}X1001`,
    paymentSessionId: `5280${String(123_456 + serial).padStart(6, "0")}`,
    transactionCode: nextCode(state, "EX"),
    incassoId: 30_750_000 + serial,
    amount: order.amount,
    stats: order.stats,
    isLastOrder: order.isLastOrder,
    scenario: scenarioFor(mandate.customer.bankAccount.iban, order.amount.value, number),
    createdAt: at,
    createdBy: order.by,
    collectedAt: null,
    history: [{ at, code: 91, decline: null, by: order.by }],
  };
  state.debits[debit.code] = debit;
  mandate.debits.push(debit.code);
  if (number === 1) mandate.anchor = wanted ?? debit.day;
  announceStatus(state, mandate, debit, 91, at);
  scheduleBank(state, debit, now);
  if (mandate.interval && number < mandate.interval.quantity) {
    const next = nextPlanInstant(now, debit.day).toISOString();
    addDue(state, { at: next, seq: nextNumber(state, "due"), kind: "plan", mandate: mandate.code });
  }
  return debit;
}

/** The next debit of a series, made by PAY itself. */
export function planNext(state: State, mandate: Mandate, now: Date): void {
  if (!mandate.interval || mandate.deletedAt !== null || mandate.endedAt !== null) return;
  const { amount, description, stats, createdBy } = mandate;
  const processDate = seriesDay(mandate.anchor, mandate.interval, mandate.debits.length + 1);
  planDebit(
    state,
    mandate,
    { amount, processDate, description, stats, isLastOrder: false, by: createdBy },
    now,
  );
}
