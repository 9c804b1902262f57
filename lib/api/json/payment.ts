import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { movesOf } from "@/lib/door/moves-of";
import { messagesOf } from "@/lib/messages/of-subject";
import type { Payment } from "@/lib/payments/door";
import { getPayment } from "@/lib/payments/get";
import { paymentStates } from "@/lib/payments/states";
import { evidenceIds, moveJson, moveShape } from "./move";
import { amount, day, instant, iso, isoOrNull, named, pageOf } from "./shapes";

const fields = {
  id: z.string(),
  mandate_id: z.string(),
  debtor_id: z.string().nullable(),
  debtor_name: z.string(),
  customer_number: z.string(),
  connection_id: z.string(),
  agreement_id: z.string(),
  provider: z.string(),
  scheme: z.string(),
  state: z.enum(paymentStates).describe("What is proven; never what is hoped."),
  sending: z.enum(["none", "sending", "unknown"]).describe("What the open submission says."),
  amount,
  text: z.string().describe("What the debtor reads."),
  reference: z.string(),
  test: z.boolean(),
  origin: z.enum(["desk", "api", "provider"]),
  run_id: z.string().nullable().describe("The run that issued it."),
  requested: day.describe("The day asked for."),
  planned: day.nullable().describe("The day in force at the provider."),
  scheduled_on: day.nullable(),
  settled_on: day.nullable().describe("The day it was collected."),
  window: z.string().nullable().describe("The month whose deadline it must make; null where there are none."),
  cutoff_at: instant.nullable(),
  slipped: z.boolean().describe("Planned for another month than asked."),
  at_risk: z.boolean().describe("Issued on the deadline day and not yet confirmed for its window."),
  reversible_until: day.nullable(),
  claim_until: day.nullable(),
  provider_id: z.string().nullable(),
  reason: z.strictObject({ code: z.string(), text: z.string().nullable() }).nullable(),
  unmapped: z.string().nullable().describe("A word of the provider that could not be read."),
  evidence_at: instant.nullable(),
  evidence_id: z.string().nullable(),
  version: z.int(),
  created_at: instant,
  updated_at: instant,
};

export const paymentShape = named("Payment", z.strictObject(fields));
export const paymentPage = pageOf("PaymentPage", paymentShape);
export const paymentDetail = named(
  "PaymentDetail",
  z.strictObject({ ...fields, moves: z.array(moveShape), evidence_message_ids: z.array(z.string()) }),
);
export { fields as paymentFields };

export const paymentJson = (row: Payment): z.input<typeof paymentShape> => ({
  id: row.id,
  mandate_id: row.mandateId,
  debtor_id: row.debtorId,
  debtor_name: row.debtorName,
  customer_number: row.customerNumber,
  connection_id: row.connectionId,
  agreement_id: row.agreementId,
  provider: row.provider,
  scheme: row.scheme,
  state: row.state,
  sending: row.sending,
  amount: { amount_minor: row.amountMinor, currency: row.currency },
  text: row.text,
  reference: row.reference,
  test: row.test,
  origin: row.origin,
  run_id: row.runId,
  requested: row.requested,
  planned: row.planned,
  scheduled_on: row.scheduledOn,
  settled_on: row.settledOn,
  window: row.window || null,
  cutoff_at: isoOrNull(row.cutoffAt),
  slipped: row.slipped,
  at_risk: row.atRisk,
  reversible_until: row.reversibleUntil,
  claim_until: row.claimUntil,
  provider_id: row.providerId,
  reason: row.reasonCode === null ? null : { code: row.reasonCode, text: row.reasonText },
  unmapped: row.unmapped,
  evidence_at: isoOrNull(row.evidenceAt),
  evidence_id: row.evidenceId,
  version: row.version,
  created_at: iso(row.createdAt),
  updated_at: iso(row.updatedAt),
});

/** A payment with its story and what proves it. */
export async function paymentDetailJson(ctx: Ctx, id: string): Promise<z.input<typeof paymentDetail>> {
  const payment = await getPayment(ctx, id);
  const moves = await movesOf(ctx, id);
  return {
    ...paymentJson(payment),
    moves: moves.map(moveJson),
    evidence_message_ids: evidenceIds(payment.evidenceId, moves, await messagesOf(ctx, id)),
  };
}
