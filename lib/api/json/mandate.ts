import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { movesOf } from "@/lib/door/moves-of";
import type { MandateRow } from "@/lib/mandates/columns";
import { getMandate } from "@/lib/mandates/get";
import { mandateEnders, mandateStates } from "@/lib/mandates/states";
import { messagesOf } from "@/lib/messages/of-subject";
import { evidenceIds, moveJson, moveShape } from "./move";
import { day, instant, iso, isoOrNull, named, pageOf, texts } from "./shapes";

export const consentChannels = ["phone", "paper", "link", "in_person"] as const;

const fields = {
  id: z.string(),
  debtor_id: z.string().nullable().describe("null: no debtor of ours has its customer number."),
  debtor_name: z.string(),
  customer_number: z.string(),
  connection_id: z.string(),
  agreement_id: z.string(),
  provider: z.string(),
  scheme: z.string(),
  state: z.enum(mandateStates).describe("What is proven; never what is hoped."),
  sending: z.enum(["none", "sending", "unknown"]).describe("What the open submission says."),
  values: texts.describe("What was filled in, without what is kept sealed."),
  masked: texts.describe("What is kept sealed, masked."),
  consent: z
    .strictObject({
      channel: z.enum(consentChannels),
      given_at: z.string(),
      wording: z.string(),
      taken_by: z.string(),
    })
    .nullable(),
  test: z.boolean(),
  request_key: z.string().nullable(),
  provider_id: z.string().nullable(),
  mandate_number: z.string().nullable(),
  reason: z.strictObject({ code: z.string(), text: z.string().nullable() }).nullable(),
  ended_by: z.enum(mandateEnders).nullable(),
  usable_from: day.nullable(),
  unmapped: z.string().nullable().describe("A word of the provider that could not be read."),
  evidence_at: instant.nullable(),
  evidence_id: z.string().nullable(),
  version: z.int(),
  created_at: instant,
  updated_at: instant,
};

export const mandateShape = named("Mandate", z.strictObject(fields));
export const mandatePage = pageOf("MandatePage", mandateShape);
export const mandateDetail = named(
  "MandateDetail",
  z.strictObject({ ...fields, moves: z.array(moveShape), evidence_message_ids: z.array(z.string()) }),
);

export const mandateJson = (row: MandateRow): z.input<typeof mandateShape> => ({
  id: row.id,
  debtor_id: row.debtorId,
  debtor_name: row.debtorName,
  customer_number: row.customerNumber,
  connection_id: row.connectionId,
  agreement_id: row.agreementId,
  provider: row.provider,
  scheme: row.scheme,
  state: row.state,
  sending: row.sending,
  values: row.values,
  masked: row.masked,
  consent: row.consent && {
    channel: row.consent.channel,
    given_at: row.consent.givenAt,
    wording: row.consent.wording,
    taken_by: row.consent.takenBy,
  },
  test: row.test,
  request_key: row.requestKey,
  provider_id: row.providerId,
  mandate_number: row.mandateNumber,
  reason: row.reasonCode === null ? null : { code: row.reasonCode, text: row.reasonText },
  ended_by: row.endedBy,
  usable_from: row.usableFrom,
  unmapped: row.unmapped,
  evidence_at: isoOrNull(row.evidenceAt),
  evidence_id: row.evidenceId,
  version: row.version,
  created_at: iso(row.createdAt),
  updated_at: iso(row.updatedAt),
});

/** A mandate with its story and what proves it. */
export async function mandateDetailJson(ctx: Ctx, id: string): Promise<z.input<typeof mandateDetail>> {
  const mandate = await getMandate(ctx, id);
  const moves = await movesOf(ctx, id);
  return {
    ...mandateJson(mandate),
    moves: moves.map(moveJson),
    evidence_message_ids: evidenceIds(mandate.evidenceId, moves, await messagesOf(ctx, id)),
  };
}
