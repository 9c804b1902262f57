import { formatMoneyText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import type { Currency } from "@/lib/kernel/money";
import type { PlanPart } from "@/lib/runs/plan";

/** What parts of a plan come to, one amount for each currency: `DKK 1,236.75, EUR 12.00`. */
export function sumsText(parts: readonly PlanPart[], locale: Locale): string {
  const sums = new Map<Currency, number>();
  for (const { currency, amountMinor } of parts.flatMap((part) => part.sums))
    if (currency) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return [...sums]
    .map(([currency, amountMinor]) => formatMoneyText({ currency, amountMinor }, locale))
    .join(", ");
}
