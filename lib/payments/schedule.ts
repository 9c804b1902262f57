import { finality } from "@/lib/deadlines/finality";
import { findRule, type Rule } from "@/lib/deadlines/rules";
import { addMonths, type Day, isMonth, type Month, monthOf } from "@/lib/kernel/day";
import type { ProviderModule } from "@/lib/providers/contract";

/** The deadline rule of a scheme at a provider. Throws for a scheme the provider does not know. */
export function ruleOf(provider: ProviderModule | undefined, scheme: string): Rule {
  const named = provider?.schemes.find((one) => one.code === scheme);
  const rule = named && findRule(named.deadlineRule);
  if (!rule) throw new Error(`no deadline rule for scheme ${scheme}`);
  return rule;
}

/** The month whose deadline a payment planned for this day had to make; empty where there are no windows. */
export function windowOfPlanned(rule: Rule, planned: Day): string {
  return rule.kind === "monthly" ? addMonths(monthOf(planned), -1) : "";
}

/** The month in which a window's payments are taken, by which people name it; null for none. */
export const collectionMonth = (window: string): Month | null =>
  isMonth(window) ? addMonths(window, 1) : null;

/** The month in which a payment is taken that misses this window; null for none. */
export const monthAfterMissing = (window: string): Month | null =>
  isMonth(window) ? addMonths(window, 2) : null;

/** Until when a collected payment can be given back. */
export function finalityOf(rule: Rule, collected: Day): { reversibleUntil: Day | null; claimUntil: Day } {
  const { reversibleUntil, claimUntil } = finality(rule.scheme, collected);
  return { reversibleUntil, claimUntil };
}
