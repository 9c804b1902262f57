import { z } from "zod";
import { currencies } from "@/lib/kernel/money";
import { paymentStates } from "@/lib/payments/states";
import { endpoint } from "../endpoint";
import { landingShape } from "../json/deadline";
import { paymentDetail, paymentFields, paymentPage } from "../json/payment";
import {
  amountGiven,
  anyOf,
  dayGiven,
  flagGiven,
  idGiven,
  idParams,
  named,
  pageGiven,
  textGiven,
} from "../json/shapes";
import { sortGiven } from "../json/sort";

export const listPaymentsEndpoint = endpoint({
  method: "GET",
  path: "/payments",
  id: "listPayments",
  tag: "Payments",
  summary: "Payments, page by page",
  permission: "read",
  status: 200,
  query: z.strictObject({
    state: anyOf(paymentStates),
    sending: z.enum(["none", "sending", "unknown"]).optional(),
    currency: z.enum(currencies).optional(),
    provider: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .optional(),
    connection_id: idGiven.optional(),
    debtor_id: idGiven.optional(),
    mandate_id: idGiven.optional(),
    run_id: idGiven.optional().describe("Issued by this run."),
    window: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .describe("The month whose deadline they must make, YYYY-MM."),
    requested_from: dayGiven.optional(),
    requested_to: dayGiven.optional(),
    test: flagGiven.optional(),
    sort: sortGiven(["newest", "changed", "requested", "amount"]),
    ...pageGiven,
  }),
  answer: paymentPage,
});

export const createPaymentEndpoint = endpoint({
  method: "POST",
  path: "/payments",
  id: "createPayment",
  tag: "Payments",
  summary: "Issues a payment; what is late for its window is not refused, the landing says where it goes",
  permission: "payments.create",
  status: 201,
  body: named(
    "NewPayment",
    z.strictObject({
      mandate_id: idGiven,
      amount: amountGiven,
      due: dayGiven.optional().describe("Left out: the next possible day."),
      text: textGiven(60).describe("What the debtor reads."),
      reference: z
        .string()
        .max(30)
        .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/)
        .optional()
        .describe(
          "Yours. Another live payment under it is refused; after one that came to nothing it goes out with a mark.",
        ),
      despite_duplicate: z
        .boolean()
        .default(false)
        .describe(
          "Issue it although another live payment collects the same amount of the debtor in that month, by whatever provider.",
        ),
      duplicate_reason: textGiven(500).optional().describe("Why; needed when there is such a one."),
    }),
  ),
  answer: named("NewPaymentAnswer", z.strictObject({ ...paymentFields, landing: landingShape })),
  problems: [
    "not_found",
    "over_limit",
    "duplicate",
    "mandate_not_usable",
    "agreement_not_usable",
    "not_offered",
  ],
});

export const getPaymentEndpoint = endpoint({
  method: "GET",
  path: "/payments/{id}",
  id: "getPayment",
  tag: "Payments",
  summary: "One payment with every change of its state and the messages that prove them",
  permission: "read",
  status: 200,
  params: idParams,
  answer: paymentDetail,
});

export const cancelPaymentEndpoint = endpoint({
  method: "POST",
  path: "/payments/{id}/cancel",
  id: "cancelPayment",
  tag: "Payments",
  summary: "Stops a payment: here, or at the provider where it can still be stopped there",
  permission: "payments.cancel",
  status: 200,
  params: idParams,
  body: named("CancelPayment", z.strictObject({ reason: textGiven(500) })),
  answer: paymentDetail,
  problems: ["move_not_allowed", "may_have_left", "already_open", "not_offered", "changed_meanwhile"],
});
