import { describeFields } from "@/components/form/field-description";
import type { Locale } from "@/lib/kernel/locale";
import type { ProviderModule, Values } from "@/lib/providers/contract";

/** Numbers by which a scheme or a provider knows an agreement; the rest of its form is ours, or says how it works. */
const kinds = ["pbs_number", "debtor_group"];
const names = ["creditor_number", "service_id"];

/** What identifies a creditor agreement to people: its numbers with their labels, in the form's order. */
export function agreementNumbers(
  provider: Pick<ProviderModule, "agreementForm">,
  values: Values,
  locale: Locale,
): { name: string; label: string; value: string }[] {
  return describeFields(provider.agreementForm, locale, values).flatMap(({ name, kind, label }) => {
    const value = values[name];
    return value && (kinds.includes(kind) || names.includes(name)) ? [{ name, label, value }] : [];
  });
}
