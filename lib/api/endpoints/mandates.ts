import { z } from "zod";
import { mandateStates } from "@/lib/mandates/states";
import { endpoint } from "../endpoint";
import { consentChannels, mandateDetail, mandatePage } from "../json/mandate";
import {
  anyOf,
  flagGiven,
  formGiven,
  idGiven,
  idParams,
  instantGiven,
  named,
  pageGiven,
  textGiven,
} from "../json/shapes";
import { sortGiven } from "../json/sort";

export const listMandatesEndpoint = endpoint({
  method: "GET",
  path: "/mandates",
  id: "listMandates",
  tag: "Mandates",
  summary: "Mandates, page by page",
  permission: "read",
  status: 200,
  query: z.strictObject({
    state: anyOf(mandateStates),
    sending: z.enum(["none", "sending", "unknown"]).optional(),
    provider: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .optional(),
    connection_id: idGiven.optional(),
    debtor_id: idGiven.optional(),
    test: flagGiven.optional(),
    sort: sortGiven(["newest", "changed"]),
    ...pageGiven,
  }),
  answer: mandatePage,
});

export const createMandateEndpoint = endpoint({
  method: "POST",
  path: "/mandates",
  id: "createMandate",
  tag: "Mandates",
  summary:
    "Creates a mandate and asks the provider for it, or invites the debtor where debtors sign up at the bank",
  permission: "mandates.write",
  status: 201,
  body: named(
    "NewMandate",
    z.strictObject({
      debtor_id: idGiven,
      agreement_id: idGiven,
      values: formGiven.default({}).describe("The provider's mandate form for this agreement."),
      consent: z
        .strictObject({
          channel: z.enum(consentChannels),
          given_at: instantGiven,
          wording: textGiven(5_000),
          taken_by: textGiven(200),
        })
        .optional()
        .describe("Needed where the mandate is created on the debtor's behalf."),
    }),
  ),
  answer: mandateDetail,
  problems: ["not_found", "duplicate", "agreement_not_usable"],
});

export const getMandateEndpoint = endpoint({
  method: "GET",
  path: "/mandates/{id}",
  id: "getMandate",
  tag: "Mandates",
  summary: "One mandate with every change of its state and the messages that prove them",
  permission: "read",
  status: 200,
  params: idParams,
  answer: mandateDetail,
});
