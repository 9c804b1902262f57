import type { Scenario, State } from "./state";
import { NO_REASON, WRONGFUL } from "./statuses";

const collected: Scenario = { name: "collected", refuse: null, storno: null, relist: false, calls: "sent" };

const refused = (decline: number, on: "day" | "after"): Scenario => ({
  ...collected,
  name: `refused ${decline}`,
  refuse: { on, decline },
});

const stornoLater: Scenario = {
  ...collected,
  name: "storno",
  storno: { days: "chosen", decline: NO_REASON },
};

const byIban: Record<string, (debitNumber: number) => Scenario> = {
  NL28INGB0000000001: () => collected,
  NL31ABNA0000000002: () => refused(109, "after"),
  NL46RABO0000000003: () => stornoLater,
  NL95BUNQ0000000004: () => refused(115, "day"),
  NL18TRIO0000000005: () => refused(277, "day"),
  NL75ASNB0000000006: (debitNumber) => (debitNumber === 2 ? refused(NO_REASON, "after") : collected),
  NL97REVO0000000007: () => ({
    ...collected,
    name: "wrongful debit report",
    storno: { days: 60, decline: WRONGFUL },
  }),
};

const byCents: Record<number, Scenario> = {
  1: refused(109, "after"),
  2: stornoLater,
  3: { ...collected, name: "relisted", relist: true },
  4: { ...collected, name: "calls lost", calls: "lost" },
  5: { ...collected, name: "calls late and twice", calls: "late" },
  6: { ...collected, name: "API answers 500 once" },
  7: { ...collected, name: "API answers 429 twice" },
};

/** The story of a debit: by the cents of its amount, else by the debtor's account, else collected. */
export function scenarioFor(iban: string, cents: number, debitNumber: number): Scenario {
  return byCents[cents % 100] ?? byIban[iban]?.(debitNumber) ?? collected;
}

const apiFailures: Record<number, { status: 500 | 429; times: number }> = {
  6: { status: 500, times: 1 },
  7: { status: 429, times: 2 },
};

/**
 * The failure this request has to get first, by the cents of its amount, or null. Counted per `key` (what is asked);
 * once it got through the count starts again. Changes the state.
 */
export function takeMisfire(state: State, key: string, cents: number): 500 | 429 | null {
  const failure = apiFailures[cents % 100];
  if (!failure) return null;
  const before = state.misfires[key] ?? 0;
  if (before >= failure.times) {
    delete state.misfires[key];
    return null;
  }
  state.misfires[key] = before + 1;
  return failure.status;
}
