import { and, eq } from "drizzle-orm";
import { agreements, mandates } from "@/db/schema";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import type { Rule } from "@/lib/deadlines/rules";
import { notFound } from "@/lib/kernel/errors";
import type { LocalText } from "@/lib/kernel/locale";
import type { Currency } from "@/lib/kernel/money";
import { agreementView } from "@/lib/mandates/agreement-view";
import type { Mandate } from "@/lib/mandates/door";
import { ruleOf } from "./schedule";

export interface ChargeableMandate {
  mandate: Mandate;
  agreement: typeof agreements.$inferSelect;
  rule: Rule;
  currency: Currency;
  /** Why it cannot be charged now, in the provider's words; null when it can. */
  obstacle: LocalText | null;
}

/** A mandate with all that decides whether and how it can be charged. */
export async function chargeable(ctx: Ctx, mandateId: string): Promise<ChargeableMandate> {
  const [row] = await ctx.db.read
    .select({ mandate: mandates, agreement: agreements })
    .from(mandates)
    .innerJoin(agreements, eq(agreements.id, mandates.agreementId))
    .where(and(eq(mandates.id, mandateId), eq(mandates.creditorId, ctx.creditorId)));
  if (!row) throw notFound();
  return asChargeable(ctx, row);
}

/** The same for a mandate that was read already, with its agreement. */
export function asChargeable(
  ctx: Ctx,
  { mandate, agreement }: Pick<ChargeableMandate, "mandate" | "agreement">,
): ChargeableMandate {
  const provider = providerOf(ctx, mandate);
  const scheme = provider.schemes.find((one) => one.code === mandate.scheme);
  if (!scheme) throw new Error(`no scheme ${mandate.scheme} at ${provider.id}`);
  const obstacle = provider.notChargeable(
    { id: mandate.id, state: mandate.state, providerId: mandate.providerId, values: mandate.values },
    agreementView(agreement),
  );
  return { mandate, agreement, rule: ruleOf(provider, mandate.scheme), currency: scheme.currency, obstacle };
}
