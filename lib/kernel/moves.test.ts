import { describe, expect, it } from "vitest";
import { type MandateState, mandateMoves, mandateStates } from "@/lib/mandates/states";
import { type PaymentState, paymentMoves, paymentStates } from "@/lib/payments/states";
import { allows, type Move, moveTo } from "./moves";

/**
 * Every move from every state, written out beside the tables it checks: a changed edge must be changed here too. The
 * columns are the states, in the order of their list; `x` where the move may be made.
 */
const mandateGrid = {
  //           draft invited pending active suspended ended failed
  invite: "x . . . . . .",
  receipt: "x x . . . . .",
  activate: "x x x . . . .",
  fail: "x x x . . . .",
  suspend: ". . . x . . .",
  resume: ". . . . x . .",
  end: ". x x x x . .",
  record_end: ". x x x x . .",
} as const satisfies Record<keyof typeof mandateMoves, string>;

const paymentGrid = {
  //              draft ready pending scheduled settled rejected chargeback cancelled
  plan: "x . . . . . . .",
  receipt: ". x . . . . . .",
  schedule: ". x x . . . . .",
  relist: ". . . x . x . .",
  settle: ". x x x . . . .",
  reject: ". x x x . . . .",
  give_back: ". x x x x . . .",
  cancel: "x x . . . . . .",
  cancelled_there: ". x x x . . . .",
} as const satisfies Record<keyof typeof paymentMoves, string>;

function cells<State extends string>(
  moves: Readonly<Record<string, Move<State>>>,
  grid: Readonly<Record<string, string>>,
  states: readonly State[],
) {
  return Object.entries(moves).flatMap(([name, move]) =>
    states.map((state, index) => ({
      name,
      state,
      verdict: allows(move, state) ? "allowed" : "refused",
      expected: grid[name]?.split(" ")[index] === "x" ? "allowed" : "refused",
    })),
  );
}

const mandateCells = cells<MandateState>(mandateMoves, mandateGrid, mandateStates);
const paymentCells = cells<PaymentState>(paymentMoves, paymentGrid, paymentStates);

describe("every move from every state", () => {
  it.each(mandateCells)("mandate: $name from $state is $expected", ({ verdict, expected }) => {
    expect(verdict).toBe(expected);
  });

  it.each(paymentCells)("payment: $name from $state is $expected", ({ verdict, expected }) => {
    expect(verdict).toBe(expected);
  });

  it("is on the grids, and the grids have nothing else", () => {
    expect(mandateCells).toHaveLength(8 * 7);
    expect(paymentCells).toHaveLength(9 * 8);
  });
});

describe("the move that evidence makes", () => {
  /** Where a provider's word can take a record, from each state; anywhere else it only comes late. */
  const mandateTargets: Record<MandateState, MandateState[]> = {
    draft: ["pending", "active", "failed"],
    invited: ["pending", "active", "ended", "failed"],
    pending: ["active", "ended", "failed"],
    active: ["ended"],
    suspended: ["ended"],
    ended: [],
    failed: [],
  };
  const paymentTargets: Record<PaymentState, PaymentState[]> = {
    draft: [],
    ready: ["pending", "scheduled", "settled", "rejected", "chargeback", "cancelled"],
    pending: ["scheduled", "settled", "rejected", "chargeback", "cancelled"],
    scheduled: ["pending", "settled", "rejected", "chargeback", "cancelled"],
    settled: ["chargeback"],
    rejected: ["pending"],
    chargeback: [],
    cancelled: [],
  };

  it.each(mandateStates)("takes a mandate from %s only where the scheme can", (from) => {
    const reached = mandateStates.filter(
      (to) => moveTo<MandateState, string>(mandateMoves, from, to) !== null,
    );
    expect(reached).toEqual(mandateTargets[from]);
  });

  it.each(paymentStates)("takes a payment from %s only where the scheme can", (from) => {
    const reached = paymentStates.filter(
      (to) => moveTo<PaymentState, string>(paymentMoves, from, to) !== null,
    );
    expect(reached).toEqual(paymentTargets[from]);
  });

  it("is never a person's, and a person's never follows from a word", () => {
    for (const moves of [mandateMoves, paymentMoves])
      for (const [name, move] of Object.entries<Move<string>>(moves))
        for (const from of move.from) {
          const found = moveTo<string, string>(moves as Record<string, Move<string>>, from, move.to);
          if (move.by === "verb") expect(found).not.toBe(name);
          else expect(found).not.toBeNull();
        }
  });

  it("never stays where it is: a state that is confirmed is no move", () => {
    for (const state of mandateStates)
      expect(moveTo<MandateState, string>(mandateMoves, state, state)).toBeNull();
    for (const state of paymentStates)
      expect(moveTo<PaymentState, string>(paymentMoves, state, state)).toBeNull();
  });

  it("leaves money that was given back, and a mandate that is over, as they are", () => {
    for (const [from, targets] of [
      ["chargeback", paymentTargets.chargeback],
      ["cancelled", paymentTargets.cancelled],
      ["ended", mandateTargets.ended],
      ["failed", mandateTargets.failed],
    ] as const)
      expect([from, targets]).toEqual([from, []]);
  });
});
