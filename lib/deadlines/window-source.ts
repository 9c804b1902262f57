import type { MonthlyRule } from "@/lib/deadlines/rules";
import type { RuleSettings } from "@/lib/deadlines/settings";
import type { WindowDates } from "@/lib/deadlines/window-dates";
import { type Window, windowOf } from "@/lib/deadlines/windows";
import type { Day, Month } from "@/lib/kernel/day";

/** Where the date of a window comes from, with everything that was there to choose from. */
export type WindowSource = {
  window: Window;
  /** The deadline by the rule alone. */
  computed: Day;
  /** The deadline by a published list; null where none is known. */
  published: Day | null;
  /** The deadline that somebody here decided; null where nobody did. */
  own: Day | null;
  /** Whether the deadline in force is what the rule says. */
  agrees: boolean;
};

/** Compares what the rule computes, what was published and what was decided for one month. */
export function windowSource(
  rule: MonthlyRule,
  of: Month,
  overrides: readonly WindowDates[] = [],
  settings: Partial<RuleSettings> = {},
): WindowSource {
  const window = windowOf(rule, of, overrides, settings);
  const computed = windowOf({ ...rule, published: [] }, of, [], settings).deadline;
  const given = (source: WindowDates["source"]): Day | null =>
    [...(source === "published" ? rule.published : []), ...overrides].findLast(
      (entry) => entry.month === of && entry.source === source,
    )?.deadline ?? null;
  return {
    window,
    computed,
    published: given("published"),
    own: given("override"),
    agrees: window.deadline === computed,
  };
}
