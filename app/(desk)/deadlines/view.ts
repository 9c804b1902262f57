import { getLocale } from "next-intl/server";
import type { ListAddress } from "@/components/data-table/address";
import type { Ctx } from "@/lib/context";
import { type NextCutoff, nextCutoff } from "@/lib/deadlines/cutoff";
import type { MonthlyRule, Rule } from "@/lib/deadlines/rules";
import { type Day, type Month, monthOf, yearOf } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import { type OwnRule, ownRules } from "@/lib/overview/rules";
import { type DeadlineFacts, deadlineFacts } from "@/lib/settings/deadlines";
import { listOverrides, type OverrideRow } from "@/lib/settings/overrides";
import type { DeadlineWish } from "./address";

/** Everything that the parts of the screen read, found once. */
export interface View<R extends Rule = Rule> {
  ctx: Ctx;
  locale: Locale;
  now: Date;
  /** In the rule's zone. */
  today: Day;
  rules: readonly OwnRule[];
  shown: OwnRule;
  rule: R;
  facts: DeadlineFacts;
  overrides: readonly OverrideRow[];
  next: NextCutoff;
  month: Month;
  year: number;
  address: ListAddress;
}

/** The rule that the address asks for, else the first monthly one; null when the creditor collects by none. */
export async function readView(ctx: Ctx, wish: DeadlineWish): Promise<View | null> {
  const [rules, locale] = await Promise.all([ownRules(ctx), getLocale()]);
  const shown = rules.find((one) => one.rule.id === wish.rule) ?? rules[0];
  if (!shown) return null;
  const { rule } = shown;
  const [facts, overrides] = await Promise.all([
    deadlineFacts(ctx.db.read, ctx.creditorId, rule.id),
    listOverrides(ctx, rule.id),
  ]);
  const now = ctx.clock.now();
  const next = nextCutoff(rule, now, facts.overrides, facts.settings);
  const month = wish.month ?? next.window?.month ?? monthOf(next.deadline);
  const year = wish.year ?? yearOf(month);
  const today = dayIn(now, rule.zone);
  return {
    ctx,
    locale,
    now,
    today,
    rules,
    shown,
    rule,
    facts,
    overrides,
    next,
    month,
    year,
    address: wish.address,
  };
}

/** The same view where its rule has windows. */
export function hasWindows(view: View): view is View<MonthlyRule> {
  return view.rule.kind === "monthly";
}
