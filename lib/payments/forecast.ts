import { type Landing, landing } from "@/lib/deadlines/landing";
import type { Rule } from "@/lib/deadlines/rules";
import { windowOf } from "@/lib/deadlines/windows";
import type { Day } from "@/lib/kernel/day";
import type { DeadlineFacts } from "@/lib/settings/deadlines";
import { finalityOf } from "./schedule";

/** Where a payment issued now would land, the way there, and what if it is not in by its cut-off. */
export interface Forecast {
  landing: Landing;
  /** When the scheme takes the window up and it appears on the debtor's overview; null without windows. */
  processing: Day | null;
  /** Until when the debtor could take it back, if it is collected as planned. */
  reversibleUntil: Day | null;
  claimUntil: Day;
  /** Where the same payment lands a moment after the cut-off. */
  ifLate: Landing;
}

export function forecast(rule: Rule, now: Date, wanted: Day | undefined, facts: DeadlineFacts): Forecast {
  const { overrides, settings } = facts;
  const lands = landing(rule, now, wanted, overrides, settings);
  const late = new Date(lands.cutoffAt.getTime() + 1);
  const processing =
    rule.kind === "monthly" && lands.window
      ? windowOf(rule, lands.window, overrides, settings).processing
      : null;
  return {
    landing: lands,
    processing,
    ...finalityOf(rule, lands.due),
    ifLate: landing(rule, late, wanted, overrides, settings),
  };
}
