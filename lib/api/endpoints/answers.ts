import { z } from "zod";
import { endpoint } from "../endpoint";
import { answerShape, languageGiven } from "../json/answer";
import { idParams } from "../json/shapes";

const asked = {
  method: "GET",
  permission: "read",
  status: 200,
  params: idParams,
  query: z.strictObject(languageGiven),
  answer: answerShape,
} as const;

export const getPaymentAnswerEndpoint = endpoint({
  ...asked,
  path: "/payments/{id}/answer",
  id: "getPaymentAnswer",
  tag: "Payments",
  summary: "Why this payment has not been collected, or that it has",
});

export const getMandateAnswerEndpoint = endpoint({
  ...asked,
  path: "/mandates/{id}/answer",
  id: "getMandateAnswer",
  tag: "Mandates",
  summary: "Why nothing, or not the last payment, has been collected on this mandate",
});

export const getDebtorAnswerEndpoint = endpoint({
  ...asked,
  path: "/debtors/{id}/answer",
  id: "getDebtorAnswer",
  tag: "Debtors",
  summary: "Why nothing, or not the last payment, has been collected of this debtor",
});
