import type { Sending } from "@/db/tables/nouns";
import type { Day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import type { Offer } from "@/lib/mandates/offer";
import type { MandateState } from "@/lib/mandates/states";
import { ruleOf } from "@/lib/payments/schedule";
import type { Field } from "@/lib/providers/contract";

/** A provider that asks for an amount plans a first debit with the mandate itself. */
export const plansFirstDebit = (form: readonly Field[]): boolean =>
  form.some((field) => field.kind === "amount");

/** Sent, or with the provider, which plans the first debit of it and says of that only later when it is. */
export const awaitsFirstDebit = (
  { state, sending }: { state: MandateState; sending: Sending },
  form: readonly Field[],
): boolean => plansFirstDebit(form) && (state === "pending" || (state === "draft" && sending === "sending"));

/**
 * The earliest day on which the first debit of a mandate submitted now may be taken when no day is given; null where
 * none is planned. Where the provider says nothing it may be today: a debtor who is promised later is taken by surprise.
 */
export function earliestFirstDebit(
  { form, provider, connection, agreement }: Pick<Offer, "form" | "provider" | "connection" | "agreement">,
  now: Date,
): Day | null {
  if (!plansFirstDebit(form)) return null;
  const { environment, settings } = connection;
  return (
    provider.earliestFirstDebit?.(now, environment, settings) ??
    dayIn(now, ruleOf(provider, agreement.scheme).zone)
  );
}
