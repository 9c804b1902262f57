import type { Ctx } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import type { ChargeableMandate } from "@/lib/payments/preview";

/** Who collects, and by which scheme: "DebitDirect, Betalingsservice". */
export function whereOf(ctx: Ctx, of: { provider: string; scheme: string }, locale: Locale): string {
  const provider = ctx.providers[of.provider];
  const scheme = provider?.schemes.find((one) => one.code === of.scheme)?.label[locale] ?? of.scheme;
  const label = provider?.label ?? of.provider;
  return scheme === label ? label : `${label}, ${scheme}`;
}

/** Why it cannot be charged, in the reader's language; null when it can. */
export function obstacleOf(row: ChargeableMandate, locale: Locale, agreement: string): string | null {
  if (row.obstacle) return row.obstacle[locale];
  return row.agreement.state === "active" ? null : agreement;
}
