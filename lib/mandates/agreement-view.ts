import type { agreements } from "@/db/schema";
import type { AgreementView } from "@/lib/providers/contract";

export type Agreement = typeof agreements.$inferSelect;

/** What an adapter may know of an agreement. */
export const agreementView = (agreement: Agreement): AgreementView => ({
  id: agreement.id,
  scheme: agreement.scheme,
  providerId: agreement.providerId,
  values: agreement.values,
  test: agreement.test,
});
