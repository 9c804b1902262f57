import { checkFields } from "@/lib/forms/check-fields";
import type { FieldProblem } from "@/lib/kernel/errors";
import { dayIn } from "@/lib/kernel/instant";
import { ruleOf } from "@/lib/payments/schedule";
import { agreementView } from "./agreement-view";
import type { Offer } from "./offer";

/** What is known of a mandate's form: normalised values of the fields that are right, and what is wrong with others. */
export interface Checked {
  values: Record<string, string>;
  problems: Record<string, FieldProblem>;
}

/** Checks a mandate's form as its verb does, before anything is written. */
export function checkMandateForm(offer: Offer, given: Readonly<Record<string, string>>, now: Date): Checked {
  const { agreement, connection, provider, form } = offer;
  const { values, problems } = checkFields(form, given, connection.environment);
  const today = dayIn(now, ruleOf(provider, agreement.scheme).zone);
  const more = provider.checkMandate?.(values, agreementView(agreement), today) ?? {};
  return { values, problems: { ...more, ...problems } };
}

/** The same for a form that is still being typed: nothing is said of fields that are empty so far. */
export function checkSoFar(offer: Offer, given: Readonly<Record<string, string>>, now: Date): Checked {
  const { values, problems } = checkMandateForm(offer, given, now);
  const filled = (name: string) => (given[name] ?? "").trim() !== "";
  const only = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([name]) => filled(name)));
  return { values: only(values), problems: only(problems) };
}
