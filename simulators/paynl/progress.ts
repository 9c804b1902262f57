import { announceStatus } from "./exchange";
import { forgetBank, planNext } from "./plan";
import { refundMoves } from "./refunds";
import { stornoInstant } from "./schedule";
import {
  addDue,
  type Debit,
  type Due,
  type Mandate,
  nextNumber,
  type State,
  statusOf,
  type World,
} from "./state";
import { NO_REASON, statusRow } from "./statuses";

/** A storno that the debit's story asks for is due from the moment the money is there. */
function scheduleStorno(state: State, debit: Debit, collected: Date): void {
  const { storno } = debit.scenario;
  if (!storno) return;
  const days = storno.days === "chosen" ? state.settings.stornoDays : storno.days;
  addDue(state, {
    at: stornoInstant(collected, days).toISOString(),
    seq: nextNumber(state, "due"),
    kind: "status",
    debit: debit.code,
    code: 106,
    decline: storno.decline,
    day: null,
  });
}

function failuresInARow(state: State, mandate: Mandate): number {
  let count = 0;
  for (const code of mandate.debits) {
    const status = statusOf(state.debits[code] ?? missing(code))?.code;
    if (status === 106 || status === 127) count += 1;
    else if (status === 100) count = 0;
  }
  return count;
}

function missing(code: string): never {
  throw new Error(`${code} is not in the store`);
}

/** Planned debits that have not left for the bank become 103; those at the bank run on. */
export function dropPlanned(state: State, mandate: Mandate, at: string, by: string): void {
  for (const code of mandate.debits) {
    const debit = state.debits[code];
    const status = debit && statusOf(debit)?.code;
    if (debit && (status === 91 || status === 199)) changeStatus(state, debit, 103, at, { by });
  }
}

/**
 * Gives a debit a status, with all that follows from it: the exchange calls, a storno to come, the end of a series.
 * `decline` is needed only for the codes that take money away.
 */
export function changeStatus(
  state: State,
  debit: Debit,
  code: number,
  at: string,
  more: { decline?: number | null; by?: string } = {},
): void {
  const mandate = state.mandates[debit.mandate] ?? missing(debit.mandate);
  const takesAway = code === 106 || code === 127;
  const reason = more.decline ?? (takesAway ? NO_REASON : null);
  debit.history.push({
    at,
    code,
    decline: reason === null ? null : { code: reason, at },
    by: more.by ?? debit.createdBy,
  });
  // A result, by hand or not, leaves nothing to come but what it brings itself.
  if (statusRow(code).settled) forgetBank(state, debit);
  if (code === 100) {
    debit.collectedAt = at;
    scheduleStorno(state, debit, new Date(at));
  }
  announceStatus(state, mandate, debit, code, at);
  const limit = state.settings.stopAfterFailures;
  if (takesAway && mandate.interval && limit > 0 && failuresInARow(state, mandate) >= limit) {
    mandate.endedAt ??= at;
    dropPlanned(state, mandate, at, mandate.createdBy);
  }
}

function happen(state: State, due: Due): void {
  if (due.kind === "plan") {
    const mandate = state.mandates[due.mandate];
    if (mandate) planNext(state, mandate, new Date(due.at));
  } else if (due.kind === "refund") {
    refundMoves(state, due.refund, due.action, due.at);
  } else {
    const debit = state.debits[due.debit];
    if (!debit) return;
    if (due.day !== null) debit.day = due.day;
    changeStatus(state, debit, due.code, due.at, { decline: due.decline });
  }
}

/** Lets everything happen that the clock has reached, in order, each at its own instant. */
export function catchUp(world: World): void {
  const { state, save } = world.store;
  const now = world.clock.now().toISOString();
  let happened = false;
  for (let due = state.due[0]; due && due.at <= now; due = state.due[0]) {
    state.due.shift();
    happen(state, due);
    happened = true;
  }
  if (happened) save();
}
