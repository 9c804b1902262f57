import type { Field } from "@/lib/providers/contract";

/** A provider that asks for an amount plans a first debit with the mandate itself. */
export const plansFirstDebit = (form: readonly Field[]): boolean =>
  form.some((field) => field.kind === "amount");
